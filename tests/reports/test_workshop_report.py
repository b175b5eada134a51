"""The report of a workshop: who gets which part, what stands in it, and that the room's part holds nothing else."""

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

from django.test import Client

from access.models import AuditEntry
from accounts.models import Person
from reports.paper.lettering import wrapped
from reports.workshop.layout import drawn
from tests.reports.captured import HIDDEN, KEPT
from tests.reports.reading import signed_in, text_of
from workbook.projection import project
from workbook.services import prepare_workbook
from workbook.writing import writing
from workshops.models import Workshop
from workshops.services import close_workshop

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def files_of(room: Workshop, part: str) -> list[str]:
    return [f"/reports/workshops/{room.pk}/{part}/{name}" for name in ("", "day-1/", "report.docx", "day-1.docx")]


def test_the_rooms_part_holds_nothing_that_was_kept_from_the_plenary(room: Workshop, amina: Person) -> None:
    for address in files_of(room, "room"):
        answer = signed_in(amina).get(address)
        assert answer.status_code == 200, address
        assert HIDDEN not in text_of(answer.content), address
        assert "Groupe armé B" not in text_of(answer.content)


def test_the_rooms_part_is_the_same_whatever_was_kept_from_the_plenary(room: Workshop, amina: Person) -> None:
    address = files_of(room, "room")[0]
    before = signed_in(amina).get(address).context["report"]
    with writing(prepare_workbook(room, by=amina), by=amina) as book:
        place = book.ids("places")[0]
        book.make("benefits", {"place": place, "beneficiary_type": "POLITICAL"})
        book.make("nodes", {"side": "effect", "parent": "core", "order": "a9", "text": "Encore", **KEPT})
    assert signed_in(amina).get(address).context["report"] == before


def test_the_secretariats_part_holds_everything(room: Workshop, esther: Person) -> None:
    page, _, word, _ = (text_of(signed_in(esther).get(it).content) for it in files_of(room, "secretariat"))
    for said in (
        f"Soldes {HIDDEN}s",
        f"Brigade {HIDDEN}e",
        f"Maison {HIDDEN}e",
        f"Enquêter {HIDDEN}",
        f"Réserve {HIDDEN}e",
        f"Des soldes {HIDDEN}s payées",
    ):
        assert said in page and said in word, said


def test_objectives_stand_with_the_cause_in_place_of_which_they_should_hold(room: Workshop, amina: Person) -> None:
    page, _, word, _ = (text_of(signed_in(amina).get(it).content) for it in files_of(room, "room"))
    for told in (page, word):
        assert "Des routes libres de barrières" in told and "À la place de la cause" in told
    goals = signed_in(amina).get(files_of(room, "room")[0]).context["report"].goals
    assert [(it.text, it.cause) for it in goals] == [("Des routes libres de barrières", "Barrières")]


def test_what_is_no_longer_so_stands_as_such_and_not_among_what_is_said_today(room: Workshop, amina: Person) -> None:
    with writing(prepare_workbook(room, by=amina), by=amina) as book:
        place = book.make("places", {"name": "Kwelu-5", "treat": "zz"})
        acts = {"place": place, "answers": str(room.pk), "actor_category": "AG_LOCAL"}
        book.make(
            "involvements", {**acts, "mode": ["TAX_ENTRY"], "since_last_round": "ENDED", "actor_name": "Groupe Z"}
        )
        book.make("involvements", {**acts, "since_last_round": "WRONG", "actor_name": "Groupe Y"})
        seen = {"place": place, "armed_presence": "PRESENT_INT", "mineral": {"GOLD": 1}}
        book.make("observations", {**seen, "answers": str(room.pk), "since_last_round": "ENDED"})
        book.make(
            "legs", {"place": place, "to_text": "Kalemie", "mineral": "GOLD", "transport": "MOTO", "formal": "NO"}
        )
    page, _, word, _ = files_of(room, "room")
    site = signed_in(amina).get(page).context["report"].sites[-1]
    assert (site.presence, site.drawn, site.actors, site.nature) == ("", "", (), ())
    assert site.modes == ("→ Kalemie, or, moto ou vélo, informel",)
    ended = "N’est plus le cas\u00a0: Groupe Z – Taxation à l’entrée du site (jeton)"
    assert set(site.past) >= {ended, "C’était une erreur\u00a0: Groupe Y"}
    assert ended in text_of(signed_in(amina).get(page).content) and ended in text_of(signed_in(amina).get(word).content)


