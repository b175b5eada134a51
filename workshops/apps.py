"""Registers the app `workshops`."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    """Rounds, workshops, groups, the problem tree and the recommendations."""

    name = "workshops"

    def ready(self) -> None:
        """Declare the policies, and listen to claims."""
        from . import policies, receivers  # noqa: F401  # importing declares policies and receivers
