"""Registers the app `imports`."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Outside data into the registers: staging, checks, batches, reports."""

    name = "imports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare the policies."""
        from . import policies  # noqa: F401  # importing declares the policies
