"""Executes the whole table of access on a scratch database and writes `docs/access.md`."""

import importlib
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment

SHOWN_FAILURES = 20


class Command(BaseCommand):
    """`access_matrix`; the last line is the number of executed cells."""

    help = "Execute every declared cell of access on a scratch database and write docs/access.md."

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where the tests are not installed; fail when a cell does not hold."""
        try:
            matrix = importlib.import_module("tests.access.matrix")
            document = importlib.import_module("tests.access.document")
        except ImportError:
            raise CommandError("This installation has no tests: run access_matrix in a development checkout.") from None
        cells, failures = self._executed(matrix)
        (settings.BASE_DIR / "docs" / "access.md").write_text(document.document())
        for words in failures[:SHOWN_FAILURES]:
            self.stderr.write(words)
        if failures:
            raise CommandError(f"{len(failures)} of {cells} cells do not hold.")
        self.stdout.write(str(cells))

    def _executed(self, matrix: Any) -> tuple[int, list[str]]:
        """All parts in a database of their own, which is dropped afterwards."""
        own = connection.settings_dict["NAME"]
        connection.settings_dict["TEST"]["NAME"] = f"matrix_{own}"
        setup_test_environment(debug=False)
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        cells, failures = 0, []
        try:
            for name, executed, failing in matrix.execute():
                self.stdout.write(f"{executed:8}  {name}")
                cells += executed
                failures += failing
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)
            teardown_test_environment()
        return cells, failures
