"""Registers the app `mapping`."""

from django.apps import AppConfig


class MappingConfig(AppConfig):
    """The map: filters, layers, search and the sheet of a place."""

    name = "mapping"
    default_auto_field = "django.db.models.BigAutoField"
