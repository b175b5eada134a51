"""Registers the app `access`."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may do what with which row and which field: the only place that decides."""

    name = "access"

    def ready(self) -> None:
        """Declare the policies."""
        from . import policies  # noqa: F401
