"""Giving a room the released statements of earlier rounds that it updates."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from access.audit import record
from access.querysets import may_ever
from access.reach import reach_of
from lib.problems import Fault, Problem
from workshops.codes import OPEN_STATES
from workshops.models import Workshop

from ..models import RecalledClaim
from ..offers import recallable


def recall_claims(workshop: Workshop, claims: Iterable[UUID], *, by: Any) -> int:
    """The room of `workshop` reads these claims beside what it writes; return how many are new to it.

    For the secretariat. Only released claims of other workshops, inside the provinces of this one, of class C2 or
    lower and not of a group alone, are given; others are left out in silence. Recorded as `workbook.recall` with
    the count. Raises `Fault.NOT_READY` once the room is closed.
    """
    with transaction.atomic():
        locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
        if locked.state not in OPEN_STATES:
            raise Problem(Fault.NOT_READY)
        reach = reach_of(by)
        if not may_ever(reach, "add", RecalledClaim):
            raise Problem(Fault.FORBIDDEN)
        rows = RecalledClaim.objects.filter(workshop=locked)
        before = rows.count()
        keys = recallable(locked, reach).filter(pk__in=list(claims)).values_list("pk", flat=True)
        RecalledClaim.objects.bulk_create(
            [RecalledClaim(workshop=locked, claim_id=key, given_by=reach.person) for key in keys],
            ignore_conflicts=True,
        )
        number = rows.count() - before
        record("workbook.recall", RecalledClaim, by=by, workshop=locked.pk, count=number)
    return number
