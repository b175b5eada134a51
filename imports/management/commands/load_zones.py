"""`load_zones FILE --kind …`: brings in mining titles, artisanal zones, protected areas or other overlays."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sites.codes import ZoneKind

from ...acting import person_named
from ...boundaries.zones import load_zones
from ...faults import FileFault


class Command(BaseCommand):
    """The command."""

    help = "Load zones of one kind from a GeoJSON, shapefile, GeoPackage or an address."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which file, of which kind, from whom."""
        parser.add_argument("file")
        parser.add_argument("--kind", required=True, choices=ZoneKind.values)
        parser.add_argument("--source", required=True, help="Who published it; shown beside the zones.")
        parser.add_argument("--licence", default="", help="Under which licence.")
        parser.add_argument("--as", dest="email", default="", help="E-mail address of the person who loads.")
        parser.add_argument("--json", action="store_true", help="Answer with one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        by = person_named(options["email"])
        named = {name: options[name] for name in ("source", "licence")}
        try:
            loaded = load_zones(options["file"], options["kind"], by=by, **named)
        except FileFault as fault:
            raise CommandError(str(fault)) from fault
        if options["json"]:
            self.stdout.write(json.dumps(loaded.as_json(), ensure_ascii=False))
            return
        for name, value in loaded.as_json().items():
            self.stdout.write(f"{name}: {value}")
