"""Places: proposed by whoever hears of them, accepted into the register with a code, mended, classed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pghistory
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, QuerySet
from django.utils import timezone

from access.audit import record
from access.policy import histories_of
from access.querysets import can, require
from access.reach import reach_of
from lib.ids import new_code, number_of
from lib.problems import Fault, Problem

from ..codes import PlaceStatus, Sensitivity
from ..models import Place
from ..signals import places_accepted

Places = Place | Iterable[Place] | QuerySet[Place]

MENDABLE = frozenset({
    "kind", "name", "aliases", "parent", "geom", "location_precision", "external_ids", "declared_province",
    "declared_territoire", "declared_collectivite", "declared_groupement", "declared_village",
})  # fmt: skip
"""What amending may change; status, code, class and what the database keeps have their own ways."""

KEPT_BY_DATABASE = ("provinces", "province_declared", "province_located", "territoire_located")
RANK = {code: rank for rank, code in enumerate(Sensitivity)}
TRIES_FOR_A_CODE = 5


def propose_place(*, name: str, by: Any, **fields: Any) -> Place:
    """A proposed place called `name`, without a code. For the secretariat, and a facilitator in an own workshop.

    Recorded as `place.propose`. Raises `Fault.NOT_VALID` for a code outside its list or an unsound position,
    `FORBIDDEN`.
    """
    place = Place(name=name.strip(), status=PlaceStatus.PROPOSED, **fields)
    with transaction.atomic():
        _save(place)
        record("place.propose", place, by=by)
        require("add", place, by=by)
    return place


def accept_place(place: Place, *, by: Any) -> Place:
    """The place stands in the register; see `accept_places`."""
    accept_places(place, by=by)
    place.refresh_from_db()
    return place


def accept_places(places: Places, *, by: Any) -> int:
    """Each of `places` stands in the register with a code that tells nothing; returns how many.

    Receivers of `places_accepted` set the class: C2 where the place exists only through claims above C1. For the
    secretariat; recorded as `place.accept`. Raises `Fault.FORBIDDEN`, `STALE` where one is not proposed any more.
    """
    keys = _keys(places)
    with transaction.atomic():
        rows = list(Place.objects.filter(pk__in=keys).order_by("pk").select_for_update())
        if Place.objects.filter(pk__in=keys).permitted(by, "accept").count() < len(rows):
            waiting = all(row.status == PlaceStatus.PROPOSED for row in rows)
            raise Problem(Fault.FORBIDDEN if waiting or not can(by, "settle", rows[0]) else Fault.STALE)
        now, codes = timezone.now(), _new_codes(len(rows))
        for row, code in zip(rows, codes, strict=True):
            row.code, row.number = row.code or code, row.number if row.number is not None else number_of(code)
            row.status, row.accepted_at = PlaceStatus.ACCEPTED, now
        Place.objects.bulk_update(rows, ["code", "number", "status", "accepted_at"], batch_size=1000)
        places_accepted.send(Place, places=keys)
        record("place.accept", rows[0] if len(rows) == 1 else Place, by=by, count=len(rows))
    return len(rows)


def amend_place(place: Place, *, by: Any, **fields: Any) -> Place:
    """The place has the new `fields`. For who proposed it while it is proposed, else the secretariat; `place.amend`.

    Raises `Fault.NOT_VALID` for a field that has its own way or a value that is not possible, `FORBIDDEN`.
    """
    if not MENDABLE.issuperset(fields):
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        row = _held(place, "change", by)
        for name, value in fields.items():
            setattr(row, name, value)
        _save(row)
        record("place.amend", row, by=by, fields=sorted(fields))
        require("change", row, by=by)
    return row


def raise_place_class(place: Place, sensitivity: str, *, by: Any) -> Place:
    """The place has at least the class `sensitivity`. For who may change it; recorded as `place.raise_class`."""
    with transaction.atomic():
        row = _held(place, "change", by)
        if RANK[Sensitivity(sensitivity)] > RANK[Sensitivity(row.sensitivity)]:
            _class_place(row, sensitivity, "place.raise_class", by)
    return row


def lower_place_class(place: Place, sensitivity: str, *, reason: str, by: Any) -> Place:
    """The place has the lower class `sensitivity`; the reason stands in its history. For the secretariat.

    Recorded as `place.lower_class`. Raises `Fault.REASON_MISSING`, `CONFLICT` for a class that is not lower.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic(), pghistory.context(reason=reason.strip(), person=str(reach_of(by).person)):
        row = _held(place, "settle", by)
        if RANK[Sensitivity(sensitivity)] >= RANK[Sensitivity(row.sensitivity)]:
            raise Problem(Fault.CONFLICT)
        _class_place(row, sensitivity, "place.lower_class", by)
    return row


def erase_proposal(key: UUID, *, workshop: UUID, by: Any) -> bool:
    """A place that only the room of `workshop` brought is gone with its history; return whether there was one.

    Who may is for the caller to ask. Raises `Fault.NOT_READY` where the register has accepted it, or something else
    rests on it: then it is the secretariat's to withdraw. Recorded as `place.erase`.
    """
    row = Place.objects.filter(pk=key, workshop=workshop).first()
    if row is None:
        return False
    try:
        with transaction.atomic():
            if row.status != PlaceStatus.PROPOSED:
                raise Problem(Fault.NOT_READY)
            record("place.erase", row, by=by)
            row.delete()
    except ProtectedError:
        raise Problem(Fault.NOT_READY) from None
    for model in histories_of("sites"):
        model._default_manager.filter(pgh_obj_id=key).delete()
    return True


def _class_place(row: Place, sensitivity: str, verb: str, by: Any) -> None:
    before, row.sensitivity = row.sensitivity, sensitivity
    row.save(update_fields=["sensitivity"])
    record(verb, row, by=by, before=before, after=sensitivity)


def _held(place: Place, verb: str, by: Any) -> Place:
    """The place as it is now, locked; raises `Fault.NOT_FOUND` or `FORBIDDEN` unless `by` may touch it with `verb`."""
    row = Place.objects.select_for_update(of=("self",)).filter(pk=place.pk).first()
    if row is None or not can(by, "view", row):
        raise Problem(Fault.NOT_FOUND)
    require(verb, row, by=by)
    return row


def _save(place: Place) -> None:
    """Save; what the lists or the database refuse is a fault with words."""
    try:
        place.clean_fields(exclude=KEPT_BY_DATABASE)
        with transaction.atomic():
            place.save()
    except (ValidationError, IntegrityError):
        raise Problem(Fault.NOT_VALID) from None
    place.refresh_from_db()


def _new_codes(wanted: int) -> list[str]:
    """So many codes that no place has had; 30 bits are nearly empty, so a second draw is rare."""
    codes: set[str] = set()
    for _ in range(TRIES_FOR_A_CODE):
        codes |= {new_code() for _ in range(wanted - len(codes))}
        codes -= set(Place.objects.filter(code__in=codes).values_list("code", flat=True))
        if len(codes) == wanted:
            return sorted(codes)
    raise Problem(Fault.UNAVAILABLE)


def _keys(places: Places) -> list[Any]:
    if isinstance(places, Place):
        return [places.pk]
    if isinstance(places, QuerySet):
        return list(places.order_by().values_list("pk", flat=True))
    return [place.pk for place in places]
