"""Which known place a room may have meant: ranked by distance, name, other names and territoire; a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from access.reach import Reach

from .codes import PlaceStatus
from .models import Place, PlaceDistinction, Source

NEAR_METRES = 5_000
"""A position pointed at on a projected map is this far off at most."""

NEAR_DEGREES = 0.046
"""More than 5 km of a meridian, and of a parallel this near the equator."""

LEAST_ALIKE = 0.5
"""Trigram similarity of folded names, from which a place further away is proposed."""

NAMESAKE_METRES = 40_000
"""A namesake further away than this is another place."""

MOST_PROPOSED = 4

CANDIDATES = f"""
WITH asked AS (SELECT * FROM sites_place WHERE id = ANY(%s::uuid[])),
pair AS (
    SELECT a.id AS asked, b.id AS known, a.kind = b.kind AS same_kind,
        ST_DistanceSphere(ST_PointOnSurface(a.geom), ST_PointOnSurface(b.geom)) AS metres,
        a.declared_territoire <> ''
            AND folded(a.declared_territoire) = folded(b.declared_territoire) AS same_territoire,
        similarity(folded(a.name), folded(b.name)) AS alike,
        (SELECT other FROM unnest(b.aliases) AS other WHERE similarity(folded(a.name), folded(other)) >= {LEAST_ALIKE}
            ORDER BY similarity(folded(a.name), folded(other)) DESC LIMIT 1) AS alias
    FROM asked a JOIN sites_place b ON b.status = '{PlaceStatus.ACCEPTED}' AND b.id <> a.id
        AND (b.provinces && a.provinces OR b.geom && ST_Expand(a.geom, {NEAR_DEGREES}))
    WHERE NOT EXISTS (SELECT FROM {PlaceDistinction._meta.db_table} d WHERE d.undone_at IS NULL
        AND d.one_id IN (a.id, b.id) AND d.other_id IN (a.id, b.id)))
SELECT asked, known, metres, alike, coalesce(alias, ''), same_territoire, same_kind FROM pair
WHERE metres <= {NEAR_METRES}
    OR ((alike >= {LEAST_ALIKE} OR alias IS NOT NULL) AND coalesce(metres, 0) <= {NAMESAKE_METRES})
"""


@dataclass(frozen=True)
class Candidate:
    """A known place that the room may have meant, with what speaks for it; `metres` is None without a position."""

    place: Place
    metres: float | None
    alike: float
    alias: str
    same_territoire: bool
    same_kind: bool

    @property
    def score(self) -> float:
        """The higher, the likelier: a name counts most, then nearness, then territoire and kind."""
        named = max(self.alike, 0.9 if self.alias else 0.0)
        near = 0.0 if self.metres is None else max(0.0, 1 - self.metres / NEAR_METRES)
        return named * 60 + near * 40 + self.same_territoire * 10 + self.same_kind * 5

    @property
    def reasons(self) -> list[str]:
        """What speaks for it, and what against, in words."""
        words = [self._name_in_words(), self._distance_in_words()]
        if self.same_territoire:
            words.append(_("same territoire"))
        if not self.same_kind:
            words.append(_("another kind of place"))
        return [word for word in words if word]

    def _name_in_words(self) -> str:
        if self.alike == 1:
            return _("same name")
        if self.alias:
            return _("also called %(name)s") % {"name": self.alias}
        return _("similar name") if self.alike >= LEAST_ALIKE else _("another name")

    def _distance_in_words(self) -> str:
        if self.metres is None:
            return _("one of them has no position")
        if self.metres < 1000:
            return _("%(metres)d m away") % {"metres": round(self.metres, -1)}
        return _("%(kilometres)d km away") % {"kilometres": round(self.metres / 1000)}


def candidates(places: Iterable[UUID], reach: Reach) -> dict[UUID, list[Candidate]]:
    """Known places for each of the proposed `places`, the likeliest first, among those that `reach` may merge."""
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [list(places)])
        rows: list[Any] = cursor.fetchall()
    known = Place.objects.permitted_to(reach, "merge").in_bulk({row[1] for row in rows})
    found: dict[UUID, list[Candidate]] = {}
    for asked, key, *told in rows:
        if key in known:
            found.setdefault(asked, []).append(Candidate(known[key], *told))
    return {key: sorted(list_, key=lambda it: -it.score)[:MOST_PROPOSED] for key, list_ in found.items()}


def is_new_name(name: str, place: Place) -> bool:
    """Whether `place` is called `name` nowhere, however it is spelled."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT NOT EXISTS (SELECT FROM unnest(%s::text[]) AS known WHERE folded(known) = folded(%s))",
            [[place.name, *place.aliases], name],
        )
        return bool(cursor.fetchone()[0])


def rooms_of(places: Iterable[Place]) -> dict[UUID, str]:
    """Title of the source by which each workshop of `places` speaks."""
    keys = {place.workshop for place in places if place.workshop}
    return {it.workshop: it.title for it in Source.objects.filter(workshop__in=keys).order_by("-title") if it.workshop}
