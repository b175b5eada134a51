"""How a person becomes a reach: once per request, from memberships and grants in force by the database's clock."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from access.reach import Audience, Granted, Reach

from .codes import OPENED_BY, GrantedClass, Role
from .models import Grant, Membership, Person

AUDIENCE_OF_ROLE = {
    Role.SECRETARIAT: Audience.SECRETARIAT,
    Role.ANALYST: Audience.ANALYST,
    Role.MINISTRY: Audience.MINISTRY,
    Role.FACILITATOR: Audience.BASIC,
}
"""Highest first: a person with several roles reads as the highest one."""

_KEPT_AS = "_reach_of_this_request"
_RESTS_ON = "_memberships_and_grants_of_this_request"


def reach_of_person(person: Any) -> Reach:
    """Return the reach of `person`; kept on the object, which lives as long as the request does."""
    if not isinstance(person, Person):
        person = Person.objects.get(pk=person.pk)
    kept = getattr(person, _KEPT_AS, None)
    if isinstance(kept, Reach):
        return kept
    reach = _build(person)
    setattr(person, _KEPT_AS, reach)
    return reach


def keep_for_reach(person: Person, memberships: list[Membership], grants: list[Grant]) -> None:
    """Let the reach rest on what was read together with `person`, all of it in force."""
    setattr(person, _RESTS_ON, (memberships, grants))


def forget_reach(person: Person) -> None:
    """Let the next question read the memberships again; for whoever changes them."""
    for name in (_KEPT_AS, _RESTS_ON):
        if hasattr(person, name):
            delattr(person, name)


def _build(person: Person) -> Reach:
    if not person.is_active:
        return Reach(person=person.pk, audience=Audience.NOBODY)
    memberships, grants = getattr(person, _RESTS_ON, None) or _read(person)
    audience, holding = _audience_of(memberships)
    grants = grants if holding else []
    own = [membership for membership in memberships if membership.role == Role.FACILITATOR and membership.workshop]
    return Reach(
        person=person.pk,
        audience=audience,
        provinces=_provinces_of(
            holding, [grant for grant in grants if holds_in_province(audience, grant.highest_class)]
        ),
        workshops=_sorted(m.workshop for m in own),
        closed_workshops=_sorted(m.workshop for m in own if m.workshop_closed),
        granted=_granted_of(grants),
        institution=person.institution_id,
        administers=any(m.role == Role.ADMINISTRATOR for m in memberships),
    )


def _read(person: Person) -> tuple[list[Membership], list[Grant]]:
    memberships = list(Membership.objects.filter(person=person).in_force())
    return memberships, list(Grant.objects.filter(person=person).in_force()) if memberships else []


def _audience_of(memberships: list[Membership]) -> tuple[Audience, list[Membership]]:
    """The highest audience, and the memberships that give it: only those count for its provinces."""
    for role, audience in AUDIENCE_OF_ROLE.items():
        holding = [membership for membership in memberships if membership.role == role]
        if holding:
            return audience, holding
    return Audience.NOBODY, []


def _provinces_of(holding: list[Membership], grants: list[Grant]) -> tuple[str, ...] | None:
    """The union, sorted, with provinces granted for a while; None where one membership is for the whole country."""
    if any(membership.provinces is None and membership.workshop is None for membership in holding):
        return None
    own = {code for membership in holding for code in membership.provinces or ()}
    return tuple(sorted(own | {grant.province for grant in grants if grant.province}))


def holds_in_province(audience: str, highest_class: str) -> bool:
    """Whether a grant of a province keeps to its highest class for `audience`.

    What is drawn and told there is computed for the audience as a whole, so a province opens to everything that the
    audience reads in it, or not at all.
    """
    if audience == Audience.SECRETARIAT:
        return highest_class == GrantedClass.SEVERE
    if audience in (Audience.MINISTRY, Audience.ANALYST):
        return highest_class in (GrantedClass.HIGH, GrantedClass.SEVERE)
    return True


def _granted_of(grants: list[Grant]) -> tuple[Granted, ...]:
    """Records that grants name, gathered by the class up to which they open."""
    named: dict[GrantedClass, set[UUID]] = {}
    for grant in grants:
        named.setdefault(GrantedClass(grant.highest_class), set()).update(grant.records)
    return tuple(Granted(OPENED_BY[highest], _sorted(named[highest])) for highest in GrantedClass if named.get(highest))


def _sorted(keys: "Iterable[UUID | None]") -> tuple[UUID, ...]:
    return tuple(sorted({key for key in keys if key}))


def once_of_workshop(person: UUID, workshop: UUID) -> bool:
    """Whether `person` facilitates that workshop or once did: what was written then is kept, whenever it arrives."""
    return Membership.objects.filter(person=person, role=Role.FACILITATOR, workshop=workshop).exists()
