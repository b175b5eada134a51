"""A room closes: what it adopted is frozen and handed in; closing again says only what changed."""

import json
from copy import deepcopy
from typing import Any

import pytest
from django.utils import timezone

from access.models import AuditEntry
from access.reach import SYSTEM
from accounts.models import Person
from claims.models import Benefit, Claim, Involvement
from claims.services import withdraw_claims
from lib.problems import Fault, Problem
from sites.models import Place, Source
from tests import factories
from workbook import log
from workbook.closing import preview_of
from workbook.content import adopted, joined, records_of
from workbook.epochs import begin_epoch
from workbook.frozen import frozen_version, is_sound
from workbook.models import HeldUpdate, Update, Workbook
from workbook.projected import projected
from workbook.projection import Finding, project, read
from workbook.services import close_workbook
from workbook.writing import Book, writing
from workshops.models import Closing, Group, Recommendation, TreeLink, TreeNode, Workshop
from workshops.services import send_back_workshop

from .rooms import Laptop, hand_in
from .test_claiming import DOCUMENT

CONTENT: dict[str, Any] = deepcopy(DOCUMENT) | {
    "places": {
        "p": {"name": "Mwamba 7", "lon": 28.1, "lat": -6.2},
        "q": {"name": "Kalima-Sud", "territoire": ""},
        "unsaid": {"name": "Nobody spoke of it"},
    },
    "legs": {"l": {"place": "p", "to": "q", "mineral": "COLTAN"}},
    "situations": {},
    "reserves": {"d": {"about": "involvements/i", "text": "Nous n’étions pas d’accord", "group": "g"}},
}
CONTENT["recommendations"]["w"] |= {"body": "Division", "horizon": "SHORT"}


def filled(workbook: Workbook, content: dict[str, Any] = CONTENT) -> Workbook:
    """The workbook says `content` besides what everybody has, and lets stand whatever it lacks."""
    document = read(log.state(workbook).update)
    for root, entries in content.items():
        document.setdefault(root, {}).update(entries)
    begin_epoch(workbook, document)
    workbook.refresh_from_db()
    with writing(workbook, by=SYSTEM) as book:
        for finding in projected(workbook).open_findings:
            let_stand(book, finding)
    return workbook


def let_stand(book: Book, finding: Finding) -> None:
    if finding.acceptable:
        book.make("acceptances", {"finding": finding.mark, "reason": "Le temps a manqué."})


@pytest.fixture
def room(workbook: Workbook) -> Workbook:
    """Amina's running workbook with something of everything in it."""
    factories.actor(name="Groupe armé A")
    return filled(workbook)


def reopened(room: Workbook, by: Person) -> Workbook:
    """The room is open again, as the secretariat wants it."""
    send_back_workshop(Workshop.objects.get(pk=room.workshop_id), reason="Une correction est demandée.", by=by)
    return Workbook.objects.get(pk=room.pk)


def rows() -> list[Any]:
    """Everything that closing leaves outside of the log."""
    models = (Claim, Involvement, Benefit, TreeNode, TreeLink, Recommendation, Group, Closing, Place, Source)
    volatile = {"workshop_state"}
    return [
        [
            {name: it for name, it in row.items() if name not in volatile}
            for row in model.objects.order_by("pk").values()
        ]  # type: ignore[attr-defined]
        for model in models
    ]


def test_a_room_closes_and_its_statements_are_handed_in(room: Workbook, amina: Person) -> None:
    done = close_workbook(room, by=amina)
    room.refresh_from_db()
    assert (done.closing.number, room.workshop_state) == (1, "CLOSED")
    assert set(Claim.objects.values_list("review_status", flat=True)) == {"SUBMITTED"}
    assert done.submitted == len(done.outcome.made) == 4
    assert set(Place.objects.values_list("name", "status", "workshop")) == {
        ("Mwamba 7", "PROPOSED", room.workshop_id),
        ("Kalima-Sud", "PROPOSED", room.workshop_id),
    }
    assert Involvement.objects.get().actor is not None
    entry = AuditEntry.objects.get(verb="workbook.close")
    assert entry.details["submitted"] == 4 and entry.person == amina.pk


