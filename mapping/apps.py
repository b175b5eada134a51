"""Registers the app `mapping`."""

from django.apps import AppConfig

from lib.versions import declare_version

VERSION = "(SELECT count(*) || '.' || coalesce(sum(mark), 0) FROM mapping_change)"
"""Marks of every change of what lists are made from."""


class MappingConfig(AppConfig):
    """The map: filters, layers, search and the sheet of a place."""

    name = "mapping"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say by which version lists may be kept."""
        declare_version(VERSION)
