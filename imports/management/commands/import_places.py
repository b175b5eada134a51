"""`import_places FILE`: brings a flat list of places in as one batch, to be reviewed by two people."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ...acting import person_named
from ...codes import RemarkKind
from ...faults import FileFault
from ...report import Report
from ...services import import_places


class Command(BaseCommand):
    """The command."""

    help = "Import a list of places (external_id, name, kind, longitude, latitude, province …) as one batch."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which file, as whom, and how to answer."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="email", default="", help="E-mail address of the person who imports.")
        parser.add_argument("--dry-run", action="store_true", help="Check and count; write nothing.")
        parser.add_argument("--json", action="store_true", help="Answer with one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and report; a fault of the file ends with one sentence, refused rows with exit code 2."""
        try:
            report = import_places(options["file"], by=person_named(options["email"]), dry_run=options["dry_run"])
        except FileFault as fault:
            raise CommandError(str(fault)) from fault
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False))
        else:
            self._tell(report)
        if report.rows_refused:
            raise CommandError(
                _("%(count)d rows were refused; the others were read.") % {"count": report.rows_refused}, returncode=2
            )

    def _tell(self, report: Report) -> None:
        for name, value in report.as_json().items():
            if name not in ("refused", "warnings"):
                self.stdout.write(f"{name}: {value}")
        for remark in [*report.refused, *report.remarked]:
            reason = RemarkKind(remark["kind"]).label
            self.stdout.write(f"{remark['line']}, {remark['column']}, “{remark['value']}”: {reason}")
