"""Where a place lies when what was declared and what the outlines say differ."""

from typing import Any

from django.db import transaction

from access.audit import record
from access.querysets import can, require
from lib.problems import Fault, Problem

from ..codes import ABROAD, UNKNOWN_PROVINCE
from ..models import Area, Place


def settle_province(place: Place, pcode: str, *, by: Any) -> Place:
    """The place and everything said of it belong to the province `pcode`; empty, both answers stand again.

    The two answers are kept. For the secretariat; recorded as `place.settle`. Raises `Fault.NOT_VALID` for what is no
    province, `NOT_FOUND`, `FORBIDDEN`.
    """
    known = pcode in ("", ABROAD, UNKNOWN_PROVINCE) or Area.objects.filter(level=1, pcode=pcode).exists()
    if not known:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        row = Place.objects.select_for_update(of=("self",)).filter(pk=place.pk).first()
        if row is None or not can(by, "view", row):
            raise Problem(Fault.NOT_FOUND)
        require("settle", row, by=by)
        row.settled_province = pcode
        row.save(update_fields=["settled_province"])
        row.refresh_from_db()
        record("place.settle", row, by=by)
    return row
