"""Giving a room the released statements of earlier rounds that it updates."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from access.audit import record
from access.querysets import may_ever
from access.reach import Reach, reach_of
from claims.codes import RELEASED, Disclosure
from claims.models import Claim
from lib.problems import Fault, Problem
from sites.codes import C2
from workshops.codes import OPEN_STATES
from workshops.models import Workshop

from ..models import RecalledClaim


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


def recallable(workshop: Workshop, reach: Reach) -> QuerySet[Claim]:
    """Claims that could be given to the room of `workshop`, as far as `reach` reads them."""
    rows = Claim.objects.permitted_to(reach).filter(review_status__in=RELEASED, sensitivity__in=C2)
    rows = rows.filter(workshop__isnull=False, provinces__contained_by=list(workshop.provinces))
    return rows.exclude(workshop=workshop.pk).exclude(disclosure=Disclosure.GROUP_ONLY)
