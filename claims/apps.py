"""Registers the app `claims`."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """What was said of a place, by whom, on what basis, and which of it holds."""

    name = "claims"

    def ready(self) -> None:
        """Declare the policies, and listen to the registers."""
        from . import policies, receivers  # noqa: F401  # importing declares policies and receivers
