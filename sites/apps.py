"""Registers the app `sites`."""

from django.apps import AppConfig


class SitesConfig(AppConfig):
    """The registers: areas, places, actors, zones and sources."""

    name = "sites"

    def ready(self) -> None:
        """Declare the policies."""
        from . import policies  # noqa: F401  # importing declares the policies