def test_participants_are_counted_in_the_margin_and_small_categories_not_at_all(room: Workshop, amina: Person) -> None:
    people = signed_in(amina).get(files_of(room, "room")[0]).context["report"].people
    assert people.total == 24
    assert people.categories == (("Société civile", 13),)
    assert people.small == ("Division provinciale", "Média local"), "one alone could be told from the total"
    assert people.sexes == (("Femmes", 14), ("Hommes", 10))


def test_the_word_file_has_headings_repeated_rows_a_described_picture_and_its_version(
    room: Workshop, amina: Person
) -> None:
    answer = signed_in(amina).get(files_of(room, "room")[2])
    assert "attachment" in answer["Content-Disposition"] and answer["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        body = ElementTree.fromstring(packed.read("word/document.xml"))
        footer = packed.read("word/footer1.xml").decode()
        header = packed.read("word/header1.xml").decode()
        assert any(name.startswith("word/media/") for name in packed.namelist())
    styles = {it.get(f"{WORD}val") for it in body.iter(f"{WORD}pStyle")}
    assert {"Title", "Heading1", "Heading2"} <= styles
    assert len(list(body.iter(f"{WORD}tblHeader"))) == len(list(body.iter(f"{WORD}tbl"))) >= 3
    assert {it.get(f"{WORD}orient") for it in body.iter(f"{WORD}pgSz")} == {"landscape", None}
    (described,) = body.iter(f"{DRAWING}docPr")
    assert "problème central" in (described.get("descr") or "")
    assert "version" in footer and "NUMPAGES" in footer and "C2" in header


def test_the_demonstration_says_so_on_paper(room: Workshop, amina: Person, settings: Any) -> None:
    settings.FILON_DEMONSTRATION = True
    for address in files_of(room, "room"):
        assert "Démonstration" in text_of(signed_in(amina).get(address).content), address


def test_who_gets_which_part(room: Workshop, amina: Person, people_by_name: dict[str, Person]) -> None:
    def statuses(part: str) -> dict[str, set[int]]:
        return {
            name: {signed_in(person).get(it).status_code for it in files_of(room, part)}
            for name, person in people_by_name.items()
        }

    outside = {name: {404} for name in ("bahati", "celine", "daudi", "habiba", "gaspard")}
    inside = {name: {200} for name in ("amina", "esther", "furaha")}
    assert statuses("room") == statuses("secretariat") == outside | inside
    close_workshop(room, plenary={}, group_only={}, by=amina)
    assert statuses("room") == outside | inside
    assert statuses("secretariat") == outside | inside | {"amina": {403}}
    assert {Client().get(it).status_code for it in files_of(room, "room")} == {302}
    assert signed_in(amina).get(f"/reports/workshops/{room.pk}/other/").status_code == 404
    assert signed_in(amina).get(f"/reports/workshops/{room.pk}/room/other.docx").status_code == 404


def test_each_look_and_each_file_leaves_its_trace(room: Workshop, esther: Person) -> None:
    client = signed_in(esther)
    for address in files_of(room, "secretariat")[1:3]:
        client.get(address)
    verbs = AuditEntry.objects.filter(verb__startswith="report.").order_by("at", "pk").values_list("verb", flat=True)
    assert list(verbs) == ["report.show", "report.start", "report.end"]
    ended = AuditEntry.objects.get(verb="report.end")
    assert len(ended.details["sha256"]) == 64 and HIDDEN not in str(ended.details)


def test_the_drawing_is_always_the_same_and_no_card_covers_another() -> None:
    nodes: dict[str, Any] = {"core": {"side": "core", "text": "Insécurité"}}
    for number in range(60):
        parent = f"n{(number - 2) // 3}" if number > 5 else "core"
        side = "cause" if number % 2 else "effect"
        nodes[f"n{number}"] = {
            "side": side,
            "parent": parent,
            "order": f"a{number:03}",
            "text": "mot " * (number % 17 + 1),
        }
    records = project({"nodes": nodes}).records
    first, second = (drawn(records.nodes, records.links, wrapped) for _ in range(2))
    assert first == second and first is not None
    assert len(first.boxes) == 61
    for one in first.boxes:
        assert one.x >= 0 and one.x + one.width <= first.width and one.y >= 0 and one.y + one.height <= first.height
        for other in first.boxes:
            if one is not other and one.x == other.x:
                assert one.y + one.height <= other.y or other.y + other.height <= one.y


def test_a_long_word_is_cut_and_a_long_text_shortened() -> None:
    lines = wrapped("anticonstitutionnellement" * 3 + " fin", 100)
    assert "".join(lines).replace(" ", "").startswith("anticonst") and len(lines) > 3
