"""Totals of a file of visits, counted where the rows are."""

from typing import Any

from django.db.backends.utils import CursorWrapper

from ..staging import one
from .columns import Columns

BECAME = {"added": "visits_added", "changed": "visits_changed", "unchanged": "visits_unchanged"}


def count(cursor: CursorWrapper, columns: Columns) -> dict[str, Any]:
    """Return the totals: rows and what became of them, raw cells of presence, statements by kind."""
    figures: dict[str, Any] = {"rows": one(cursor, "SELECT count(*) FROM staged")}
    for became, name in BECAME.items():
        figures[name] = one(cursor, "SELECT count(*) FROM visit WHERE became = %s", [became])
    figures["visits_refused"] = figures["rows"] - one(cursor, "SELECT count(*) FROM visit")
    figures["places"] = one(cursor, "SELECT count(DISTINCT pcode) FROM visit")
    for name in ("presence", "interference"):
        figures[name] = _cells(cursor, name)
    minerals = " + ".join(f"count(c.mineral{n})" for n in columns.minerals)
    services = " + ".join(f"count(c.{name})" for name in columns.services)
    figures["minerals"] = one(cursor, f"SELECT {minerals} FROM visit JOIN cells c USING (line)")
    figures["services"] = one(cursor, f"SELECT {services} FROM visit JOIN cells c USING (line)")
    for name, kind in (("involvements", "INVOLVEMENT"), ("legs", "LEG"), ("qualifications", "QUALIFICATION")):
        figures[name] = one(cursor, "SELECT count(*) FROM said WHERE kind = %s", [kind])
    return figures


def _cells(cursor: CursorWrapper, name: str) -> dict[str, int]:
    cursor.execute(
        f"SELECT count(*) FILTER (WHERE c.{name} = '1'), count(*) FILTER (WHERE c.{name} = '0'),"
        f" count(*) FILTER (WHERE c.{name} IS NULL) FROM visit JOIN cells c USING (line)"
    )
    yes, no, unknown = cursor.fetchone() or (0, 0, 0)
    return {"yes": yes, "no": no, "unknown": unknown}
