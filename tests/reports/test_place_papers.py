"""Notes on places and the table of sites: who gets them, at which level, on how many pages, and what is on none."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from access.reach import SYSTEM
from accounts.models import Person
from claims.state import refresh_states
from sites.models import Place
from tests.factories import actor, benefit, involvement, observation, place, proposed_place
from tests.reports.reading import pictures_of, signed_in, text_of
from tests.workshops.conftest import planned
from workshops.models import Recommendation, TreeNode, Workshop
from workshops.services import plan_round, plant_tree

FORMS = ("pdf", "docx")
CLOCK = re.compile(r"\d\d/\d\d/\d{4} à \d\d\sh\s\d\d")
SHARED = {"review_status": "PUBLISHED", "sensitivity": "HIGH"}


@pytest.fixture
def site(db: None) -> Place:
    """A site of Tanganyika with a released observation, an armed group, and a named trader who gains."""
    made = place("Tanganyika", name="Mine de l’essai", declared_territoire="Kalemie")
    observation(place=made, armed_presence="PRESENT_INT", review_status="PUBLISHED", sensitivity="MODERATE")
    involvement(place=made, actor=actor(name="Groupe Simba-Essai", sensitivity="HIGH"), **SHARED)
    benefit(place=made, beneficiary=actor(name="Maison Nommée", category="TRADER", sensitivity="SEVERE"), **SHARED)
    kept = {"review_status": "PUBLISHED", "sensitivity": "SEVERE"}
    observation(place=made, armed_presence="ABSENT", note="Parole gardée", **kept)
    refresh_states([made.pk])
    return made


def territoire_of(site: Place) -> str:
    return f"/reports/territoire.{{form}}?f.territoire=CD74.{site.declared_territoire.casefold()}"


def addresses(site: Place, form: str) -> list[str]:
    return [f"/sites/{site.code}/note.{form}", territoire_of(site).format(form=form), f"/reports/sites.{form}"]


@pytest.mark.parametrize("form", FORMS)
def test_each_reader_gets_papers_of_the_own_level(
    site: Place, form: str, daudi: Person, celine: Person, amina: Person
) -> None:
    for address in addresses(site, form):
        ministry, analyst = (text_of(signed_in(it).get(address).content) for it in (daudi, celine))
        assert "Mine de l’essai" in ministry and "Mine de l’essai" in analyst
        assert "Groupe Simba-Essai" in analyst and "Groupe Simba-Essai" not in ministry, address
        assert "Groupe armé local" in ministry and "C2" in ministry
        basic = text_of(signed_in(amina).get(address).content)
        assert "Mine de l’essai" in basic and "Groupe" not in basic and "C1 Partenaires" in basic


@pytest.mark.parametrize("form", FORMS)
def test_what_is_severe_is_on_no_note_whoever_takes_it_and_leaves_no_trace_of_having_been_read(
    site: Place, form: str, esther: Person
) -> None:
    told = text_of(signed_in(esther).get(f"/sites/{site.code}/note.{form}").content)
    assert "Maison Nommée" not in told and "Parole gardée" not in told and "C3 Secrétariat" not in told
    assert "Négociant" in told, "who gains is told by type"
    assert not AuditEntry.objects.filter(verb="read.severe").exists()


def spoken(site: Place, whose: str = "amina", *, number: int = 1, long: str = "") -> None:
    """A released room that names the site: a cause and a recommendation of each kind of disclosure, one uncleared."""
    room = planned(plan_round(title="R", starts_on=date(2024, 9, 1), by=SYSTEM), whose)
    trunk = plant_tree(room, core="Tronc", by=SYSTEM)
    for each in range(number):
        for mark, fields in (
            ("plenière", {"cleared_at": timezone.now()}),
            ("de groupe", {"cleared_at": timezone.now(), "disclosure": "GROUP_ONLY"}),
            ("brute", {}),
        ):
            cleared = f" {mark} {each} {long}" if fields else ""
            rest = {"workshop": room, "places": [site.pk], "text": f"Parole brute {mark}", **fields}
            cause = {"tree": trunk.tree, "parent": trunk, "theme": "LAND", "votes": 9}
            TreeNode.objects.create(**rest, **cause, cleared_text=cleared and f"Cause{cleared}")
            asked = {"type": "DDR_STAB", "addressee": "Ministère des mines"}
            Recommendation.objects.create(**rest, **asked, cleared_text=cleared and f"Voie{cleared}")
    Workshop.objects.filter(pk=room.pk).update(state="RELEASED", released_at=timezone.now())


@pytest.mark.parametrize("form", FORMS)
def test_a_note_has_causes_and_recommendations_as_the_sheet_tells_them_in_cleared_words(
    site: Place, form: str, daudi: Person, celine: Person, esther: Person, amina: Person
) -> None:
    spoken(site)
    for person, group in ((daudi, False), (celine, True), (esther, True), (amina, True)):
        told = text_of(signed_in(person).get(f"/sites/{site.code}/note.{form}").content)
        for word in ("Cause", "Voie"):
            assert f"{word} plenière 0" in told and (f"{word} de groupe 0" in told) is group, person
        assert "Parole brute" not in told and "C2 Équipe" in told and "C1 Partenaires" not in told
        assert "Ministère des mines" in told


def test_who_was_not_in_the_room_and_reads_no_tree_has_none_on_the_note(site: Place, amina: Person) -> None:
    spoken(site, "bahati")
    told = text_of(signed_in(amina).get(f"/sites/{site.code}/note.docx").content)
    assert "Cause" not in told and "C1 Partenaires" in told


def test_who_gets_a_paper(site: Place, people_by_name: dict[str, Person]) -> None:
    def statuses(address: str) -> dict[int, str]:
        told: dict[int, str] = {}
        for name, person in people_by_name.items():
            status = signed_in(person).get(address).status_code
            told[status] = " ".join([*told.get(status, "").split(), name])
        return told

    note, territoire, table = addresses(site, "docx")
    readers = "amina celine daudi esther furaha"
    assert statuses(note) == {200: readers, 404: "bahati habiba gaspard"}
    assert statuses(territoire) == {200: readers, 400: "bahati habiba gaspard"}, (
        "for others there is no such territoire"
    )
    assert statuses(table) == {200: "amina bahati celine daudi habiba esther furaha", 403: "gaspard"}
    assert {Client().get(it).status_code for it in (note, territoire, table)} == {302}
    assert signed_in(people_by_name["celine"]).get("/reports/territoire.pdf").status_code == 400
    assert signed_in(people_by_name["celine"]).get("/reports/sites.exe").status_code == 404
    hidden = proposed_place()
    assert signed_in(people_by_name["daudi"]).get(f"/sites/{hidden.pk}/note.pdf").status_code == 404


def test_the_map_of_a_note_stands_in_its_word_form_too_and_is_drawn_of_what_the_reader_sees(
    site: Place, daudi: Person
) -> None:
    def maps() -> list[bytes]:
        files = [signed_in(daudi).get(it).content for it in addresses(site, "docx")[:2]]
        return [picture for file in files for picture in pictures_of(file)]

    before = maps()
    assert len(before) == 2 and all(it.startswith(b"\x89PNG") for it in before)
    involvement(place=site, actor=actor(category="STATE_ARMED"), **SHARED)
    observation(place=site, armed_presence="ABSENT", stated_on=date(2026, 1, 2), review_status="SUBMITTED")
    refresh_states([site.pk])
    assert maps() == before
    Place.objects.filter(pk=site.pk).update(geom=None, location_precision="UNKNOWN")
    assert maps() == []


@pytest.mark.parametrize("form", FORMS)
def test_hidden_rows_change_nothing_on_paper(site: Place, form: str, daudi: Person) -> None:
    def told() -> list[str]:
        return [CLOCK.sub("", text_of(signed_in(daudi).get(it).content)) for it in addresses(site, form)]

    before = told()
    observation(place=site, armed_presence="PRESENT_NO_INT", review_status="SUBMITTED", sensitivity="MODERATE")
    involvement(place=site, actor=actor(category="STATE_ARMED"), **SHARED)
    hidden = place("Tanganyika", name="Fosse cachée", declared_territoire="Kalemie", sensitivity="SEVERE")
    elsewhere = place("Maniema", name="Mine d’ailleurs", declared_territoire="Kalemie")
    refresh_states([site.pk, hidden.pk, elsewhere.pk])
    assert told() == before


def test_a_note_stands_on_one_page_however_much_is_known(site: Place, celine: Person) -> None:
    for number in range(40):
        band = actor(name=f"Groupe {number} au nom plutôt long pour une case", sensitivity="HIGH")
        involvement(place=site, actor=band, **SHARED)
        observation(place=site, armed_presence="ABSENT", note="", **SHARED)
        other = place("Tanganyika", name=f"Mine {number} au nom plutôt long", declared_territoire="Kalemie")
        involvement(place=other, actor=band, **SHARED)
    spoken(site, number=6, long="qui se dit avec beaucoup de mots " * 12)
    refresh_states(None)
    for address in addresses(site, "pdf")[:2]:
        told = text_of(signed_in(celine).get(address).content)
        assert re.search(r"Pages: +1\n", told), address
        assert "autres sites figurent" in told or "plus anciennes se lisent" in told
    assert "causes et recommandations se lisent sur la fiche" in text_of(
        signed_in(celine).get(addresses(site, "pdf")[0]).content
    ).replace("\n", " ")


def test_the_table_names_the_view_and_refuses_more_than_a_paper_holds(
    site: Place, celine: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = text_of(signed_in(celine).get("/reports/sites.pdf?f.presence=PRESENT_INT").content)
    assert "Présence avec ingérence" in told and "1 site" in told and "Présence armée :" in told.replace("\u00a0", " ")
    assert "Mine de l’essai" not in text_of(signed_in(celine).get("/reports/sites.pdf?f.presence=ABSENT").content)
    monkeypatch.setattr("reports.places.listing.MOST_SITES", 0)
    answer: Any = signed_in(celine).get("/reports/sites.pdf")
    assert answer.status_code == 409


def test_papers_are_listed_beside_what_was_taken(site: Place, daudi: Person) -> None:
    browser = signed_in(daudi)
    browser.get(f"/sites/{site.code}/note.docx")
    page = browser.get("/reports/").content.decode()
    assert "Papier" in page and "/reports/sites.pdf" in page and 'value="CD74.kalemie"' in page
    assert f"/sites/{site.code}/note.pdf" in browser.get(f"/sites/{site.code}/").content.decode()
