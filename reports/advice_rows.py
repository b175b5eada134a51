"""Recommendations as one statement for a table: what the board shows, a row each."""

from uuid import UUID

from access.policy import permits
from access.reach import Reach
from lib.compiled import Sql, compiled
from lib.json_rows import quoted
from workshops.advice import Narrowing, followed, narrowed, readable
from workshops.interface import advice_rows
from workshops.models import Recommendation

from .place_rows import FORMULA

TEXTS = frozenset({"text", "asked_of", "body", "roadmap", "letter"})
LISTS = frozenset({"places", "causes", "provinces"})


NOBODY = UUID(int=0)
"""A key that no row has: no rows still have columns with their types."""


def advice_chosen(reach: Reach, by: Narrowing) -> list[UUID]:
    """Keys of the recommendations that `reach` may take along and `by` asks for."""
    rows = narrowed(readable(reach), by).filter(permits(reach, "export", Recommendation))
    return [it.row.pk for it in followed(rows, reach) if it.late or not by.late]


def advice_table(reach: Reach, keys: list[UUID]) -> Sql:
    """One row a recommendation; lists joined by blanks, texts that begin like formulas guarded."""
    rows, names = advice_rows(reach)
    statement, parameters = compiled(rows.filter(pk__in=keys or [NOBODY]))
    columns = ", ".join(f"{_cell(name)} AS {quoted(name)}" for name in names)
    listed = ", ".join(quoted(name) for name in names)
    return f"SELECT {columns} FROM ({statement}) AS t ({listed})", parameters


def advice_class(keys: list[UUID]) -> str:
    """C3 while the words of one of them are not cleared, else C2."""
    raw = Recommendation.objects.filter(pk__in=keys, cleared_at=None).exists()
    return "C3" if raw else "C2"


def _cell(name: str) -> str:
    column = f"t.{quoted(name)}"
    if name in LISTS:
        return f"array_to_string({column}, ' ')"
    if name not in TEXTS:
        return column
    text = f"coalesce({column}::text, '')"
    return f"CASE WHEN left({text}, 1) = ANY ({FORMULA}) THEN '''' || {text} ELSE {text} END"
