"""The state layer: what is drawn of each place today and at each turn before, and the places above C1."""

from datetime import date

from access.reach import Reach
from claims.codes import ActivityStatus, Mineral, QualificationStatus

from ..dictionaries import provinces
from ..filters import presence_codes
from ..placing import spots
from .base import AREA_DICTIONARY, REGISTER_COLUMNS, register_rows
from .columns import bits_of, joined, numbers, object_of, place_of, text_of, told

DAY = "(CASE WHEN {day} IS NOT NULL THEN least({day}, %s) END - date '1970-01-01')"
"""Days since 1970; a period that ends after today counts as known today, since its claims are."""

STATE_COLUMNS = ("presence", "contradicted", "day", "workers", "activity", "qualification", "sources", "minerals")
CHANGE_COLUMNS = ("place", "day", "presence", "contradicted")


def state_layer(reach: Reach, base: str, today: date) -> str:
    """Return the state layer that belongs to the base layer with the hash `base`, as known on `today`."""
    presences = [str(code) for code in presence_codes(reach)]
    nothing = presences.index("NO_DATA")
    audience = str(reach.audience)
    drawn = f"""drawn AS (
        SELECT spot.at, coalesce(array_position(%s::text[], s.presence::text) - 1, {nothing}) AS presence,
            coalesce(s.contradicted, false)::integer AS contradicted, {DAY.format(day="s.answered_on")} AS day,
            s.workers, {place_of("s.activity")} AS activity, {place_of("s.qualification")} AS qualification,
            coalesce(s.sources, 0) AS sources, {bits_of("s.minerals")} AS minerals
        FROM spot LEFT JOIN claims_placestate s ON s.place_id = spot.id AND s.audience = %s ORDER BY spot.at)"""
    turned = f"""turned AS (
        SELECT spot.at AS place, {DAY.format(day="c.since")} AS day, {place_of("c.presence")} AS presence,
            c.contradicted::integer AS contradicted
        FROM spot JOIN claims_statechange c ON c.place_id = spot.id AND c.audience = %s ORDER BY spot.at, c.since)"""
    lists = list(ActivityStatus.values), list(QualificationStatus.values), list(Mineral.values)
    tables, parameters = joined(
        spots(reach),
        register_rows(reach, audience, "NOT spot.based"),
        (drawn, (presences, today, *lists, audience)),
        (turned, (today, presences, audience)),
    )
    words = told((code, str(code.label)) for code in presence_codes(reach))
    dictionaries = words, told(ActivityStatus.choices), told(QualificationStatus.choices)
    head = (base, today.isoformat(), [code for code, _name in provinces(reach)])
    return text_of(f"WITH {tables} SELECT {_body()}", (*parameters, *head, *dictionaries))


def _body() -> str:
    extra = object_of((*REGISTER_COLUMNS, ("dict", object_of((("territoire", AREA_DICTIONARY),)))))
    changes = object_of((name, numbers(name)) for name in CHANGE_COLUMNS)
    columns = object_of((name, numbers(name)) for name in STATE_COLUMNS)
    dictionary = object_of((name, "%s::text") for name in ("presence", "activity", "qualification"))
    parts = (
        ("base", "to_json(%s::text)::text"),
        ("as_of", "to_json(%s::text)::text"),
        ("extra", f"(SELECT {extra} FROM entry)"),
        ("changes", f"(SELECT {changes} FROM turned)"),
        ("dict", dictionary),
    )
    inner = object_of(parts)
    return f"left({inner}, -1) || ',' || substr((SELECT {columns} FROM drawn), 2)"