def test_the_frozen_version_is_canonical_and_keeps_its_parts_apart(
    room: Workbook, amina: Person, esther: Person
) -> None:
    records = projected(room).records
    close_workbook(room, by=amina)
    mine, whole = frozen_version(room.workshop_id, by=amina), frozen_version(room.workshop_id, by=esther)
    assert mine is not None and whole is not None and whole.whole is not None
    assert mine.whole is None and is_sound(mine.plenary) and is_sound(whole.whole)
    assert mine.checksum == whole.plenary.checksum != whole.checksum
    assert mine.plenary.records.benefits == () and "BEYOND_VIEW" not in mine.plenary.canonical
    assert whole.whole.records.benefits == records.benefits
    assert [it.text for it in mine.plenary.records.reserves] == ["Nous n’étions pas d’accord"]
    assert mine.plenary.records.reserves[0].group == "" and whole.whole.records.reserves[0].group == "g"
    assert json.dumps(json.loads(whole.whole.canonical), sort_keys=True, ensure_ascii=False, separators=(",", ":")) == (
        whole.whole.canonical
    )


def test_parts_joined_are_the_whole_in_its_order(room: Workbook) -> None:
    records = projected(room).records
    told, rest = (json.loads(json.dumps(part, default=str)) for part in adopted(records))
    again = records_of(joined(told, rest))
    assert again.statements == records.statements
    assert (again.nodes, again.places, again.recommendations) == (
        records.nodes,
        records.places,
        records.recommendations,
    )


def test_nobody_else_sees_a_version(room: Workbook, amina: Person, bahati: Person, celine: Person) -> None:
    close_workbook(room, by=amina)
    assert frozen_version(room.workshop_id, by=bahati) is None
    assert frozen_version(room.workshop_id, by=celine) is None


def test_what_is_to_be_completed_keeps_the_room_open(workbook: Workbook, amina: Person) -> None:
    with writing(workbook, by=SYSTEM) as book:
        book.make("legs", {"mineral": "GOLD"})
    with pytest.raises(Problem) as refusal:
        close_workbook(workbook, by=amina)
    assert refusal.value.fault == Fault.UNFINISHED
    assert Workbook.objects.get().workshop_state == "RUNNING" and not Claim.objects.exists()


def test_only_who_leads_and_the_secretariat_close(room: Workbook, bahati: Person, celine: Person) -> None:
    for person in (bahati, celine):
        with pytest.raises(Problem):
            close_workbook(room, by=person)
    assert not Closing.objects.exists()


def test_what_was_read_back_is_what_is_closed(room: Workbook, amina: Person) -> None:
    shown = preview_of(room).checksum
    with writing(room, by=amina) as book:
        book.set("places", "p", name="Mwamba 8")
    with pytest.raises(Problem) as refusal:
        close_workbook(room, by=amina, checksum=shown)
    assert refusal.value.fault == Fault.STALE
    close_workbook(room, by=amina, checksum=preview_of(room).checksum)


def test_a_new_document_begins_with_the_same_content_and_no_past(room: Workbook, amina: Person) -> None:
    with writing(room, by=amina) as book:
        book.remove("nodes", "d", timezone.now().isoformat())
        book.make("acceptances", {"finding": "REMOVED_REFERENCE|votes|c|g|", "reason": "—"})
    before, epoch = projected(room).records, room.epoch
    close_workbook(room, by=amina)
    room.refresh_from_db()
    assert room.epoch == epoch + 1
    document = read(log.state(room).update)
    after = project(document, {}).records
    assert adopted(after) == adopted(project(read(log.state_at(room.workshop_id, epoch, 10**6)), {}).records)
    assert "d" not in document["nodes"] and after.epoch == before.epoch + 1
    assert Update.objects.filter(workshop=room.workshop_id, epoch=epoch).exists()


def test_an_earlier_documents_words_are_held(room: Workbook, amina: Person, esther: Person) -> None:
    laptop, epoch = Laptop(), room.epoch
    laptop.sync(room, amina)
    close_workbook(room, by=amina)
    late = hand_in(reopened(room, esther), amina, laptop.make("nodes", "late", "Trop tard"), epoch=epoch)
    assert set(late.held) == {"EPOCH"} and HeldUpdate.objects.count() == 1


def test_closing_twice_without_a_change_makes_no_row(room: Workbook, amina: Person, esther: Person) -> None:
    close_workbook(room, by=amina)
    before = rows()
    again = close_workbook(reopened(room, esther), by=amina)
    assert (again.outcome.made, again.submitted, again.closing.number) == ((), 0, 1)
    assert rows() == before


