"""Persons, memberships, grants, letters and the trail."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from access.audit import record
from access.models import AnonymousRefusal
from accounts.models import Grant, Institution, Invitation, Membership, Person
from sites.models import Area

from ..expected_rows import C2, Traits
from ..world import World


def marked(mark: str) -> Traits:
    """A row of which only its mark is looked at."""
    return Traits("", C2, "", mark=mark)


def plant_accounts(world: World) -> None:
    """Rows of `accounts` and `access`, and areas."""
    for institution in Institution.objects.all():
        world.plant("accounts.Institution", institution, marked(""))
    for name, person in world.people.items():
        if person is not None:
            world.plant("accounts.Person", person, marked(name))
            for membership in Membership.objects.filter(person=person):
                world.plant("accounts.Membership", membership, marked(name))
    _plant_grants(world)
    letter = Invitation.objects.create(
        email="new@demo.invalid", name="New", role="ANALYST", token_hash="0" * 64, expires_at=timezone.now()
    )
    world.plant("accounts.Invitation", letter, marked(""))
    world.plant("access.AuditEntry", record("test.planted", by=world.people["celine"]), marked(""))
    refusals = AnonymousRefusal.objects.create(minute=timezone.now(), count=2)
    world.plant("access.AnonymousRefusal", refusals, marked(""))
    for area in Area.objects.all():
        world.plant("sites.Area", area, marked(""))


def _plant_grants(world: World) -> None:
    people: dict[str, Any] = world.people
    for held in Grant.objects.filter(person=people["celine"]):
        world.plant("accounts.Grant", held, marked("held by celine"))
    for asking, gaining, mark in (("furaha", "daudi", "asked by furaha"), ("furaha", "esther", "for esther")):
        world.plant("accounts.Grant", _asked(people[asking], people[gaining]), marked(mark))


def _asked(by: Person, person: Person) -> Grant:
    now = timezone.now()
    fields = {"person": person, "asked_by": by, "asked_at": now, "expires_at": now + timedelta(days=5)}
    return Grant.objects.create(province="CD63", reason="to compare", **fields)  # type: ignore[no-any-return]
