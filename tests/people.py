"""The cast: always the same invented persons, with the same roles and scopes."""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.test import Client

from access.reach import SYSTEM
from accounts.codes import ParticipantCategory, Role
from accounts.models import Institution, Person
from accounts.services import Scope, add_membership, open_account

PASSWORD = "a-long-password-of-the-cast"
TANGANYIKA, MANIEMA = "CD74", "CD63"
CAST: dict[str, tuple[str, tuple[str, ...] | None]] = {
    "amina": (Role.FACILITATOR, (TANGANYIKA,)),
    "bahati": (Role.FACILITATOR, (MANIEMA,)),
    "celine": (Role.ANALYST, None),
    "daudi": (Role.MINISTRY, (TANGANYIKA,)),
    "habiba": (Role.MINISTRY, (MANIEMA,)),
    "esther": (Role.SECRETARIAT, None),
    "furaha": (Role.SECRETARIAT, None),
    "gaspard": (Role.ADMINISTRATOR, ()),
}
WORKSHOPS: dict[str, UUID] = {
    "amina": UUID("00000000-0000-4000-8000-00000000a714"),
    "bahati": UUID("00000000-0000-4000-8000-00000000ba47"),
}
"""The own workshop of each facilitator, by key; a test that needs its row makes it with that key."""
INSTITUTIONS: dict[str, str] = {
    "daudi": "Division of the invented province of the east",
    "habiba": "Division of the invented province of the west",
}


@cache
def _hashed() -> str:
    """Argon2 is slow on purpose: once per process is enough for the cast."""
    return make_password(PASSWORD)


def make_person(name: str) -> Person:
    """Return the one of the cast with that name."""
    role, provinces = CAST[name]
    person = open_account(
        email=f"{name}@demo.invalid", name=name.capitalize(), password=None, institution=_institution(name), by=SYSTEM
    )
    person.password = _hashed()
    person.save(update_fields=["password"])
    add_membership(person, role, Scope(provinces), by=SYSTEM)
    if name in WORKSHOPS:
        add_membership(person, role, Scope(provinces, WORKSHOPS[name]), by=SYSTEM)
    return person


def _institution(name: str) -> Institution | None:
    if name not in INSTITUTIONS:
        return None
    institution, _ = Institution.objects.get_or_create(
        name=INSTITUTIONS[name],
        defaults={"category": ParticipantCategory.PROV_DIV, "provinces": list(CAST[name][1] or ())},
    )
    return institution  # type: ignore[no-any-return]


def _fixture(name: str) -> Any:
    def make(db: None) -> Person:
        return make_person(name)

    make.__doc__ = f"{name.capitalize()} of the cast."
    return pytest.fixture(name=name)(make)


amina, bahati, celine, daudi = _fixture("amina"), _fixture("bahati"), _fixture("celine"), _fixture("daudi")
habiba, esther, furaha, gaspard = _fixture("habiba"), _fixture("esther"), _fixture("furaha"), _fixture("gaspard")


@pytest.fixture
def client_of() -> Callable[[Person | None], Client]:
    """A browser in which that person is signed in (None: nobody), who needs no second factor in this test."""

    def make(person: Person | None) -> Client:
        browser = Client()
        if person is not None:
            browser.force_login(person)
            UserSession.objects.create(user=person, session_key=browser.session.session_key, ip="127.0.0.1")
        return browser

    return make
