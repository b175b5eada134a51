"""Passwords are long, kept as Argon2, reset by letter, and changing one ends the other sessions."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from access.models import AuditEntry
from accounts.models import Person
from tests.accounts.signing_in import own_cache, sign_in  # noqa: F401
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db


def test_a_password_is_reset_by_letter_once_and_ends_other_sessions(daudi: Person) -> None:
    other = Client()
    sign_in(other, daudi.email)
    client = Client()
    assert client.post("/account/password/reset/", {"email": daudi.email}).status_code == 302
    assert len(mail.outbox) == 1
    path = re.search(r"https?://[^/\s]+(/account/password/reset/\S+)", mail.outbox[0].body)
    assert path is not None
    form = client.get(path[1])["Location"]
    new = {"password1": "another-long-password-9", "password2": "another-long-password-9"}
    assert client.get(form).status_code == 200
    assert client.post(form, new)["Location"] == "/account/password/done/"
    assert other.get("/account/").status_code == 302
    assert (
        "_auth_user_id" in (fresh := Client()).session
        or sign_in(fresh, daudi.email, new["password1"])["Location"] == "/"
    )
    assert Client().get(path[1]).status_code == 200


def test_an_unknown_address_gets_no_letter_and_the_same_page() -> None:
    known = Client().post("/account/password/reset/", {"email": "nobody@demo.invalid"})
    assert known["Location"] == "/account/password/reset/sent/"
    assert mail.outbox == []


def test_a_short_password_is_refused(daudi: Person) -> None:
    client = Client()
    sign_in(client, daudi.email)
    answer = client.post(
        "/account/password/", {"oldpassword": PASSWORD, "password1": "elevenchars", "password2": "elevenchars"}
    )
    assert answer.status_code == 200
    assert Person.objects.get(pk=daudi.pk).check_password(PASSWORD)


def test_a_changed_password_ends_the_other_sessions(daudi: Person) -> None:
    other, client = Client(), Client()
    sign_in(other, daudi.email)
    sign_in(client, daudi.email)
    new = "another-long-password-9"
    client.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert other.get("/account/").status_code == 302
    assert AuditEntry.objects.filter(verb="person.password", person=daudi.pk).exists()


def test_passwords_are_kept_as_argon2_and_addresses_are_proven(daudi: Person) -> None:
    assert Person.objects.get(pk=daudi.pk).password.startswith("argon2")
    assert EmailAddress.objects.get(user=daudi).verified


def test_a_dead_mail_server_does_not_undo_what_happened(
    daudi: Person, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    def fail(*args: object, **options: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    assert Client().post("/account/password/reset/", {"email": daudi.email}).status_code == 302


def test_letters_go_where_the_environment_says() -> None:
    from config import settings as written

    assert written.ENVIRONMENT.mail["EMAIL_BACKEND"] == written.EMAIL_BACKEND  # type: ignore[attr-defined]
    assert "@" in written.DEFAULT_FROM_EMAIL


@pytest.mark.parametrize("language", ["fr", "en"])
def test_letters_speak_of_the_product_and_not_of_the_machine(daudi: Person, language: str) -> None:
    client = Client()
    client.post("/language/", {"language": language})
    client.post("/account/password/reset/", {"email": daudi.email})
    letter = mail.outbox[-1]
    assert "Filon" in letter.body and "Filon" in letter.subject
    assert letter.body.count("testserver") == 1, "in the address alone"
