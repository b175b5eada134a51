"""Thousands of rows at once: what a plan made for one row does to them, and how to keep it from that."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.utils import CursorWrapper

FILLED = (
    "sites_place",
    "claims_claim",
    "claims_observation",
    "claims_observedmineral",
    "claims_involvement",
    "claims_chainleg",
    "claims_qualification",
    "imports_importedrow",
)
"""Tables that a batch fills."""


@contextmanager
def in_bulk(cursor: CursorWrapper) -> Iterator[None]:
    """Let statements inside write many rows; the rest of the transaction is as before.

    Triggers join the rows before with those after; PostgreSQL plans that for one row and keeps the plan for the
    connection, which is quadratic: 3,274 claims took ten seconds instead of one.
    """
    cursor.execute("DISCARD PLANS")
    cursor.execute("SET LOCAL enable_nestloop = off")
    yield
    cursor.execute("SET LOCAL enable_nestloop = on")


def count_anew(cursor: CursorWrapper) -> None:
    """Give the planner statistics of what was just written; without them states take minutes."""
    cursor.execute(f"ANALYZE {', '.join(FILLED)}")
