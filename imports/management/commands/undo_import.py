"""`undo_import BATCH`: takes a batch back and revives what it replaced."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from lib.problems import Problem

from ...acting import person_named
from ...models import ImportBatch
from ...services import undo_batch


class Command(BaseCommand):
    """The command."""

    help = "Undo an import: its claims, places and sources go, what it replaced stands again."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which batch and as whom."""
        parser.add_argument("batch", type=UUID)
        parser.add_argument("--as", dest="email", default="", help="E-mail address of the person who undoes.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Undo."""
        batch = ImportBatch.objects.filter(pk=options["batch"]).first()
        if batch is None:
            raise CommandError(_("There is no batch %(batch)s.") % {"batch": options["batch"]})
        try:
            undo_batch(batch, by=person_named(options["email"]))
        except Problem as problem:
            raise CommandError(f"{problem.title}. {problem.detail} {problem.remedy}") from problem
        self.stdout.write(_("The import was undone."))
