"""Signing in: by invitation only, slow for whoever guesses, with a second factor where it matters."""

import re
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from accounts.models import Person
from tests.accounts.signing_in import SIGN_IN, own_cache, sign_in  # noqa: F401

pytestmark = pytest.mark.django_db


def totp_code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def test_a_person_signs_in_and_lands_on_the_job(daudi: Person) -> None:
    client = Client()
    answer = sign_in(client, "Daudi@demo.invalid")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/")["Location"] == "/map/"
    assert AuditEntry.objects.filter(verb="person.sign_in", person=daudi.pk).count() == 1


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("amina", "/workshops/"),
        ("celine", "/map/"),
        ("esther", "/review/"),
        ("gaspard", "/accounts/"),
    ],
)
def test_each_role_lands_on_its_job(
    who: str, path: str, request: Any, settings: Any, client_of: Callable[..., Client]
) -> None:
    settings.FILON_SECOND_FACTOR = False
    assert client_of(request.getfixturevalue(who)).get("/")["Location"] == path


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(daudi: Person) -> None:
    wrong = sign_in(Client(), "daudi@demo.invalid", "not-the-password-at-all").content.decode()
    unknown = sign_in(Client(), "nobody@demo.invalid", "not-the-password-at-all").content.decode()
    secret = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    assert secret.sub("", wrong).replace("daudi", "nobody") == secret.sub("", unknown)


def test_guessing_is_stopped_per_account_even_with_the_right_password(daudi: Person) -> None:
    for _ in range(5):
        sign_in(Client(), "daudi@demo.invalid", "not-the-password-at-all")
    client = Client()
    sign_in(client, "daudi@demo.invalid")
    assert "_auth_user_id" not in client.session


def test_guessing_is_stopped_per_network() -> None:
    answers = [sign_in(Client(), f"nobody{n}@demo.invalid", "x" * 12).status_code for n in range(35)]
    assert answers[0] == 200
    assert answers[-1] == 429


def test_too_many_attempts_are_told_in_words() -> None:
    for n in range(35):
        answer = sign_in(Client(), f"nobody{n}@demo.invalid", "x" * 12)
    assert answer.status_code == 429
    assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_the_way_on_never_leads_outside(target: str, daudi: Person) -> None:
    answer = sign_in(Client(), "daudi@demo.invalid", next=target)
    assert answer["Location"] == "/"
    answer = Client().post("/language/", {"language": "en", "next": target})
    assert answer["Location"] == "/"


def test_the_way_on_leads_to_what_was_asked_for(daudi: Person) -> None:
    assert sign_in(Client(), "daudi@demo.invalid", next="/account/?a=1")["Location"] == "/account/?a=1"


def test_a_session_gets_a_new_key_at_sign_in(daudi: Person) -> None:
    client = Client()
    client.get(SIGN_IN)
    session = client.session
    session["planted"] = "x"
    session.save()
    client.cookies["filon_session"] = session.session_key
    sign_in(client, "daudi@demo.invalid")
    assert client.session.session_key != session.session_key
    assert "_auth_user_id" in client.session


