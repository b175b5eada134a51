"""Who asks is read in one statement, and what ended since the last request has ended."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.reach import SYSTEM, reach_of
from accounts.codes import Role
from accounts.identity import identity_of
from accounts.models import Grant, Membership, Person
from accounts.services import Scope, add_membership, deactivate_person, end_membership
from tests import factories
from tests.accounts.signing_in import own_cache, sign_in  # noqa: F401
from tests.people import MANIEMA

pytestmark = pytest.mark.django_db
PAGE = "/api/places/"


def names(client: Client) -> list[str]:
    return sorted(feature["properties"]["name"] for feature in client.get(PAGE).json()["features"])


@pytest.fixture
def signed_in(daudi: Person) -> Client:
    """Daudi, who came through the real form and has asked once."""
    factories.place("Tanganyika", name="Here")
    factories.place("Maniema", name="There")
    client = Client()
    sign_in(client, "daudi@demo.invalid")
    assert names(client) == ["Here"]
    return client


def test_a_page_takes_two_statements_who_asks_and_what_is_asked(signed_in: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert names(signed_in) == ["Here"]
    assert [query["sql"].split("_")[0] for query in asked.captured_queries] == ["EXECUTE statement"] * 2


def test_a_membership_that_ends_ends_at_once(signed_in: Client, daudi: Person) -> None:
    end_membership(Membership.objects.get(person=daudi), by=SYSTEM)
    assert names(signed_in) == []


def test_a_membership_lasts_to_its_hour_by_the_clock_of_the_database(signed_in: Client, daudi: Person) -> None:
    Membership.objects.filter(person=daudi).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert names(signed_in) == []


def test_a_new_membership_counts_from_the_next_request(signed_in: Client, daudi: Person) -> None:
    add_membership(daudi, Role.MINISTRY, Scope((MANIEMA,)), by=SYSTEM)
    assert names(signed_in) == ["Here", "There"]


def test_a_granted_province_is_reached_until_the_grant_is_taken_back(
    signed_in: Client, daudi: Person, esther: Person, furaha: Person
) -> None:
    grant = Grant.objects.create(
        person=daudi,
        province=MANIEMA,
        reason="A visit",
        asked_by=esther,
        approved_by=furaha,
        approved_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=1),
    )
    assert names(signed_in) == ["Here", "There"]
    Grant.objects.filter(pk=grant.pk).update(ended_at=timezone.now())
    assert names(signed_in) == ["Here"]


@pytest.mark.parametrize(
    "ending",
    [
        lambda person, key: Session.objects.filter(pk=key).delete(),
        lambda person, key: Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1)),
        lambda person, key: deactivate_person(person, by=SYSTEM),
        lambda person, key: Person.objects.filter(pk=person.pk).update(is_active=False),
        lambda person, key: Person.objects.filter(pk=person.pk).update(password="another"),
    ],
    ids=["ended", "expired", "deactivated", "switched off", "another password"],
)
def test_a_session_that_is_over_opens_nothing(
    signed_in: Client, daudi: Person, ending: Callable[[Person, str], Any]
) -> None:
    key = signed_in.session.session_key
    assert key
    ending(daudi, key)
    assert signed_in.get(PAGE).status_code in (401, 403)


def test_the_session_of_another_is_nobodys(signed_in: Client, celine: Person) -> None:
    """Whose a session is stands sealed in it; a row beside it that says otherwise is not believed."""
    UserSession.objects.filter(session_key=signed_in.session.session_key).update(user=celine)
    assert names(signed_in) == ["Here"]


def test_the_reach_rests_on_the_same_rows_whichever_way_they_are_read(
    signed_in: Client, daudi: Person, esther: Person, furaha: Person
) -> None:
    add_membership(daudi, Role.FACILITATOR, Scope((MANIEMA,), uuid4()), by=SYSTEM)
    Grant.objects.create(
        person=daudi,
        records=[uuid4(), uuid4()],
        reason="A visit",
        asked_by=esther,
        approved_by=furaha,
        approved_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=1),
    )
    key = UserSession.objects.get(user=daudi).session_key
    found = identity_of(key)
    assert found is not None
    assert reach_of(found.person) == reach_of(Person.objects.get(pk=daudi.pk))
    for rows, model in zip(found.person._memberships_and_grants_of_this_request, (Membership, Grant)):
        kept = {row.pk: row for row in model.objects.filter(person=daudi)}
        assert {row.pk for row in rows} == set(kept)
        for row in rows:
            for field in model._meta.concrete_fields:
                assert getattr(row, field.attname) == getattr(kept[row.pk], field.attname), field.attname
