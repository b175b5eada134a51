"""Registers the app `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Persons, their memberships and grants, and how a person becomes a reach."""

    name = "accounts"

    def ready(self) -> None:
        """Declare the policies and how a person becomes a reach."""
        from access.reach import set_reach_builder

        from . import policies, visits  # noqa: F401  # importing declares policies and receivers
        from .reach import reach_of_person

        set_reach_builder(reach_of_person)
