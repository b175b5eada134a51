"""Histories of mass changes: the triggers that write them compare old and new rows as sets, whatever ran before."""

from typing import Any

from django.db import connections

UPDATES = """
SELECT DISTINCT p.oid::regprocedure::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
WHERE t.tgname LIKE 'pgtrigger\\_%' AND t.tgoldtable IS NOT NULL AND t.tgnewtable IS NOT NULL
"""


def write_histories_set_wise(using: str = "default", **_sent: Any) -> None:
    """Let no update trigger of a history pair old and new rows by a nested loop.

    PostgreSQL keeps the plan of a connection's first update, mostly of one row; with it the time of a mass change
    grows by the square of its rows. Without nested loops the plan is good for one row and for all; the price that the
    planner puts on them must not start its compiler, which takes longer than the update of a row.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(UPDATES)
        for (function,) in cursor.fetchall():
            cursor.execute(f"ALTER FUNCTION {function} SET enable_nestloop = off")
            cursor.execute(f"ALTER FUNCTION {function} SET jit = off")