def test_three_changes_make_three_claims_that_supersede(room: Workbook, amina: Person, esther: Person) -> None:
    close_workbook(room, by=amina)
    with writing(reopened(room, esther), by=amina) as book:
        book.set("observations", "o", armed_presence="PRESENT_NO_INT")
        book.set("involvements", "i", frequency="WEEKLY")
        book.set("legs", "l", mineral="GOLD")
    weighed = preview_of(Workbook.objects.get(pk=room.pk)).weighed
    assert (weighed.new, weighed.changed, weighed.unchanged, weighed.vanished) == (0, 3, 1, 0)
    again = close_workbook(room, by=amina)
    made = Claim.objects.filter(pk__in=[it.pk for it in again.outcome.made])
    assert len(made) == 3 and all(it.supersedes_id and it.review_status == "SUBMITTED" for it in made)
    assert {it.review_status for it in Claim.objects.filter(pk__in=[it.supersedes_id for it in made])} == {"RETIRED"}
    frozen = frozen_version(room.workshop_id, by=esther)
    assert frozen is not None and (frozen.number, frozen.because) == (2, "Une correction est demandée.")
    assert {(it.entry, it.what, it.fields) for it in frozen.changes} == {
        ("observations/o", "changed", ("armed_presence",)),
        ("involvements/i", "changed", ("frequency",)),
        ("legs/l", "changed", ("mineral",)),
    }


def test_an_unchanged_benefit_follows_the_actor_that_changed(room: Workbook, amina: Person, esther: Person) -> None:
    close_workbook(room, by=amina)
    gain = Benefit.objects.get()
    with writing(reopened(room, esther), by=amina) as book:
        book.set("involvements", "i", frequency="WEEKLY")
    close_workbook(room, by=amina)
    gain.refresh_from_db()
    assert gain.about_involvement == Involvement.objects.get(review_status="SUBMITTED")
    assert gain.review_status == "SUBMITTED" and Benefit.objects.count() == 1


def test_a_released_benefit_stays_until_the_new_actor_is_released(
    room: Workbook, amina: Person, esther: Person
) -> None:
    close_workbook(room, by=amina)
    Claim.objects.update(review_status="PUBLISHED", published_at=timezone.now())
    gain = Benefit.objects.get()
    with writing(reopened(room, esther), by=amina) as book:
        book.set("involvements", "i", frequency="WEEKLY")
    close_workbook(room, by=amina)
    before = gain.about_involvement_id
    gain.refresh_from_db()
    assert gain.about_involvement_id == before
    assert Claim.objects.get(pk=before).review_status == "PUBLISHED"


def test_what_vanished_is_taken_back_and_may_be_said_again(room: Workbook, amina: Person, esther: Person) -> None:
    close_workbook(room, by=amina)
    with writing(reopened(room, esther), by=amina) as book:
        book.remove("legs", "l", timezone.now().isoformat())
    done = close_workbook(room, by=amina)
    assert [it.review_status for it in Claim.objects.filter(pk__in=[it.pk for it in done.outcome.vanished])] == [
        "RETIRED"
    ]
    with writing(reopened(room, esther), by=amina) as book:
        book.make("legs", {"place": "p", "to": "q", "mineral": "COLTAN"}, "l")
    assert len(close_workbook(room, by=amina).outcome.made) == 1


def test_what_the_secretariat_withdrew_is_not_handed_in_again(room: Workbook, amina: Person, esther: Person) -> None:
    close_workbook(room, by=amina)
    withdraw_claims(Claim.objects.filter(kind="LEG"), reason="Danger", by=esther)
    again = close_workbook(reopened(room, esther), by=amina)
    assert again.outcome.made == () and Claim.objects.filter(kind="LEG").count() == 1


def test_opening_again_needs_the_secretariat_and_a_reason(room: Workbook, amina: Person, esther: Person) -> None:
    close_workbook(room, by=amina)
    workshop = Workshop.objects.get(pk=room.workshop_id)
    for person, reason, fault in ((amina, "x", Fault.FORBIDDEN), (esther, " ", Fault.REASON_MISSING)):
        with pytest.raises(Problem) as refusal:
            send_back_workshop(workshop, reason=reason, by=person)
        assert refusal.value.fault == fault
