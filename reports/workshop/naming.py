"""Names of what entries point to: places, actors and areas of the registers, as the reader may know them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from sites.models import Actor, Area, Place
from workbook.projection import Records
from workbook.projection import records as recorded

CHARACTERS_OF_PROVINCE = len("CD74")


class Names:
    """Words for the ids of one workbook; what the reader may not know stays without a name."""

    def __init__(self, records: Records, by: Any) -> None:
        self.entries = {it.id: it for it in records.places}
        refs = {it.ref for it in records.places if it.ref}
        found = Place.objects.permitted(by, "view").filter(Q(code__in=refs) | Q(pk__in=_keys(refs)))
        self.places = {key: it for it in found for key in (it.code, str(it.pk)) if key}
        self.actors = dict(
            Actor.objects.permitted(by, "view").filter(pk__in=_keys(_actors(records))).values_list("pk", "name")
        )
        areas = {it.territoire for it in records.places if it.territoire}
        self.areas = dict(Area.objects.filter(pcode__in=areas).values_list("pcode", "name"))

    def place(self, id: str) -> str:
        """The name of a place of the workbook, with the label that the room uses."""
        entry = self.entries.get(id)
        if entry is None:
            return ""
        known = self.places.get(entry.ref)
        name = entry.name or (known.name if known else "") or entry.label or entry.ref
        return f"{entry.label} · {name}" if entry.label and entry.label != name else name

    def where(self, entry: recorded.Place) -> str:
        """Its territoire."""
        known = self.places.get(entry.ref)
        return self.areas.get(entry.territoire, "") or (known.declared_territoire if known else "")

    def province(self, entry: recorded.Place) -> str:
        """P-code of its province: its territoire's, or the register's where there is but one."""
        if entry.territoire:
            return entry.territoire[:CHARACTERS_OF_PROVINCE]
        known = self.places.get(entry.ref)
        return known.provinces[0] if known and len(known.provinces) == 1 else ""

    def spot(self, entry: recorded.Place) -> tuple[float, float] | None:
        """Longitude and latitude: as the room placed it, else the register's."""
        if entry.lon is not None and entry.lat is not None:
            return entry.lon, entry.lat
        known = self.places.get(entry.ref)
        if known is None or known.geom is None:
            return None
        point = known.geom if known.geom.geom_type == "Point" else known.geom.point_on_surface
        return point.x, point.y

    def actor(self, id: str, name: str) -> str:
        """The name of an actor: the register's, or the one that the room typed."""
        try:
            return self.actors.get(UUID(id), "") or name
        except ValueError:
            return name


def _actors(records: Records) -> Iterable[str]:
    for act in records.involvements:
        yield act.actor
    for stand in records.situations:
        yield stand.actor
    for gain in records.benefits:
        yield gain.beneficiary


def _keys(ids: Iterable[str]) -> set[UUID]:
    keys = set()
    for id in ids:
        try:
            keys.add(UUID(id))
        except ValueError:
            continue
    return keys
