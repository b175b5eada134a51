"""Places that may be one: near each other, or of one name in one territoire; a person decides, once."""

from dataclasses import dataclass

from django.db import connection

from access.reach import Reach

from .models import Place, PlaceDistinction

NEAR_METRES = 100
"""Great-circle distance below which two points are proposed whatever they are called."""

NEAR_DEGREES = 0.0011
"""More than 100 m of a meridian, and of a parallel this near the equator: for the index."""

SAME_NAME_METRES = 20_000
"""Two places of one name further apart than this are two."""

MOST_SHOWN = 200

PAIRS = f"""
WITH pair AS (
    SELECT a.id AS one, b.id AS other FROM sites_place a JOIN sites_place b ON a.id < b.id
        AND a.geom && ST_Expand(b.geom, {NEAR_DEGREES})
    UNION
    SELECT a.id, b.id FROM sites_place a JOIN sites_place b ON a.id < b.id AND folded(a.name) = folded(b.name)
        AND folded(a.declared_territoire) = folded(b.declared_territoire)),
measured AS (
    SELECT one, other, ST_DistanceSphere(ST_PointOnSurface(a.geom), ST_PointOnSurface(b.geom)) AS metres,
        similarity(folded(a.name), folded(b.name)) AS alike
    FROM pair JOIN sites_place a ON a.id = one JOIN sites_place b ON b.id = other
    WHERE a.status <> 'MERGED' AND b.status <> 'MERGED' AND a.kind = b.kind
        AND a.parent_id IS DISTINCT FROM b.id AND b.parent_id IS DISTINCT FROM a.id
        AND NOT EXISTS (SELECT FROM {PlaceDistinction._meta.db_table} d
            WHERE d.one_id = one AND d.other_id = other AND d.undone_at IS NULL))
SELECT one, other, metres, alike FROM measured
WHERE metres <= {NEAR_METRES} OR (alike = 1 AND coalesce(metres, 0) <= {SAME_NAME_METRES})
ORDER BY alike DESC, metres NULLS LAST, one, other LIMIT {MOST_SHOWN}
"""


@dataclass(frozen=True)
class Proposal:
    """Two places that may be one, the one with a code first; `metres` is None where one has no position."""

    one: Place
    other: Place
    metres: float | None
    alike: float


def proposals(reach: Reach) -> list[Proposal]:
    """Pairs of places that `reach` may merge and that nobody found to be two, the likeliest first."""
    with connection.cursor() as cursor:
        cursor.execute(PAIRS)
        pairs = cursor.fetchall()
    keys = {key for one, other, *_ in pairs for key in (one, other)}
    places = {place.pk: place for place in Place.objects.permitted_to(reach, "merge").filter(pk__in=keys)}
    found = []
    for one, other, metres, alike in pairs:
        if one in places and other in places:
            first, second = sorted((places[one], places[other]), key=lambda place: (not place.code, place.pk))
            found.append(Proposal(first, second, metres, alike))
    return found
