"""`load_boundaries FILE…`: gives provinces and territoires their outlines and locates every place anew."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...acting import person_named
from ...boundaries.areas import ATTRIBUTION, load_boundaries
from ...faults import FileFault


class Command(BaseCommand):
    """The command."""

    help = "Load outlines of provinces and territoires: GeoJSON, shapefile, GeoPackage (COD-AB fields) or an address."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which files, from whom, and how to answer."""
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--source", default=ATTRIBUTION, help="Attribution shown beside the outlines.")
        parser.add_argument("--as", dest="email", default="", help="E-mail address of the person who loads.")
        parser.add_argument("--json", action="store_true", help="Answer with one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        by = person_named(options["email"])
        try:
            loaded = load_boundaries(options["files"], by=by, source=options["source"][:200])
        except FileFault as fault:
            raise CommandError(str(fault)) from fault
        if options["json"]:
            self.stdout.write(json.dumps(loaded.as_json(), ensure_ascii=False))
            return
        for name, value in loaded.as_json().items():
            self.stdout.write(f"{name}: {value}")
