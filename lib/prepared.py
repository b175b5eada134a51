"""Statements that are asked over and over: each connection has them parsed and planned once."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from psycopg2.extensions import AsIs

from .compiled import Slot, Sql

PREPARED_EACH_CONNECTION = 64
_KEPT_AS = "_prepared_statements"


class Statement:
    """A statement with slots, known by itself: whoever keeps it and asks it again is answered sooner."""

    def __init__(self, sql: Sql) -> None:
        self.sql = sql
        self.slots = tuple(dict.fromkeys(value for value in sql[1] if isinstance(value, Slot)))

    def row(self, **values: Any) -> tuple[Any, ...] | None:
        """The first row of the answer, with `values` by the names of the slots."""
        with connection.cursor() as cursor:
            name = _prepared().name_of(self, cursor)
            given = [values[slot.name] for slot in self.slots]
            listed = f"({', '.join('%s' for _ in given)})" if given else ""
            cursor.execute(f"EXECUTE {name}{listed}", given)
            row: tuple[Any, ...] | None = cursor.fetchone()
        return row


@dataclass
class _Prepared:
    """The statements of one connection to the database, the least asked first."""

    raw: Any
    names: OrderedDict[Statement, str] = field(default_factory=OrderedDict)
    made: int = 0

    def name_of(self, statement: Statement, cursor: Any) -> str:
        """The name under which the connection knows `statement`, which it is taught where needed."""
        name = self.names.get(statement)
        if name is None:
            self.made += 1
            name = f"statement_{self.made}"
            text, parameters = statement.sql
            places = {slot: AsIs(f"${number}") for number, slot in enumerate(statement.slots, 1)}
            bound = [places[value] if isinstance(value, Slot) else value for value in parameters]
            cursor.execute(f"PREPARE {name} AS {text}", bound or None)
            self.names[statement] = name
            if len(self.names) > PREPARED_EACH_CONNECTION:
                cursor.execute(f"DEALLOCATE {self.names.popitem(last=False)[1]}")
        self.names.move_to_end(statement)
        return name


def _prepared() -> _Prepared:
    """What this thread's connection knows; nothing once it was opened anew."""
    kept: _Prepared | None = getattr(connection, _KEPT_AS, None)
    if kept is None or kept.raw is not connection.connection:
        kept = _Prepared(connection.connection)
        setattr(connection, _KEPT_AS, kept)
    return kept
