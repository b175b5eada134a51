"""Registers the app `workshops`."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    """Rounds, workshops, groups, the problem tree and the recommendations."""

    name = "workshops"
    default_auto_field = "django.db.models.BigAutoField"
