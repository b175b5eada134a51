"""Registers the app `reports`."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """What leaves the house: exports and reports."""

    name = "reports"
    default_auto_field = "django.db.models.BigAutoField"
