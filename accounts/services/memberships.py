"""Giving and ending roles."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..codes import Role
from ..models import Membership, Person
from ..reach import forget_reach
from ..signals import reach_changed


@dataclass(frozen=True)
class Scope:
    """Where a role holds: provinces (None is the whole country), optionally one workshop, until a time."""

    provinces: tuple[str, ...] | None = None
    workshop: UUID | None = None
    expires_at: datetime | None = None


def add_membership(person: Person, role: str, scope: Scope, *, by: Any) -> Membership:
    """Return the new membership. For administrators, of others.

    Recorded as `membership.add`. Raises `Fault.NOT_TO_SELF` for one's own, `Fault.NOT_VALID` for a scope that the
    role cannot have (a ministry without provinces).
    """
    check_scope(role, scope)
    if reach_of(by).person == person.pk:
        raise Problem(Fault.NOT_TO_SELF)
    with transaction.atomic():
        membership = Membership.objects.create(
            person=person,
            role=role,
            provinces=None if scope.provinces is None else sorted(set(scope.provinces)),
            workshop=scope.workshop,
            expires_at=scope.expires_at,
        )
        record("membership.add", membership, by=by, of=person.pk, role=role, provinces=scope.provinces)
        require("manage", membership, by=by)
        reach_changed.send(sender=None, person=person.pk)
    forget_reach(person)
    return membership


def end_membership(membership: Membership, *, by: Any) -> None:
    """The role holds no longer, from now on. For administrators, of others. Recorded as `membership.end`."""
    with transaction.atomic():
        require("manage", membership, by=by)
        membership.expires_at = timezone.now()
        membership.save(update_fields=["expires_at"])
        record("membership.end", membership, by=by, of=membership.person_id, role=membership.role)
        reach_changed.send(sender=None, person=membership.person_id)
    forget_reach(membership.person)


def check_scope(role: str, scope: Scope) -> None:
    """Raise `Fault.NOT_VALID` unless `role` can be had in `scope`."""
    nowhere = scope.provinces is not None and not scope.provinces and scope.workshop is None
    whole_country = scope.provinces is None and scope.workshop is None
    if role not in Role.values or (nowhere and role != Role.ADMINISTRATOR):
        raise Problem(Fault.NOT_VALID)
    if role == Role.MINISTRY and whole_country:
        raise Problem(Fault.NOT_VALID)
