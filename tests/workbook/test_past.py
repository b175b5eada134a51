"""The room's own past: history of an entry, named versions, and what the last round said."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from claims.models import Claim
from lib.problems import Problem
from tests.factories import involvement, observation, place
from tests.people import WORKSHOPS
from workbook.models import RecalledClaim, Workbook
from workbook.services import prepare_workbook, recall_claims
from workbook.writing import writing
from workshops.services import close_workshop

from .rooms import Laptop, running_workshop

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Person | None], Client]


def asked(browser: Client, workbook: Workbook, door: str) -> Any:
    return browser.get(f"/workbook/{workbook.workshop_id}/{door}").json()


def test_the_history_of_an_entry_says_who_changed_what(workbook: Workbook, amina: Person, client_of: ClientOf) -> None:
    with writing(workbook, by=amina) as book:
        book.make("places", {"name": "Mwamba", "order": "a1"}, "p1")
        book.make("places", {"name": "Autre", "order": "a2"}, "p2")
    with writing(workbook, by=amina) as book:
        book.set("places", "p1", name="Mwamba-7")
    told = asked(client_of(amina), workbook, "history/?entry=places/p1")["changes"]
    assert [it["person"] for it in told] == ["Amina", "Amina"]
    assert told[0]["changed"] == {"name": ["Mwamba", "Mwamba-7"]}
    assert told[1]["changed"]["name"] == [None, "Mwamba"]


def test_an_overwritten_value_stands_in_the_history(workbook: Workbook, amina: Person, client_of: ClientOf) -> None:
    for text in ("un", "deux", "trois"):
        with writing(workbook, by=amina) as book:
            book.set("nodes", "core", text=text)
    told = asked(client_of(amina), workbook, "history/?entry=nodes/core")["changes"]
    assert [it["changed"]["text"][1] for it in told] == ["trois", "deux", "un", ""]
    assert told[-1]["person"] == ""


def test_a_named_version_is_compared_with_now(workbook: Workbook, amina: Person, client_of: ClientOf) -> None:
    browser = client_of(amina)
    made = browser.post(f"/workbook/{workbook.workshop_id}/versions/", {"name": "Midi"}, "application/json").json()
    with writing(workbook, by=amina) as book:
        book.set("nodes", "core", text="L’or")
        book.make("places", {"name": "Mwamba"}, "p1")
    assert [it["name"] for it in asked(browser, workbook, "versions/")["versions"]] == ["Midi"]
    changes = asked(browser, workbook, f"versions/{made['id']}/")["changes"]
    assert [it["entry"] for it in changes] == ["nodes/core", "places/p1"]
    assert changes[0]["changed"] == {"text": ["", "L’or"]}


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, 7, None, "a\x00b"])
def test_a_version_needs_a_name(workbook: Workbook, amina: Person, client_of: ClientOf, name: object) -> None:
    address = f"/workbook/{workbook.workshop_id}/versions/"
    assert client_of(amina).post(address, {"name": name}, "application/json").status_code == 422


def test_after_the_closing_the_room_reads_its_log_no_more(
    workbook: Workbook, amina: Person, esther: Person, client_of: ClientOf, settings: Any
) -> None:
    settings.FILON_SECOND_FACTOR = False
    close_workshop(workbook.workshop, plenary={}, group_only={}, by=amina)
    address = f"/workbook/{workbook.workshop_id}/history/?entry=nodes/core"
    assert client_of(amina).get(address).status_code == 404
    assert client_of(esther).get(address).status_code == 200


def test_preparing_twice_writes_once(workbook: Workbook, amina: Person) -> None:
    position = workbook.position
    assert prepare_workbook(workbook.workshop, by=amina).position == position
    laptop = Laptop()
    laptop.sync(workbook, amina)
    assert len(laptop.words("agenda")) == 11 and len(laptop.words("checks")) == 8
    assert laptop.words("counts")["MEDIA|F"]["number"] is None
    assert laptop.words("meta") == {"book": {"schema": 1, "epoch": 1}}


def test_the_agenda_of_the_workshop_is_taken(amina: Person) -> None:
    workshop = running_workshop(agenda=[{"day": 1, "title": "Accueil", "minutes": 15}, {"title": "Arbre"}, "odd"])
    laptop = Laptop()
    laptop.sync(prepare_workbook(workshop, by=amina), amina)
    told = [(it["title"], it["minutes"]) for it in laptop.words("agenda").values()]
    assert sorted(told) == [("Accueil", 15), ("Arbre", 30)]


def test_the_room_reads_what_the_secretariat_gave_it(
    workbook: Workbook, amina: Person, esther: Person, client_of: ClientOf
) -> None:
    site = place()
    said = {"place": site, "workshop": WORKSHOPS["bahati"], "note": "raw", "sensitivity": "HIGH"}
    given, other = involvement(**said), observation(**said)
    assert asked(client_of(amina), workbook, "last-round/") == {}
    assert recall_claims(workbook.workshop, [given.pk], by=esther) == 1
    assert recall_claims(workbook.workshop, [given.pk], by=esther) == 0
    told = asked(client_of(amina), workbook, "last-round/")
    assert [it["id"] for it in told[site.code]] == [str(given.pk)]
    assert told[site.code][0]["modes"] == ["TAX_MINERAL"] and "note" not in told[site.code][0]
    assert str(other.pk) not in str(told)


def test_only_what_is_released_elsewhere_in_the_province_and_not_of_a_group_is_given(
    workbook: Workbook, amina: Person, esther: Person
) -> None:
    elsewhere = {"workshop": WORKSHOPS["bahati"]}
    hidden: list[Claim] = [
        observation(),
        observation(workshop=workbook.workshop_id),
        observation(**elsewhere, review_status="VERIFIED"),
        observation(**elsewhere, sensitivity="SEVERE"),
        observation(**elsewhere, disclosure="GROUP_ONLY"),
        observation(**elsewhere, place=place("Maniema")),
    ]
    assert recall_claims(workbook.workshop, [it.pk for it in hidden], by=esther) == 0
    with pytest.raises(Problem):
        recall_claims(workbook.workshop, [it.pk for it in hidden], by=amina)


def test_what_is_withdrawn_is_told_no_more(
    workbook: Workbook, amina: Person, esther: Person, client_of: ClientOf
) -> None:
    given = observation(workshop=WORKSHOPS["bahati"])
    recall_claims(workbook.workshop, [given.pk], by=esther)
    Claim.objects.filter(pk=given.pk).update(review_status="RETIRED", retired_at=given.recorded_at)
    assert RecalledClaim.objects.exists()
    assert asked(client_of(amina), workbook, "last-round/") == {}


def test_writing_by_who_may_not_is_no_writing(workbook: Workbook, bahati: Person) -> None:
    with pytest.raises(Problem), writing(workbook, by=bahati) as book:
        book.set("nodes", "core", text="x")
