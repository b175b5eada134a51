"""The three papers of a closed workshop: who gets which, what each holds, and that no hidden word changes one."""

import re
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

from access.models import AuditEntry
from accounts.models import Person
from reports.workshop.counting import told_cells
from tests.reports.captured import HIDDEN, KEPT
from tests.reports.reading import pdf_text, pictures_of, signed_in, text_of
from workbook.content import adopted
from workbook.projected import projected
from workbook.services import prepare_workbook
from workbook.writing import writing
from workshops.models import Workshop
from workshops.services import close_workshop

PAPERS = ("communique", "room", "secretariat")
CLOCK = re.compile(r"\d\d/\d\d/\d{4} à \d\d\sh\s\d\d")


def address_of(room: Workshop, name: str, form: str = "pdf") -> str:
    return f"/reports/workshops/{room.pk}/papers/{name}.{form}"


def close(room: Workshop, amina: Person) -> None:
    """The room adopts what its workbook says, unfinished as it may be."""
    cache.clear()
    plenary, group_only = adopted(projected(prepare_workbook(room, by=amina)).records)
    close_workshop(room, plenary=plenary, group_only=group_only, by=amina)


@pytest.fixture
def closed(room: Workshop, amina: Person) -> Workshop:
    """Amina's room after it adopted what it said."""
    close(room, amina)
    return room


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("name", ["communique", "room"])
def test_what_the_room_takes_home_holds_nothing_that_was_kept_from_the_plenary(
    closed: Workshop, amina: Person, name: str, form: str
) -> None:
    answer = signed_in(amina).get(address_of(closed, name, form))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"] and answer["Cache-Control"] == "no-store"
    told = text_of(answer.content)
    assert HIDDEN not in told and "Groupe armé B" not in told
    assert ("Des routes libres de barrières" in told) is (name == "room")
    assert closed.closings.get().plenary_digest in told and "n° 1" in told.replace("\u00a0", " ")


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_secretariats_file_holds_everything_with_class_number_and_checksum(
    closed: Workshop, esther: Person, form: str
) -> None:
    told = text_of(signed_in(esther).get(address_of(closed, "secretariat", form)).content)
    for said in ("Soldes", "Brigade", "Maison", "Enquêter", "Réserve", "Barrières", "Mwamba-7", "Deux personnes"):
        assert said in told, said
    assert closed.closings.get().checksum in told and "C3 Secrétariat" in told


def test_the_word_form_has_the_tree_and_the_map_on_which_its_sites_are_numbered(
    closed: Workshop, amina: Person
) -> None:
    paper = signed_in(amina).get(address_of(closed, "room", "docx")).content
    assert len(pictures_of(paper)) == 2 and "1. S-1 · Mwamba-7" in text_of(paper)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_communique_names_no_site_no_actor_and_counts_nothing_below_five(
    closed: Workshop, amina: Person, form: str
) -> None:
    told = text_of(signed_in(amina).get(address_of(closed, "communique", form)).content)
    for word in ("Mwamba", "Kalima", "Groupe armé", "Barrières", "insécurité se nourrit", "Deux personnes", "Amina"):
        assert word not in told, word
    assert re.search(r"24\s+participants", told) and "C0 Public" in told and "09/2024" not in told
    assert "sites" not in re.sub("sites miniers|aucun site", "", told.lower()), "one site is fewer than five"


def test_nothing_kept_back_changes_a_byte_of_what_the_room_takes_home(closed: Workshop, amina: Person) -> None:
    def told() -> list[str]:
        return [CLOCK.sub("", text_of(signed_in(amina).get(address_of(closed, it)).content)) for it in PAPERS[:2]]

    before = told()
    Workshop.objects.filter(pk=closed.pk).update(state="RUNNING")
    with writing(prepare_workbook(closed, by=amina), by=amina) as book:
        place = book.ids("places")[0]
        book.make("benefits", {"place": place, "beneficiary_type": "POLITICAL"})
        book.make("involvements", {"place": place, "actor_category": "STATE_ARMED", "mode": ["TAX_MINERAL"]})
        for number in range(9):
            cause = {"side": "cause", "parent": "core", "order": f"b{number}", "theme": "JUSTICE", "text": "Encore"}
            book.make("nodes", {**cause, **KEPT})
            book.make("recommendations", {"type": "JUSTICE", "text": "Encore", **KEPT})
    closed.closings.all().delete()
    close(closed, amina)
    assert told() == before


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_made_twice_is_the_same_byte_for_byte(
    closed: Workshop, esther: Person, name: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = closed.closings.get().closed_at
    monkeypatch.setattr("reports.paper.imprint.timezone", SimpleNamespace(localtime=lambda: moment))
    one, other = (signed_in(esther).get(address_of(closed, name, form)).content for _ in range(2))
    assert one == other


def test_who_gets_which_paper(room: Workshop, amina: Person, people_by_name: dict[str, Person]) -> None:
    def statuses(name: str) -> dict[str, set[int]]:
        return {
            who: {signed_in(person).get(address_of(room, name, form)).status_code for form in ("pdf", "docx")}
            for who, person in people_by_name.items()
        }

    outside = {who: {404} for who in ("bahati", "celine", "daudi", "habiba", "gaspard")}
    inside = ("amina", "esther", "furaha")
    assert statuses("room") == outside | {who: {409} for who in inside}, "nothing is adopted yet"
    close(room, amina)
    assert statuses("room") == statuses("communique") == outside | {who: {200} for who in inside}
    assert statuses("secretariat") == outside | {"amina": {403}, "esther": {200}, "furaha": {200}}
    assert Client().get(address_of(room, "room")).status_code == 302
    assert signed_in(amina).get(address_of(room, "other")).status_code == 404
    assert signed_in(amina).get(address_of(room, "room", "exe")).status_code == 404


def test_each_paper_leaves_its_trace_and_the_trace_no_word(closed: Workshop, esther: Person) -> None:
    signed_in(esther).get(address_of(closed, "secretariat"))
    begun, ended = AuditEntry.objects.filter(verb__startswith="paper.").order_by("at", "pk")
    assert (begun.verb, ended.verb) == ("paper.start", "paper.end")
    assert begun.details["kind"] == "secretariat" and begun.details["sensitivity"] == "C3"
    assert len(ended.details["sha256"]) == 64 and HIDDEN not in f"{begun.details} {ended.details}"


def test_tree_and_map_are_lines_and_the_file_says_nothing_of_who_or_what_made_it(
    closed: Workshop, esther: Person
) -> None:
    body = signed_in(esther).get(address_of(closed, "secretariat")).content
    assert b"/Subtype /Image" not in body and b"WeasyPrint" not in body and b"Filon" not in body
    assert pdf_text(body).count("Barrières") >= 3, "on a card, in the outline, beside its recommendation"


def test_a_small_cell_is_never_told_nor_left_to_be_subtracted() -> None:
    assert told_cells({"a": 9, "b": 5, "c": 4}) == (("a", 9),)
    assert told_cells({"a": 9, "b": 5}) == (("a", 9), ("b", 5))
    assert told_cells({"a": 9, "b": 3, "c": 2}) == (("a", 9),)
    assert told_cells({"a": 4}) == ()
