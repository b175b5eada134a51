"""What the wall gets: the plenary's part of the projection, and what it is to show; the rest is as if never said."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from sites.codes import C1, PlaceStatus
from sites.models import Actor, Area, Place
from workshops.codes import TreeSide
from workshops.models import Workshop

from .claiming.matching import uuid_of
from .context import day_of
from .models import Workbook
from .presence import shown
from .projected import projected
from .projection import Records, plenary
from .projection.plenary import ids
from .projection.said import Statement

NEVER = {"beneficiary", "beneficiary_name", "demands", "allies", "rivals", "note", "said", "group", "answers"}
"""Of statements: names of who gains, and words that nobody read out."""

OF_ROOM = {"disclosure", "sensitivity", "chosen", "presence_told"}
OF_CARDS = {"said", "group", "disclosure", "language"}


def wall_of(workbook: Workbook) -> dict[str, Any]:
    """Everything that a wall of this workbook draws."""
    records = plenary(projected(workbook).records)
    workshop = Workshop.objects.get(pk=workbook.workshop_id)
    return {
        "type": "wall",
        "shown": _shown(workbook, records),
        "workshop": {
            "name": workshop.name,
            "territoire": workshop.territoire,
            "day": day_of(workshop, timezone.localdate()),
            "days": (workshop.ends_on - workshop.starts_on).days + 1,
        },
        "agenda": [asdict(it) for it in records.agenda],
        "core": next((it.id for it in records.nodes if it.side == TreeSide.CORE), ""),
        "nodes": [_without(it, OF_CARDS) for it in records.nodes],
        "links": [asdict(it) for it in records.links],
        "objectives": [asdict(it) for it in records.objectives],
        "rows": _rows(records, workbook.workshop_id),
        "situations": _told(records, records.situations),
        "recommendations": [_without(it, {"group", "disclosure"}) for it in records.recommendations],
        "reserves": [it.about for it in records.reserves],
    }


def _shown(workbook: Workbook, records: Records) -> dict[str, str]:
    """What is to be shown; a card or row that is not for the room opens nothing, as one that was removed."""
    asked = shown(workbook.workshop_id)
    told = ids(records.nodes) | ids(records.places) | ids(records.recommendations)
    return asked | {"branch": asked["branch"] if asked["branch"] in told else ""}


def _rows(records: Records, workshop: UUID) -> list[dict[str, Any]]:
    """The table: each place with its statements."""
    names, areas = _place_names(records, workshop), _area_names(records)
    rows = []
    for place in records.places:
        row = _without(place, {"group", "ref", "lon", "lat", "position_said"})
        name, territoire = names.get(place.ref, ("", ""))
        row["name"], row["adopted"] = place.name or name, bool(place.adopted)
        row["territoire"] = areas.get(place.territoire, "") or territoire
        for kind in ("observations", "involvements", "legs", "benefits"):
            row[kind] = _told(records, (it for it in getattr(records, kind) if it.place == place.id))
        rows.append(row)
    return rows


def _told(records: Records, statements: Iterable[Statement]) -> list[dict[str, Any]]:
    names = _actor_names(records)
    told = []
    for statement in statements:
        row = _without(statement, NEVER | OF_ROOM)
        if "actor" in row:
            row["actor"] = row.pop("actor_name") or names.get(row["actor"], "")
        told.append(row)
    return told


def _place_names(records: Records, workshop: UUID) -> dict[str, tuple[str, str]]:
    """Names and territoires of known places that everybody in scope may read, and of those that this room proposed."""
    refs = {it.ref for it in records.places if it.ref}
    keys = [key for it in refs if (key := uuid_of(it))]
    told = Q(code__in=refs, status=PlaceStatus.ACCEPTED, sensitivity__in=C1) | Q(pk__in=keys, workshop=workshop)
    rows = Place.objects.filter(told).values_list("code", "pk", "name", "declared_territoire")
    return {str(code or pk): (name, territoire) for code, pk, name, territoire in rows}


def _area_names(records: Records) -> dict[str, str]:
    """Names of the territoires in which the room has put its places."""
    rows = Area.objects.filter(pcode__in={it.territoire for it in records.places})
    return dict(rows.values_list("pcode", "name"))


def _actor_names(records: Records) -> dict[str, str]:
    """Names of known actors that are reference; the others stand on the wall by their category alone."""
    rows = Actor.objects.filter(status=PlaceStatus.ACCEPTED, sensitivity__in=C1)
    named = {getattr(it, "actor", "") for it in records.statements}
    return {str(key): name for key, name in rows.values_list("pk", "name") if str(key) in named}


def _without(record: Any, names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in asdict(record).items() if name not in names}
