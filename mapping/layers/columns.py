"""Columns of a layer as JSON text, written by the database."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

from lib.compiled import Sql


def numbers(expression: str) -> str:
    """Return the SQL of a JSON array of figures, null where there is none, in the order of the rows."""
    return f"coalesce('[' || string_agg(coalesce(({expression})::text, 'null'), ',') || ']', '[]')"


def texts(expression: str) -> str:
    """Return the SQL of a JSON array of texts, in the order of the rows."""
    return f"coalesce('[' || string_agg(to_json({expression})::text, ',') || ']', '[]')"


def deltas(name: str) -> str:
    """Return the SQL of a position's difference from the last known one; empty where there is no position."""
    return f"{name} - coalesce(lag({name}) OVER (PARTITION BY {name} IS NULL ORDER BY spot.at), 0)"


def place_of(expression: str) -> str:
    """Return the SQL of a value's place in a list given as a parameter; -1 where it is not in it."""
    return f"coalesce(array_position(%s::text[], ({expression})::text) - 1, -1)"


def bits_of(expression: str) -> str:
    """Return the SQL of a mask with one bit per value of an array that stands in a list given as a parameter."""
    return (
        f"(SELECT coalesce(sum(DISTINCT 1::bigint << (array_position(%s::text[], v::text) - 1)), 0)"
        f" FROM unnest({expression}) AS v)"
    )


def object_of(parts: Iterable[tuple[str, str]]) -> str:
    """Return the SQL of a JSON object whose values are SQL of JSON text."""
    pairs = " || ',' || ".join(f"'{json.dumps(name)}:' || {value}" for name, value in parts)
    return f"'{{' || {pairs} || '}}'"


def told(dictionary: Iterable[tuple[Any, ...]]) -> str:
    """Return a dictionary as JSON."""
    return json.dumps(
        [[str(word) for word in entry] for entry in dictionary], ensure_ascii=False, separators=(",", ":")
    )


def text_of(statement: str, parameters: Iterable[Any]) -> str:
    """Return the one text that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement, tuple(parameters))
        return str(cursor.fetchone()[0])


def joined(*parts: Sql) -> Sql:
    """Return common tables one after the other."""
    return ", ".join(part[0] for part in parts), tuple(value for part in parts for value in part[1])
