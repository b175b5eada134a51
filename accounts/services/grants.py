"""Widening one person's reach for a while: asked by one of the secretariat, approved by another."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..codes import GrantedClass
from ..models import Grant, Person
from ..reach import forget_reach, holds_in_province

MOST_DAYS = 30


def request_grant(
    person: Person,
    *,
    by: Any,
    reason: str,
    days: int = MOST_DAYS,
    records: tuple[UUID, ...] = (),
    province: str = "",
    highest_class: str = GrantedClass.HIGH,
) -> Grant:
    """Return a grant that waits for its second person; until then it opens nothing.

    For the secretariat, for others. Recorded as `grant.ask`. Raises `Fault.REASON_MISSING`, `Fault.NOT_VALID` (more
    than 30 days; neither or both of records and province; a province at a class below what the person's audience
    reads there, which could not be held), `Fault.NOT_TO_SELF`.
    """
    acting = reach_of(by).person
    _check(person, acting, reason, days, records, province, highest_class)
    now = timezone.now()
    with transaction.atomic():
        grant = Grant.objects.create(
            person=person,
            records=sorted(set(records)),
            province=province,
            highest_class=highest_class,
            reason=reason.strip(),
            asked_by_id=acting,  # type: ignore[misc]  # a reach without a person is refused after saving
            asked_at=now,
            expires_at=now + timedelta(days=days),
        )
        record("grant.ask", grant, by=by, of=person.pk, records=records, province=province, highest=highest_class)
        require("ask", grant, by=by)
    return grant


def approve_grant(grant: Grant, *, by: Any) -> None:
    """The grant opens what it names. For a second person of the secretariat. Recorded as `grant.approve`.

    Raises `Fault.SECOND_PERSON` for whoever asked, `Fault.NOT_TO_SELF` for whoever gains, `Fault.GONE` when it ended.
    """
    acting = reach_of(by).person
    if acting == grant.asked_by_id:
        raise Problem(Fault.SECOND_PERSON)
    if acting == grant.person_id:
        raise Problem(Fault.NOT_TO_SELF)
    with transaction.atomic():
        locked: Grant = Grant.objects.select_for_update().get(pk=grant.pk)
        if locked.approved_at or locked.ended_at or locked.expires_at <= timezone.now():
            raise Problem(Fault.GONE)
        require("approve", locked, by=by)
        locked.approved_by_id = acting
        locked.approved_at = timezone.now()
        locked.save(update_fields=["approved_by", "approved_at"])
        record("grant.approve", locked, by=by, of=locked.person_id, highest=locked.highest_class)
    forget_reach(grant.person)


def end_grant(grant: Grant, *, by: Any) -> None:
    """The grant opens nothing any more; narrowing needs no second person. Recorded as `grant.end`."""
    with transaction.atomic():
        require("end", grant, by=by)
        Grant.objects.filter(pk=grant.pk, ended_at=None).update(ended_at=timezone.now())
        record("grant.end", grant, by=by, of=grant.person_id)
    forget_reach(grant.person)


def _check(
    person: Person,
    acting: UUID | None,
    reason: str,
    days: int,
    records: tuple[UUID, ...],
    province: str,
    highest_class: str,
) -> None:
    """Raise the first thing that is wrong with what is asked."""
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    if not 1 <= days <= MOST_DAYS or bool(records) == bool(province):
        raise Problem(Fault.NOT_VALID)
    if province and not holds_in_province(reach_of(person).audience, highest_class):
        raise Problem(Fault.NOT_VALID)
    if acting is None:
        raise Problem(Fault.FORBIDDEN)
    if acting == person.pk:
        raise Problem(Fault.NOT_TO_SELF)
