"""Closing by hand: what the page is told beforehand, the typed name, and opening again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from access.models import AuditEntry
from accounts.models import Person
from tests import factories
from workbook.models import Workbook
from workshops.models import Closing, Workshop

from .test_closing import filled

ClientOf = Callable[[Person | None], Client]


@pytest.fixture
def room(workbook: Workbook) -> Workbook:
    """Amina's running workbook with something of everything in it."""
    factories.actor(name="Groupe armé A")
    return filled(workbook)


def door(room: Workbook) -> str:
    return f"/workbook/{room.workshop_id}/closing/"


def test_the_page_is_told_what_closing_would_hand_in(room: Workbook, amina: Person, client_of: ClientOf) -> None:
    told = client_of(amina).get(door(room)).json()
    assert told["versions"] == []
    assert told["preview"]["weighed"] == {"new": 4, "changed": 0, "unchanged": 0, "vanished": 0}
    assert (told["preview"]["left"], told["preview"]["number"], told["preview"]["reserves"]) == (0, 1, 1)
    assert told["preview"]["to_plenary"] + told["preview"]["kept_back"] == 4


@pytest.mark.parametrize("typed", ["WORKSHOP AT THE  LAKE", "Workshop at the lake"])
def test_amina_closes_with_the_typed_name(room: Workbook, amina: Person, client_of: ClientOf, typed: str) -> None:
    browser = client_of(amina)
    checksum = browser.get(door(room)).json()["preview"]["checksum"]
    answer = browser.post(door(room), {"name": typed, "checksum": checksum}, "application/json")
    assert answer.status_code == 201
    version = answer.json()["versions"][0]
    assert version["number"] == 1 and version["checksum"] == Closing.objects.get().plenary_digest
    assert browser.get(door(room)).json()["preview"] is None


@pytest.mark.parametrize(
    "sent", [{}, {"name": "Another"}, {"name": "Workshop at the lake"}, {"name": 1, "checksum": 2}, []]
)
def test_without_name_and_checksum_nothing_closes(
    room: Workbook, amina: Person, client_of: ClientOf, sent: Any
) -> None:
    assert client_of(amina).post(door(room), sent, "application/json").status_code == 422
    assert not Closing.objects.exists()


def test_the_secretariat_opens_it_again_and_the_room_reads_why(
    room: Workbook, amina: Person, esther: Person, client_of: ClientOf
) -> None:
    browser, desk = client_of(amina), client_of(esther)
    checksum = browser.get(door(room)).json()["preview"]["checksum"]
    browser.post(door(room), {"name": "Workshop at the lake", "checksum": checksum}, "application/json")
    page = f"/workbook/{room.workshop_id}/reopening/"
    assert desk.post(page, {"reason": ""}).status_code == 200 and browser.post(page, {"reason": "x"}).status_code == 403
    assert desk.post(page, {"reason": "Deux sites sans position."}).status_code == 302
    assert Workshop.objects.get(pk=room.workshop_id).state == "RUNNING"
    assert b"Deux sites sans position." in browser.get("/workshops/").content
    assert AuditEntry.objects.filter(verb="workshop.send_back", person=esther.pk).count() == 1


def test_a_closed_room_shows_its_version_to_its_own_and_to_nobody_else(
    room: Workbook, amina: Person, bahati: Person, client_of: ClientOf
) -> None:
    browser = client_of(amina)
    checksum = browser.get(door(room)).json()["preview"]["checksum"]
    browser.post(door(room), {"name": "Workshop at the lake", "checksum": checksum}, "application/json")
    digest = Closing.objects.get().plenary_digest
    assert digest.encode() in browser.get(f"/workshops/{room.workshop_id}/").content
    assert digest[:12].encode() in browser.get("/workshops/").content
    assert client_of(bahati).get(door(room)).status_code == 404
    assert digest[:12].encode() not in client_of(bahati).get("/workshops/").content
