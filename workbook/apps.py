"""Registers the app `workbook`."""

from django.apps import AppConfig


class WorkbookConfig(AppConfig):
    """The shared document of a workshop, its log, and what is read from it."""

    name = "workbook"

    def ready(self) -> None:
        """Declare the policies and listen to the apps below."""
        from . import policies, receivers  # noqa: F401  # importing declares policies and receivers
