"""Which rows of the registers a room means, as far as it said so itself; places that it brought are proposed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.gis.geos import Point
from django.db.models import Q

from accounts.codes import PROVINCES
from accounts.models import Institution
from sites.codes import PlaceStatus, Sensitivity
from sites.models import Actor, Area, Place
from sites.services import amend_place, propose_place
from workshops.models import Workshop

from ..projection import Records
from ..projection.records import Place as Said
from ..projection.said import Benefit, Involvement, Situation
from ..projection.wording import folded
from .matching import Matching, entry_key, uuid_of

LONGEST_NAME = 200


def meant(records: Records, *, workshop: Workshop, by: Any) -> Matching:
    """The places, actors, areas and institutions that `records` name.

    A place with a code is that of the register. One that the room brought, and of which something is said, is a
    proposal under its entry's key: made once, mended while it waits, and followed where the secretariat merged it.
    An actor is the one that was chosen, or the only one with the name that was typed; nobody is guessed.
    """
    return Matching(
        places=_places(records, workshop, by),
        actors=_actors(records),
        areas={it.pcode: it for it in Area.objects.filter(pcode__in=_areas(records))},
        institutions=_institutions(records),
    )


def _places(records: Records, workshop: Workshop, by: Any) -> dict[str, Place]:
    known = _registered(it.ref for it in records.places)
    spoken = _spoken(records)
    found = {it.id: known[it.ref] for it in records.places if it.ref in known}
    brought = [it for it in records.places if it.id not in found and it.id in spoken and it.name]
    waiting = Place.objects.in_bulk([entry_key(workshop.pk, "places", it.id) for it in brought])
    for it in brought:
        row = waiting.get(entry_key(workshop.pk, "places", it.id))
        found[it.id] = _proposed(it, row, found.get(it.parent), workshop, by)
    return found


def _registered(refs: Iterable[str]) -> dict[str, Place]:
    """Places by how a workbook points to them: by code, or by key as long as there is none."""
    asked = {ref for ref in refs if ref}
    rows = Place.objects.select_related("merged_into").filter(
        Q(code__in=asked) | Q(pk__in=[key for ref in asked if (key := uuid_of(ref))])
    )
    found: dict[str, Place] = {}
    for row in rows:
        for name in {str(row.pk), row.code or ""} & asked:
            found[name] = _standing(row)
    return found


def _standing(place: Place) -> Place:
    """The place itself, or the one into which it was merged."""
    while place.status == PlaceStatus.MERGED and place.merged_into is not None:
        place = place.merged_into
    return place


def _spoken(records: Records) -> set[str]:
    """Places of which something is said, or to which something leads, with what they lie in."""
    spoken = {it.place for it in records.statements} | {it.to for it in records.legs}
    spoken |= {place for it in records.nodes for place in it.places}
    spoken |= {place for it in records.recommendations for place in it.places}
    above = {it.id: it.parent for it in records.places}
    for place in list(spoken):
        while place := above.get(place, ""):
            spoken.add(place)
    return spoken


def _proposed(said: Said, row: Place | None, parent: Place | None, workshop: Workshop, by: Any) -> Place:
    fields = _fields(said, parent, workshop)
    if row is None:
        key = entry_key(workshop.pk, "places", said.id)
        return propose_place(id=key, workshop=workshop.pk, by=by, **fields)
    if row.status != PlaceStatus.PROPOSED:
        return _standing(row)
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    return amend_place(row, by=by, **changed) if changed else row


def _fields(said: Said, parent: Place | None, workshop: Workshop) -> dict[str, Any]:
    area = Area.objects.select_related("parent").filter(pcode=said.territoire).first() if said.territoire else None
    province = area.parent.name if area and area.parent else str(PROVINCES.get(workshop.provinces[0], ""))
    has_point = said.lon is not None and said.lat is not None
    fields: dict[str, Any] = {
        "name": said.name[:LONGEST_NAME],
        "kind": said.kind,
        "geom": Point(said.lon, said.lat, srid=4326) if has_point else None,
        "declared_province": province,
        "declared_territoire": area.name if area else "",
        "parent": parent,
    }
    return fields | ({"location_precision": said.precision} if has_point and said.precision else {})


def _actors(records: Records) -> dict[str, Actor]:
    """By id those that were chosen; by name those that were typed, where exactly one in the lists is called so."""
    told = [it for it in records.statements if isinstance(it, Involvement | Situation)]
    gains = [it for it in records.statements if isinstance(it, Benefit)]
    chosen = {it.actor for it in told} | {it.beneficiary for it in gains}
    chosen |= {actor for it in records.nodes for actor in it.actors}
    chosen |= {actor for it in records.situations for actor in (*it.allies, *it.rivals)}
    keys: list[UUID] = [key for text in chosen if (key := uuid_of(text))]
    found = {str(row.pk): row for row in Actor.objects.filter(pk__in=keys)}
    typed = {it.actor_name for it in told} | {it.beneficiary_name for it in gains}
    return found | _named(typed - {""})


def _named(typed: set[str]) -> dict[str, Actor]:
    if not typed:
        return {}
    rows = Actor.objects.exclude(sensitivity=Sensitivity.SEVERE).filter(status=PlaceStatus.ACCEPTED)
    called: dict[str, set[UUID]] = defaultdict(set)
    by_key = {row.pk: row for row in rows}
    for row in by_key.values():
        for name in (row.name, row.acronym, *row.aliases):
            if name:
                called[folded(name)].add(row.pk)
    return {name: by_key[next(iter(keys))] for name in typed if len(keys := called.get(folded(name), set())) == 1}


def _areas(records: Records) -> set[str]:
    named = {it.area for it in records.involvements} | {area for it in records.situations for area in it.areas}
    return named - {""}


def _institutions(records: Records) -> dict[str, Institution]:
    asked = {it.addressee for it in records.recommendations if it.addressee}
    found: dict[str, list[Institution]] = defaultdict(list)
    for row in Institution.objects.filter(name__in=asked):
        found[row.name].append(row)
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}
