"""The claims layer: the claims that count on the reader's map, as disclosed columns for filters and date handle."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from access.reach import Reach
from claims.codes import Answer, ClaimKind
from claims.disclosed import columns_of
from lib.compiled import Sql, compiled

from ..dictionaries import Dictionary, dictionary_of
from ..filters import CLAIM_KINDS, LEG, Filter, filters_of, layer_column
from ..matching import claim_rows, told_expressions
from ..placing import spots
from .columns import bits_of, joined, numbers, object_of, place_of, text_of, texts, told

FORMALITY = (("YES", str(Answer.YES)), ("NO", str(Answer.NO)), ("UNKNOWN", str(Answer.NO_DATA)))
WIDEST_BAND = 3
LEG_COLUMNS = ("to_place", "to", "formal", "volume_magnitude")


def claims_layer(reach: Reach, base: str, today: date) -> str:
    """Return the claims layer that belongs to the base layer with the hash `base`."""
    tables: list[Sql] = [spots(reach)]
    kinds: list[tuple[str, str]] = []
    lists: dict[str, Dictionary] = {}
    for kind in CLAIM_KINDS:
        table, columns = _kind(kind, reach, today, lists)
        tables.append(table)
        kinds.append((kind, f"(SELECT {object_of(columns)} FROM {kind}_row)"))
    text, parameters = joined(*tables)
    body = object_of((("base", "to_json(%s::text)::text"), ("kinds", object_of(kinds)), ("dict", "%s::text")))
    return text_of(f"WITH {text} SELECT {body}", (*parameters, base, _told(lists)))


def _told(lists: dict[str, Dictionary]) -> str:
    entries = ",".join(f'"{name}":{told(entries)}' for name, entries in {**lists, "formal": list(FORMALITY)}.items())
    return "{" + entries + "}"


def _kind(kind: str, reach: Reach, today: date, lists: dict[str, Dictionary]) -> tuple[Sql, list[tuple[str, str]]]:
    """The common table `<kind>_row` with one value per column of the layer, and the JSON of each column."""
    filters = filters_of(reach, [kind])
    rows, names = _disclosed(kind, filters, reach)
    statement, own = compiled(rows)
    values: list[tuple[str, str, str, tuple[Any, ...]]] = [
        ("place", "spot.at", "number", ()),
        ("day", "(least(r.known_on, %s) - date '1970-01-01')", "number", (today,)),
    ]
    for one in filters:
        entries = dictionary_of(one, reach)
        if one.register:
            lists[one.key] = entries
        codes = [code for code, _label in entries]
        sql = bits_of(f"r.{one.column}") if one.many else place_of(f"r.{one.column}")
        values.append((layer_column(one) or one.key, sql, "number", (codes,)))
    values.extend(_drawing() if kind == LEG else [])
    selected = ", ".join(f'{sql} AS "{name}"' for name, sql, _shape, _parameters in values)
    table = f"""{kind}_row AS (
        SELECT {selected} FROM ({statement}) AS r ({", ".join(names)}) JOIN spot ON spot.id = r.place_id
        {_far_end() if kind == LEG else ""} ORDER BY spot.at, r.known_on)"""
    parameters = tuple(value for *_named, given in values for value in given)
    columns = [(name, (texts if shape == "text" else numbers)(f'"{name}"')) for name, _sql, shape, _given in values]
    return (table, (*parameters, *own)), columns


def _disclosed(kind: str, filters: list[Filter], reach: Reach) -> tuple[QuerySet[Any, Any], list[str]]:
    expressions = told_expressions(kind, filters, reach)
    if kind == LEG:
        disclosed = columns_of(ClaimKind.LEG, reach)
        expressions |= {name: disclosed[name] for name in LEG_COLUMNS if name in disclosed}
    rows = claim_rows(kind, reach).annotate(**{f"told_{name}": value for name, value in expressions.items()})
    names = list(expressions)
    listed = rows.values_list(F("place_id"), *(f"told_{name}" for name in names))
    return listed, ["place_id", *(f'"{name}"' for name in names)]


def _far_end() -> str:
    return "LEFT JOIN spot AS far ON far.code = r.to_place"


def _drawing() -> list[tuple[str, str, str, tuple[Any, ...]]]:
    """What a chosen place's legs are drawn by; the far end of a leg only where it stands on the same map."""
    volume = f"CASE WHEN r.volume_magnitude IS NOT NULL THEN least(greatest(r.volume_magnitude, 0), {WIDEST_BAND}) END"
    formal = "CASE r.formal WHEN 'YES' THEN 0 WHEN 'NO' THEN 1 ELSE 2 END"
    return [
        ("to", "coalesce(far.at, -1)", "number", ()),
        ("to_name", "coalesce(r.\"to\", '')", "text", ()),
        ("formal", formal, "number", ()),
        ("volume", volume, "number", ()),
    ]