def test_nobody_registers(client: Client) -> None:
    for path in ("/account/signup/", "/accounts/signup/", "/account/sign-up/", "/signup/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"email": "x@y.zz"}).status_code == 404


def test_an_inactive_person_does_not_get_in(daudi: Person) -> None:
    Person.objects.filter(pk=daudi.pk).update(is_active=False)
    client = Client()
    sign_in(client, "daudi@demo.invalid")
    assert "_auth_user_id" not in client.session


def test_a_person_who_is_switched_off_is_out_at_once(daudi: Person, client_of: Callable[..., Client]) -> None:
    client = client_of(daudi)
    assert client.get("/account/").status_code == 200
    Person.objects.filter(pk=daudi.pk).update(is_active=False)
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("who", ["esther", "gaspard"])
def test_the_second_factor_comes_before_anything_else(who: str, request: Any) -> None:
    person = request.getfixturevalue(who)
    client = Client()
    sign_in(client, person.email)
    for path in ("/", "/audit/", "/accounts/", "/account/", "/account/sessions/", "/account/password/"):
        answer = client.get(path)
        assert (answer.status_code, answer.get("Location")) == (302, "/account/second-factor/set-up/"), path
    told = client.get("/api/schema/", headers={"Accept": "application/json"})
    assert told.status_code == 403 and told.json()["code"] == "second-factor"


def test_a_ministry_needs_no_second_factor(daudi: Person, client_of: Callable[..., Client]) -> None:
    assert client_of(daudi).get("/account/").status_code == 200


def set_up(client: Client) -> str:
    page = client.get("/account/second-factor/set-up/")
    assert page.status_code == 200
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    secret = str(page.context["form"].secret)
    answer = client.post("/account/second-factor/set-up/", {"code": totp_code(secret)})
    assert answer["Location"] == "/account/recovery-codes/"
    return secret


def test_the_second_factor_is_set_up_asked_for_and_sealed(esther: Person) -> None:
    client = Client()
    sign_in(client, esther.email)
    secret = set_up(client)
    codes = re.findall(r"<code>(\S+)</code>", client.get("/account/recovery-codes/").content.decode())
    assert len(codes) == 10
    assert client.get("/account/").status_code == 200
    kept = str(list(Authenticator.objects.filter(user=esther).values_list("data", flat=True)))
    assert secret not in kept

    again = Client()
    assert sign_in(again, esther.email)["Location"].startswith("/account/second-factor/code/")
    assert again.get("/account/").status_code == 302, "not signed in before the code"
    assert again.get("/account/second-factor/code/").status_code == 200
    assert again.post("/account/second-factor/code/", {"code": "000000"}).status_code == 200
    assert again.post("/account/second-factor/code/", {"code": codes[0]}).status_code == 302
    assert again.get("/account/").status_code == 200

    third = Client()
    sign_in(third, esther.email)
    assert third.post("/account/second-factor/code/", {"code": codes[0]}).status_code == 200, "a code works once"


def test_the_secretariat_cannot_put_the_second_factor_away(esther: Person) -> None:
    client = Client()
    sign_in(client, esther.email)
    set_up(client)
    client.post("/account/second-factor/remove/")
    assert Authenticator.objects.filter(user=esther, type=Authenticator.Type.TOTP).exists()


def test_without_the_demands_of_the_installation_nobody_is_sent_to_set_up(
    esther: Person, settings: Any, client_of: Callable[..., Client]
) -> None:
    settings.FILON_SECOND_FACTOR = False
    assert client_of(esther).get("/account/").status_code == 200


def test_a_session_ends_when_nobody_uses_it(daudi: Person, settings: Any, client_of: Callable[..., Client]) -> None:
    client = client_of(daudi)
    assert client.get("/account/").status_code == 200
    session = client.session
    session["seen_at"] -= int(settings.IDLE_END.total_seconds()) + 5
    session.save()
    assert client.get("/account/").status_code == 302


def test_the_session_of_the_secretariat_ends_sooner(
    esther: Person, settings: Any, client_of: Callable[..., Client]
) -> None:
    settings.FILON_SECOND_FACTOR = False
    client = client_of(esther)
    client.get("/account/")
    session = client.session
    session["seen_at"] -= int(settings.IDLE_END_OF_SECRETARIAT.total_seconds()) + 5
    session.save()
    assert client.get("/account/").status_code == 302


def test_a_new_session_keeps_the_time_of_the_visit_before(daudi: Person) -> None:
    sign_in(Client(), daudi.email)
    first = Person.objects.get(pk=daudi.pk)
    assert first.previous_visit is None and first.last_visit
    Person.objects.filter(pk=daudi.pk).update(last_visit=timezone.now() - timedelta(days=9))
    sign_in(Client(), daudi.email)
    second = Person.objects.get(pk=daudi.pk)
    assert second.last_visit - second.previous_visit > timedelta(days=8)


def test_a_person_lists_and_closes_sessions(daudi: Person) -> None:
    other, client = Client(), Client()
    sign_in(other, daudi.email)
    sign_in(client, daudi.email)
    assert client.get("/account/sessions/").context["session_count"] == 2
    assert client.post("/account/sessions/close/").status_code == 302
    assert other.get("/account/").status_code == 302
    assert client.get("/account/sessions/").context["session_count"] == 1


def test_the_language_is_kept_with_the_account(daudi: Person, client_of: Callable[..., Client]) -> None:
    client = client_of(daudi)
    assert client.get("/account/")["Content-Language"] == "fr"
    assert client.post("/language/", {"language": "en", "next": "/account/"})["Location"] == "/account/"
    assert client_of(Person.objects.get(pk=daudi.pk)).get("/account/")["Content-Language"] == "en"
    assert client.post("/language/", {"language": "xx"}).status_code == 400


def test_a_stranger_chooses_a_language_with_a_cookie() -> None:
    client = Client()
    client.post("/language/", {"language": "sw"})
    assert client.get(SIGN_IN)["Content-Language"] == "sw"
