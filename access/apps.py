"""Registers the app `access`."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    """Who may do what with which row and which field: the only place that decides."""

    name = "access"

    def ready(self) -> None:
        """Declare the policies; after each migration see to the histories."""
        from . import policies  # noqa: F401  # importing declares the policies
        from .histories import write_histories_set_wise

        post_migrate.connect(write_histories_set_wise, sender=self)
