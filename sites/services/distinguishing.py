"""Two entries of the register that look like one place and are two: decided by a person, and taken back by one."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from lib.problems import Fault, Problem

from ..codes import PlaceStatus
from ..models import Place, PlaceDistinction
from .merging import acting


def distinguish_places(one: Place, other: Place, *, by: Any) -> PlaceDistinction:
    """The pair is two places and is not proposed again. For the secretariat; recorded as `place.distinguish`.

    Raises `Fault.CONFLICT` for one and the same place or one that is merged, `STALE` when it is decided already,
    `FORBIDDEN`.
    """
    with transaction.atomic():
        rows = sorted(Place.objects.filter(pk__in=[one.pk, other.pk]).select_for_update(of=("self",)), key=_key)
        if len(rows) < 2 or any(row.status == PlaceStatus.MERGED for row in rows):
            raise Problem(Fault.CONFLICT)
        for row in rows:
            require("merge", row, by=by)
        pair = {"one": rows[0], "other": rows[1]}
        if PlaceDistinction.objects.filter(**pair, undone_at=None).exists():
            raise Problem(Fault.STALE)
        decided = PlaceDistinction.objects.create(**pair, by=acting(by))
        record("place.distinguish", rows[0], by=by, other=rows[1].pk)
    return decided


def undo_distinction(decided: PlaceDistinction, *, by: Any) -> None:
    """The pair may be proposed again. For the secretariat; recorded as `place.compare`. Raises `Fault.STALE`."""
    with transaction.atomic():
        row = PlaceDistinction.objects.select_for_update().get(pk=decided.pk)
        require("view", row, by=by)
        if row.undone_at:
            raise Problem(Fault.STALE)
        require("undo", row, by=by)
        row.undone_at = timezone.now()
        row.save(update_fields=["undone_at"])
        record("place.compare", Place(pk=row.one_id), by=by, other=row.other_id)


def _key(place: Place) -> Any:
    return place.pk
