"""Loads the demonstration once; with --reset it wipes everything first."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.demonstration.loading import Refused, load, reset

PASSWORD = "FILON_DEMO_PASSWORD"
FEWEST_CHARACTERS = 12


class Command(BaseCommand):
    """`demo`, `demo --reset`."""

    help = "Load the demonstration once, or wipe all content and accounts and load it again (--reset)."

    def add_arguments(self, parser: CommandParser) -> None:
        """One switch."""
        parser.add_argument("--reset", action="store_true", help="wipe all content and all accounts first")

    def handle(self, *args: Any, reset: bool = False, **options: Any) -> None:
        """Refuse outside a demonstration; say in a sentence what happened."""
        password = os.environ.get(PASSWORD, "")
        if len(password) < FEWEST_CHARACTERS:
            raise CommandError(f"{PASSWORD} is missing or short: give the cast a password of 12 characters or more.")
        try:
            said = _reset(password) if reset else _load(password)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(said)


def _load(password: str) -> str:
    if load(password):
        return "The demonstration is loaded."
    return "The demonstration was loaded before; nothing was changed but the password of its accounts."


def _reset(password: str) -> str:
    reset(password)
    return "The demonstration is as on its first day."
