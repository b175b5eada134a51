"""Rows as JSON made by PostgreSQL: a compiled query goes in, one statement that gives the bytes comes out."""

import json
from collections.abc import Iterable, Sequence

from .compiled import Sql


def quoted(name: str) -> str:
    """`name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def objects(query: Sql, names: Sequence[str], open_only: Iterable[str] = (), own_only: Iterable[str] = ()) -> Sql:
    """Columns `key` (the first of `names`) and `item` (one JSON object a row of `query`, keys in the order of `names`).

    Keys in `open_only` are left out of rows whose `open_data` is false, those and `own_only` come back where there is
    an `own_room` that is true: masked is absent, never null.
    """
    statement, parameters = query
    own, hidden = list(own_only), [*open_only, *own_only]
    item = "row_to_json(t)::text"
    if hidden:
        known = "WHEN t.own_room THEN to_jsonb(t)" if "own_room" in names else ""
        item = f"(CASE {known} WHEN t.open_data THEN to_jsonb(t) - %s::text[] ELSE to_jsonb(t) - %s::text[] END)::text"
        parameters = (own, hidden, *parameters)
    columns = ", ".join(quoted(name) for name in names)
    return f"SELECT t.{quoted(names[0])}::text AS key, {item} AS item FROM ({statement}) AS t ({columns})", parameters


def sparse_objects(query: Sql, names: Sequence[str]) -> Sql:
    """The same as `objects`, where a missing value is a masked one: its key is left out, never null."""
    statement, parameters = query
    columns = ", ".join(quoted(name) for name in names)
    item = "jsonb_strip_nulls(to_jsonb(t))::text"
    return f"SELECT t.{quoted(names[0])}::text AS key, {item} AS item FROM ({statement}) AS t ({columns})", parameters


def object_text(pairs: Iterable[tuple[str, str]]) -> str:
    """SQL of the text of one JSON object of names and SQL expressions; half the time of `json_build_object`."""
    members = (f"'{json.dumps(name)}:' || coalesce(to_json({value})::text, 'null')" for name, value in pairs)
    return "'{' || " + " || ',' || ".join(members) + " || '}'"


def features(query: Sql, names: Sequence[str]) -> Sql:
    """Columns `key` and `item`: one GeoJSON feature a row of `query`, whose first two columns are id and
    geometry (as GeoJSON text); a place without a position has a null geometry.
    """
    statement, parameters = query
    id_, geom = quoted(names[0]), quoted(names[1])
    properties = object_text((name, f"t.{quoted(name)}") for name in names[2:])
    item = (
        f"""'{{"type":"Feature","id":' || to_json(t.{id_})::text || ',"geometry":' """
        f"""|| coalesce(t.{geom}, 'null') || ',"properties":' """
        f"""|| {properties} || '}}'"""
    )
    columns = ", ".join(quoted(name) for name in names)
    return f"SELECT t.{id_}::text AS key, {item} AS item FROM ({statement}) AS t ({columns})", parameters


def ending(query: Sql, names: Sequence[str], close: str) -> Sql:
    """Columns `key` and `item`: the rows of `query`, whose columns are a key, the text of an open JSON object and
    `names`, which are written into that object before it is closed with `close`.
    """
    statement, parameters = query
    further = "".join(
        f" || ',{json.dumps(name)}:' || coalesce(to_json({quoted(name)})::text, 'null')" for name in names
    )
    columns = ", ".join(("key", "ready", *(quoted(name) for name in names)))
    return f"SELECT key::text, ready{further} || '{close}' AS item FROM ({statement}) AS t ({columns})", parameters


def joined(rows: Sql) -> Sql:
    """One row: the items' text inside a JSON array, their number, the last key."""
    statement, parameters = rows
    return (
        f"SELECT coalesce(string_agg(item, ','), ''), count(*), (array_agg(key))[count(*)] FROM ({statement}) AS r",
        parameters,
    )
