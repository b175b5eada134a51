"""The administrator invites, gives roles, switches off; sees no content and widens nobody's reach alone."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from accounts.codes import Role
from accounts.models import Institution, Invitation, Membership, Person
from accounts.services import (
    Scope,
    accept_invitation,
    add_membership,
    invite_person,
    retire_unused_accounts,
    withdraw_invitation,
)
from lib.problems import Fault, Problem
from tests.people import MANIEMA, PASSWORD, TANGANYIKA

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Person | None], Client]
NEW = {"email": "Neema@demo.invalid", "name": "Neema", "language": "en", "role": "MINISTRY", "provinces": [MANIEMA]}
SECRET = "a-first-long-password-7"
SCREENS = [
    "/accounts/",
    "/accounts/health/",
    "/accounts/invitations/new/",
    "/accounts/institutions/",
    "/accounts/labels/",
]
SECRETARIAT_SCREENS = ["/audit/", "/grants/"]


@pytest.fixture(autouse=True)
def without_second_factor(settings: Any) -> None:
    settings.FILON_SECOND_FACTOR = False


@pytest.mark.parametrize("path", SCREENS)
@pytest.mark.parametrize("who", ["amina", "celine", "daudi", "esther"])
def test_the_administration_is_not_there_for_others(path: str, who: str, request: Any, client_of: ClientOf) -> None:
    assert client_of(request.getfixturevalue(who)).get(path).status_code == 404
    assert client_of(None).get(path).status_code == 302


@pytest.mark.parametrize("path", SECRETARIAT_SCREENS)
@pytest.mark.parametrize("who", ["amina", "celine", "daudi", "gaspard"])
def test_the_trail_and_grants_are_the_secretariat_s(path: str, who: str, request: Any, client_of: ClientOf) -> None:
    assert client_of(request.getfixturevalue(who)).get(path).status_code == 404


@pytest.mark.parametrize(
    ("who", "paths"),
    [
        ("gaspard", [*SCREENS, "/account/", "/account/sessions/", "/account/second-factor/", "/account/password/"]),
        ("esther", [*SECRETARIAT_SCREENS, "/account/", "/account/sign-out/"]),
        (None, ["/account/sign-in/", "/account/password/reset/", "/account/inactive/", "/health/", "/health/ready/"]),
    ],
)
def test_every_screen_answers_whom_it_is_for(
    who: str | None, paths: list[str], request: Any, client_of: ClientOf
) -> None:
    client = client_of(request.getfixturevalue(who) if who else None)
    for path in paths:
        assert client.get(path).status_code == 200, path


def test_the_list_of_accounts_takes_few_queries(
    gaspard: Person, amina: Person, celine: Person, client_of: ClientOf, django_assert_max_num_queries: Any
) -> None:
    client = client_of(gaspard)
    client.get("/accounts/")
    with django_assert_max_num_queries(10):
        page = client.get("/accounts/").content.decode()
    assert amina.email in page and celine.email in page


def test_somebody_is_invited_opens_the_account_and_works(gaspard: Person, client_of: ClientOf) -> None:
    assert client_of(gaspard).post("/accounts/invitations/new/", NEW)["Location"] == "/accounts/"
    letter = mail.outbox[0]
    assert letter.to == ["neema@demo.invalid"]
    path = re.search(r"https?://[^/\s]+(/invitation/[^/\s]+/)", letter.body)
    assert path is not None
    secret = path[1].split("/")[2]
    assert secret not in str(list(Invitation.objects.values()))

    stranger = Client()
    assert stranger.get(path[1]).status_code == 200
    refused = stranger.post(path[1], {"password": "short", "again": "short"})
    assert refused.status_code == 200 and not Person.objects.filter(email="neema@demo.invalid").exists()
    opened = stranger.post(path[1], {"password": SECRET, "again": SECRET})
    assert opened["Location"] == "/account/sign-in/"
    assert "_auth_user_id" not in stranger.session, "opening does not sign in"
    signed_in = stranger.post("/account/sign-in/", {"login": "neema@demo.invalid", "password": SECRET})
    assert signed_in["Location"] == "/"
    assert stranger.get("/")["Location"] == "/map/"
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert verbs >= {"invitation.send", "invitation.accept", "person.open", "membership.add", "person.sign_in"}


def test_an_invitation_works_once_and_not_after_its_time(gaspard: Person) -> None:
    def invite(email: str) -> tuple[Invitation, str]:
        return invite_person(email=email, name="N", role=Role.ANALYST, scope=Scope(), by=gaspard)

    _, secret = invite("one@demo.invalid")
    accept_invitation(secret, password=SECRET)
    withdrawn, second = invite("two@demo.invalid")
    withdraw_invitation(withdrawn, by=gaspard)
    expired, third = invite("three@demo.invalid")
    Invitation.objects.filter(pk=expired.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    for used in (secret, second, third, "made-up", ""):
        with pytest.raises(Problem) as told:
            accept_invitation(used, password=SECRET)
        assert told.value.fault == Fault.GONE
    assert Client().get(f"/invitation/{secret}/").status_code == 410
    assert Client().post(f"/invitation/{secret}/", {"password": SECRET, "again": SECRET}).status_code == 410


def test_an_address_is_invited_once_and_never_when_it_has_an_account(gaspard: Person, daudi: Person) -> None:
    def invite(email: str) -> None:
        invite_person(email=email, name="N", role=Role.ANALYST, scope=Scope(), by=gaspard)

    invite("one@demo.invalid")
    for email, fault in (("ONE@demo.invalid", Fault.ALREADY_ASKED), ("DAUDI@demo.invalid", Fault.CONFLICT)):
        with pytest.raises(Problem) as told:
            invite(email)
        assert told.value.fault == fault


@pytest.mark.parametrize("who", ["celine", "daudi", "esther"])
def test_only_administrators_invite_and_give_roles(who: str, request: Any, amina: Person) -> None:
    person = request.getfixturevalue(who)
    before = amina.memberships.count()
    with pytest.raises(Problem) as told:
        invite_person(email="x@demo.invalid", name="X", role=Role.ANALYST, scope=Scope(), by=person)
    assert told.value.fault == Fault.FORBIDDEN and not Invitation.objects.exists()
    with pytest.raises(Problem) as told:
        add_membership(amina, Role.SECRETARIAT, Scope(), by=person)
    assert told.value.fault == Fault.FORBIDDEN and amina.memberships.count() == before


def test_an_administrator_gives_nothing_to_self(gaspard: Person, client_of: ClientOf) -> None:
    with pytest.raises(Problem) as told:
        add_membership(gaspard, Role.SECRETARIAT, Scope(), by=gaspard)
    assert told.value.fault == Fault.NOT_TO_SELF
    client = client_of(gaspard)
    own = f"/accounts/{gaspard.pk}/"
    assert client.get(own).status_code == 200
    assert client.post(own, {"role": "SECRETARIAT", "provinces": ["country"]}).status_code == 403
    assert client.post(f"{own}switch/").status_code == 403
    assert client.post(f"/accounts/memberships/{gaspard.memberships.get().pk}/end/").status_code == 403
    assert gaspard.memberships.count() == 1


def test_a_role_is_given_and_ended_on_the_screen(gaspard: Person, daudi: Person, client_of: ClientOf) -> None:
    client = client_of(gaspard)
    page = f"/accounts/{daudi.pk}/"
    assert client.post(page, {"role": "MINISTRY", "provinces": []}).status_code == 200
    assert client.post(page, {"role": "MINISTRY", "provinces": ["country"]}).status_code == 200
    assert daudi.memberships.count() == 1
    assert client.post(page, {"role": "MINISTRY", "provinces": [MANIEMA]})["Location"] == page
    given = Membership.objects.get(person=daudi, provinces=[MANIEMA])
    assert client.post(f"/accounts/memberships/{given.pk}/end/")["Location"] == page
    assert list(Membership.objects.filter(person=daudi).in_force().values_list("provinces", flat=True)) == [
        [TANGANYIKA]
    ]


def test_switching_off_signs_out_everywhere(gaspard: Person, daudi: Person, client_of: ClientOf) -> None:
    theirs = Client()
    theirs.post("/account/sign-in/", {"login": daudi.email, "password": PASSWORD})
    assert theirs.get("/account/").status_code == 200
    client = client_of(gaspard)
    assert client.post(f"/accounts/{daudi.pk}/switch/").status_code == 302
    assert theirs.get("/account/").status_code == 302
    assert not Person.objects.get(pk=daudi.pk).is_active
    client.post(f"/accounts/{daudi.pk}/switch/")
    assert Person.objects.get(pk=daudi.pk).is_active


def test_an_administrator_signs_somebody_out(gaspard: Person, daudi: Person, client_of: ClientOf) -> None:
    theirs = Client()
    theirs.post("/account/sign-in/", {"login": daudi.email, "password": PASSWORD})
    client_of(gaspard).post(f"/accounts/{daudi.pk}/sign-out/")
    assert theirs.get("/account/").status_code == 302


@pytest.mark.parametrize("who", ["daudi", "esther"])
def test_others_cannot_touch_accounts(who: str, request: Any, celine: Person, client_of: ClientOf) -> None:
    client = client_of(request.getfixturevalue(who))
    seen = who == "esther"
    for path in (
        f"/accounts/{celine.pk}/switch/",
        f"/accounts/{celine.pk}/sign-out/",
        f"/accounts/memberships/{celine.memberships.get().pk}/end/",
    ):
        assert client.post(path).status_code == (403 if seen else 404)
        assert client.get(path).status_code == 405


def test_the_health_page_shows_figures_and_nobody_s_name(gaspard: Person, esther: Person, client_of: ClientOf) -> None:
    page = client_of(gaspard).get("/accounts/health/").content.decode()
    assert "PostGIS" in page and "person.open" in page
    assert "Esther" not in page and str(esther.pk) not in page


def test_the_trail_names_who_acted_and_is_filtered(esther: Person, celine: Person, client_of: ClientOf) -> None:
    Client().post("/account/sign-in/", {"login": celine.email, "password": PASSWORD})
    client = client_of(esther)
    page = client.get("/audit/", {"verb": "person.sign_in"})
    assert [row["who"] for row in page.context["rows"]] == ["Celine"]
    assert client.get("/audit/", {"person": str(uuid4())}).context["rows"] == []
    assert client.get("/audit/", {"person": "not a key"}).context["rows"] == []
    assert client.get("/audit/", {"day": "2000-01-01"}).context["rows"] == []


def test_a_grant_is_asked_and_approved_on_the_screen(
    esther: Person, furaha: Person, celine: Person, client_of: ClientOf
) -> None:
    form = {"person": celine.pk, "records": str(uuid4()), "highest_class": "HIGH", "days": 3, "reason": "Reading"}
    client = client_of(esther)
    assert client.post("/grants/", {**form, "records": ""}).status_code == 200
    assert client.post("/grants/", form)["Location"] == "/grants/"
    grant = celine.grants.get()
    assert client.post(f"/grants/{grant.pk}/approve/").status_code == 409
    assert client_of(furaha).post(f"/grants/{grant.pk}/approve/").status_code == 302
    assert celine.grants.in_force().count() == 1
    assert client.post(f"/grants/{grant.pk}/end/").status_code == 302
    assert celine.grants.in_force().count() == 0
    assert client_of(celine).post(f"/grants/{grant.pk}/end/").status_code == 403


def test_unused_accounts_are_switched_off_and_later_lose_their_names(daudi: Person, celine: Person) -> None:
    now = timezone.now()
    Person.objects.filter(pk=celine.pk).update(last_visit=now)
    assert retire_unused_accounts(now + timedelta(days=59)) == (0, 0)
    Person.objects.filter(pk=celine.pk).update(last_visit=now + timedelta(days=10))
    assert retire_unused_accounts(now + timedelta(days=61)) == (1, 0)
    assert not Person.objects.get(pk=daudi.pk).is_active
    retire_unused_accounts(now + timedelta(days=366))
    retired = Person.objects.get(pk=daudi.pk)
    assert retired.name == "" and retired.email.endswith("@retired.invalid")
    assert not retired.has_usable_password()


def test_a_mail_server_that_fails_is_told_and_breaks_nothing(
    gaspard: Person, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **options: object) -> int:
        raise OSError("no route")

    monkeypatch.setattr("accounts.letters.send_mail", fail)
    page = client_of(gaspard).post("/accounts/invitations/new/", NEW, follow=True)
    assert page.status_code == 200
    assert any(message.level_tag == "error" for message in page.context["messages"])


def test_an_institution_is_added_once(gaspard: Person, client_of: ClientOf) -> None:
    client = client_of(gaspard)
    form = {"name": "Division of an invented province", "category": "PROV_DIV", "provinces": [MANIEMA]}
    assert client.post("/accounts/institutions/", form)["Location"] == "/accounts/institutions/"
    assert client.post("/accounts/institutions/", form).status_code == 200
    assert client.post("/accounts/institutions/", {**form, "name": form["name"].upper()}).status_code == 200
    assert Institution.objects.filter(name=form["name"]).count() == 1
