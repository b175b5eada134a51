"""One exchange, whatever comes how often in which order: stored once, acknowledged after the commit, held when late."""

import pytest
from pycrdt import Map

from access.reach import SYSTEM
from accounts.models import Membership, Person
from accounts.services import add_membership, end_membership
from accounts.services.memberships import Scope
from lib.problems import Fault, Problem
from tests.people import WORKSHOPS
from workbook.codes import HeldReason, RefusedReason
from workbook.document import SCHEMA
from workbook.models import HeldUpdate, Update, Workbook
from workshops.services import close_workshop

from .rooms import Laptop, hand_in, item, text_of

pytestmark = pytest.mark.django_db


def rows(workbook: Workbook) -> int:
    return Update.objects.filter(workshop=workbook.workshop_id).count()


def test_what_one_laptop_writes_reaches_another(workbook: Workbook, amina: Person) -> None:
    one, other = Laptop(), Laptop()
    one.sync(workbook, amina)
    one.make("nodes", "n1", "La taxe", side="cause", parent="core")
    done = one.sync(workbook, amina)
    assert not one.outbox and len(done.received) == 1
    other.sync(workbook, amina)
    assert text_of(other.words(), "n1") == "La taxe"


def test_the_same_item_twice_is_stored_once_and_acknowledged_twice(workbook: Workbook, amina: Person) -> None:
    made = Laptop().make("nodes", "n1")
    before = rows(workbook)
    answers = [hand_in(workbook, amina, made, made), hand_in(workbook, amina, made)]
    assert [it.received for it in answers] == [[made["hash"]], [made["hash"]]]
    assert rows(workbook) == before + 1


def test_an_update_whose_parent_comes_later_is_kept(workbook: Workbook, amina: Person) -> None:
    writer = Laptop()
    first, second = writer.make("nodes", "n1", "La taxe"), writer.type("nodes", "n1", " du groupe")
    hand_in(workbook, amina, second)
    hand_in(workbook, amina, first)
    reader = Laptop()
    reader.sync(workbook, amina)
    assert text_of(reader.words(), "n1") == "La taxe du groupe"


def test_a_deletion_reaches_whoever_has_everything(workbook: Workbook, amina: Person) -> None:
    one, other = Laptop(), Laptop()
    one.make("places", "p1", **{"mineral:GOLD": 1})
    one.sync(workbook, amina)
    other.sync(workbook, amina)
    one.change(lambda doc: doc.get("places", type=Map)["p1"].pop("mineral:GOLD"))
    one.sync(workbook, amina)
    other.sync(workbook, amina)
    assert "mineral:GOLD" not in other.words("places")["p1"]


@pytest.mark.parametrize(
    "broken",
    [b"\x01" * 300, b"", b"\x00", b"\x00\x00", b"hello", b"\xff" * 40],
    ids=["ones", "nothing", "a zero", "no change", "words", "no number"],
)
def test_bytes_that_are_no_update_are_refused(workbook: Workbook, amina: Person, broken: bytes) -> None:
    before = rows(workbook)
    done = hand_in(workbook, amina, item(broken))
    assert list(done.refused) == [RefusedReason.MALFORMED] and not done.received
    assert rows(workbook) == before


def test_an_update_with_something_after_its_end_is_refused(workbook: Workbook, amina: Person) -> None:
    update = Laptop()
    update.make("nodes", "n1")
    whole = update.doc.get_update()
    assert hand_in(workbook, amina, item(whole + b"\x01")).refused
    assert hand_in(workbook, amina, item(whole[:-1])).refused
    assert hand_in(workbook, amina, item(whole)).received


def test_a_digest_of_other_bytes_is_refused(workbook: Workbook, amina: Person) -> None:
    made, other = Laptop().make("nodes", "n1"), Laptop().make("nodes", "n2")
    done = hand_in(workbook, amina, {**made, "hash": other["hash"]})
    assert done.refused == {RefusedReason.MALFORMED: [other["hash"]]}


def test_an_item_that_is_too_large_is_refused(workbook: Workbook, amina: Person) -> None:
    done = hand_in(workbook, amina, Laptop().make("nodes", "n1", "x" * 300_000))
    assert list(done.refused) == [RefusedReason.TOO_LARGE]


def test_more_than_hands_can_type_is_asked_to_wait(
    workbook: Workbook, amina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.limits.ITEMS_PER_MINUTE", 2)
    done = hand_in(workbook, amina, *(Laptop().make("nodes", f"n{number}") for number in range(3)))
    assert len(done.refused[RefusedReason.TOO_FAST]) == 3 and not done.received


def test_a_newer_page_is_refused(workbook: Workbook, amina: Person) -> None:
    made = Laptop().make("nodes", "n1")
    assert hand_in(workbook, amina, made, schema=SCHEMA + 1).refused == {RefusedReason.SCHEMA: [made["hash"]]}


def test_an_update_that_writes_a_newer_schema_is_refused(workbook: Workbook, amina: Person) -> None:
    laptop = Laptop()
    laptop.sync(workbook, amina)
    newer = laptop.set("meta", "book", schema=SCHEMA + 1)
    same = Laptop().make("nodes", "n1", "a word about the schema of things")
    done = hand_in(workbook, amina, newer, same)
    assert done.refused == {RefusedReason.SCHEMA: [newer["hash"]]} and done.received == [same["hash"]]


def test_what_comes_after_the_closing_is_held(workbook: Workbook, amina: Person) -> None:
    close_workshop(workbook.workshop, plenary={}, group_only={}, by=amina)
    made = Laptop().make("nodes", "n1")
    before = rows(workbook)
    for _ in range(2):
        done = hand_in(workbook, amina, made, vector=b"")
        assert done.held == {HeldReason.CLOSED: [made["hash"]]}
        assert done.update is None and not done.received
    assert rows(workbook) == before
    assert HeldUpdate.objects.get().person == amina.pk


def test_what_comes_after_rights_ended_is_held(workbook: Workbook, amina: Person) -> None:
    for membership in Membership.objects.filter(person=amina, workshop=workbook.workshop_id):
        end_membership(membership, by=SYSTEM)
    made = Laptop().make("nodes", "n1")
    done = hand_in(workbook, amina, made, vector=b"")
    assert done.held == {HeldReason.RIGHTS: [made["hash"]]} and done.update is None


def test_what_comes_from_an_older_document_is_held(workbook: Workbook, amina: Person) -> None:
    Workbook.objects.update(epoch=2)
    made = Laptop().make("nodes", "n1")
    done = hand_in(workbook, amina, made, epoch=1, vector=b"")
    assert done.held == {HeldReason.EPOCH: [made["hash"]]} and done.epoch == 2 and done.update is None


def test_whoever_never_wrote_here_meets_nothing(workbook: Workbook, bahati: Person, esther: Person) -> None:
    made = Laptop().make("nodes", "n1")
    for person in (bahati, esther):
        with pytest.raises(Problem) as refused:
            hand_in(workbook, person, made, vector=b"")
        assert refused.value.fault == Fault.NOT_FOUND
    assert not HeldUpdate.objects.exists()


def test_who_joins_later_writes_too(workbook: Workbook, bahati: Person) -> None:
    add_membership(bahati, "FACILITATOR", Scope(("CD63",), WORKSHOPS["amina"]), by=SYSTEM)
    assert hand_in(workbook, Person.objects.get(pk=bahati.pk), Laptop().make("nodes", "n1")).received
