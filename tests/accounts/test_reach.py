"""How memberships and grants become a reach."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from access.models import AuditEntry
from access.reach import SYSTEM, Audience, Granted, Reach, reach_of
from accounts.codes import Role
from accounts.models import Grant, Person
from accounts.services import (
    Scope,
    add_membership,
    approve_grant,
    end_grant,
    end_membership,
    open_account,
    request_grant,
)
from lib.problems import Fault, Problem
from tests.people import MANIEMA, TANGANYIKA

pytestmark = pytest.mark.django_db


def fresh(person: Person) -> Reach:
    """The reach of the next request."""
    return reach_of(Person.objects.get(pk=person.pk))


@pytest.mark.parametrize(
    ("who", "audience", "provinces", "administers"),
    [
        ("amina", Audience.BASIC, (TANGANYIKA,), False),
        ("daudi", Audience.MINISTRY, (TANGANYIKA,), False),
        ("celine", Audience.ANALYST, None, False),
        ("esther", Audience.SECRETARIAT, None, False),
        ("gaspard", Audience.NOBODY, (), True),
    ],
)
def test_each_of_the_cast(
    who: str, audience: Audience, provinces: tuple[str, ...] | None, administers: bool, request: pytest.FixtureRequest
) -> None:
    person = request.getfixturevalue(who)
    reach = fresh(person)
    assert (reach.person, reach.audience, reach.provinces) == (person.pk, audience, provinces)
    assert reach.administers is administers
    assert not reach.system


def test_a_person_without_a_role_reads_nothing(db: None) -> None:
    person = open_account(email="nobody@demo.invalid", name="Nobody", password=None, by=SYSTEM)
    assert fresh(person) == Reach(person=person.pk, audience=Audience.NOBODY, provinces=())


def test_the_highest_role_counts_with_its_own_provinces_only(amina: Person) -> None:
    add_membership(amina, Role.MINISTRY, Scope((MANIEMA,)), by=SYSTEM)
    reach = fresh(amina)
    assert (reach.audience, reach.provinces) == (Audience.MINISTRY, (MANIEMA,))


def test_provinces_of_one_role_add_up_and_the_whole_country_wins(daudi: Person, celine: Person) -> None:
    add_membership(daudi, Role.MINISTRY, Scope((MANIEMA,)), by=SYSTEM)
    assert fresh(daudi).provinces == (MANIEMA, TANGANYIKA)
    add_membership(celine, Role.ANALYST, Scope((MANIEMA,)), by=SYSTEM)
    assert fresh(celine).provinces is None


def test_a_workshop_is_an_own_workshop_and_widens_nothing_else(amina: Person) -> None:
    workshop = uuid4()
    before = fresh(amina)
    add_membership(amina, Role.FACILITATOR, Scope((), workshop=workshop), by=SYSTEM)
    reach = fresh(amina)
    assert workshop in reach.workshops
    assert (reach.audience, reach.provinces) == (before.audience, before.provinces)


def test_a_workshop_alone_is_not_the_whole_country(db: None) -> None:
    person = open_account(email="one@demo.invalid", name="One", password=None, by=SYSTEM)
    add_membership(person, Role.FACILITATOR, Scope(None, workshop=uuid4()), by=SYSTEM)
    assert fresh(person).provinces == ()


def test_an_expired_or_ended_role_is_gone(daudi: Person, gaspard: Person) -> None:
    membership = daudi.memberships.get()
    end_membership(membership, by=gaspard)
    assert fresh(daudi).audience == Audience.NOBODY


def test_a_switched_off_person_reaches_nothing(esther: Person) -> None:
    Person.objects.filter(pk=esther.pk).update(is_active=False)
    assert fresh(esther).audience == Audience.NOBODY


def test_a_reach_is_read_once_per_request(daudi: Person, django_assert_num_queries: object) -> None:
    person = Person.objects.get(pk=daudi.pk)
    with django_assert_num_queries(2):  # type: ignore[operator]
        reach_of(person)
        reach_of(person)


def test_a_grant_opens_after_two_people_and_closes_by_itself(celine: Person, esther: Person, furaha: Person) -> None:
    record = uuid4()
    grant = request_grant(celine, by=esther, reason="Second reading", records=(record,), days=3)
    assert fresh(celine).granted == ()
    approve_grant(grant, by=furaha)
    assert fresh(celine).granted == (Granted(("LOW", "MODERATE", "HIGH"), (record,)),)
    Grant.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert fresh(celine).granted == ()


def test_grants_of_one_class_are_one_list_and_each_class_keeps_to_itself(
    celine: Person, esther: Person, furaha: Person
) -> None:
    low, high, other = uuid4(), uuid4(), uuid4()
    for record, highest in ((low, "MODERATE"), (high, "SEVERE"), (other, "SEVERE")):
        grant = request_grant(celine, by=esther, reason="Second reading", records=(record,), highest_class=highest)
        approve_grant(grant, by=furaha)
        assert AuditEntry.objects.get(verb="grant.approve", row=grant.pk).details["highest"] == highest
    reach = fresh(celine)
    assert [grant.classes[-1] for grant in reach.granted] == ["MODERATE", "SEVERE"]
    assert reach.granted_at("SEVERE") == tuple(sorted((high, other)))
    assert set(reach.granted_at("LOW")) == {low, high, other}


def test_a_province_granted_below_what_a_later_role_reads_opens_nothing(
    amina: Person, esther: Person, furaha: Person
) -> None:
    grant = request_grant(amina, by=esther, reason="Joint mission", province=MANIEMA, highest_class="MODERATE")
    approve_grant(grant, by=furaha)
    assert fresh(amina).provinces == (MANIEMA, TANGANYIKA)
    add_membership(amina, Role.MINISTRY, Scope((TANGANYIKA,)), by=SYSTEM)
    assert fresh(amina).provinces == (TANGANYIKA,)


def test_a_grant_of_a_province_widens_a_ministry_and_can_be_taken_back_by_one(
    daudi: Person, esther: Person, furaha: Person
) -> None:
    grant = request_grant(daudi, by=esther, reason="Joint mission", province=MANIEMA)
    approve_grant(grant, by=furaha)
    assert fresh(daudi).provinces == (MANIEMA, TANGANYIKA)
    end_grant(grant, by=esther)
    assert fresh(daudi).provinces == (TANGANYIKA,)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"reason": " "}, Fault.REASON_MISSING),
        ({"days": 31}, Fault.NOT_VALID),
        ({"days": 0}, Fault.NOT_VALID),
        ({"records": ()}, Fault.NOT_VALID),
        ({"province": TANGANYIKA}, Fault.NOT_VALID),
        ({"records": (), "province": MANIEMA, "highest_class": "MODERATE"}, Fault.NOT_VALID),
    ],
)
def test_a_grant_without_reason_end_or_object_is_refused(
    fields: dict[str, object], fault: Fault, celine: Person, esther: Person
) -> None:
    good: dict[str, object] = {"reason": "Second reading", "days": 3, "records": (uuid4(),)}
    with pytest.raises(Problem) as told:
        request_grant(celine, by=esther, **{**good, **fields})  # type: ignore[arg-type]
    assert told.value.fault == fault


def test_nobody_grants_alone_or_to_self(celine: Person, esther: Person, furaha: Person, gaspard: Person) -> None:
    grant = request_grant(celine, by=esther, reason="Second reading", records=(uuid4(),))
    for by, fault in ((esther, Fault.SECOND_PERSON), (celine, Fault.NOT_TO_SELF), (gaspard, Fault.FORBIDDEN)):
        with pytest.raises(Problem) as told:
            approve_grant(grant, by=by)
        assert told.value.fault == fault
    for by, fault in ((esther, Fault.NOT_TO_SELF), (gaspard, Fault.FORBIDDEN), (SYSTEM, Fault.FORBIDDEN)):
        with pytest.raises(Problem) as told:
            request_grant(esther, by=by, reason="Mine", records=(uuid4(),))
        assert told.value.fault == fault
    assert Grant.objects.filter(approved_at__isnull=False).count() == 0


def test_the_database_itself_holds_two_people_and_thirty_days(celine: Person, esther: Person, furaha: Person) -> None:
    now = timezone.now()
    good = {"person": celine, "asked_by": esther, "reason": "x", "asked_at": now, "records": [uuid4()]}
    for bad in (
        {"approved_by": esther, "expires_at": now},
        {"person": esther, "expires_at": now},
        {"approved_by": celine, "expires_at": now},
        {"expires_at": now + timedelta(days=31)},
        {"expires_at": now, "reason": ""},
        {"expires_at": now, "province": TANGANYIKA},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Grant.objects.create(**{**good, **bad})
