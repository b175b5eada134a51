"""What arrived late is admitted as a correction by a person, or set aside with a reason."""

from collections.abc import Callable

import pytest
from django.test import Client

from access.models import AuditEntry
from accounts.models import Person
from claims.models import Claim
from lib.problems import Fault, Problem
from tests import factories
from workbook.frozen import frozen_version
from workbook.held import late_of
from workbook.models import HeldUpdate, Workbook
from workbook.projected import projected
from workbook.services import admit_late, close_workbook, set_late_aside
from workshops.models import Workshop

from .rooms import Laptop, hand_in
from .test_closing import filled

REASON = "Le portable était hors réseau."


@pytest.fixture
def closed(workbook: Workbook, amina: Person) -> Workbook:
    """Amina's closed room; a laptop that was away hands in a new line and a changed one."""
    factories.actor(name="Groupe armé A")
    room = filled(workbook)
    laptop, epoch = Laptop(), room.epoch
    laptop.sync(room, amina)
    close_workbook(room, by=amina)
    made = laptop.make("observations", "late", place="p", armed_presence="ABSENT", disclosure="PLENARY")
    more = laptop.set("observations", "late", workers_low=12)
    changed = laptop.set("involvements", "i", frequency="WEEKLY")
    hand_in(Workbook.objects.get(pk=room.pk), amina, made, more, changed, epoch=epoch)
    return Workbook.objects.get(pk=room.pk)


def test_admitted_words_are_a_correction_that_the_plenary_never_hears_of(
    closed: Workbook, amina: Person, esther: Person
) -> None:
    (late,) = late_of(closed)
    assert (late.items, late.entries, late.admissible) == (3, 2, True)
    before = Claim.objects.count()
    assert admit_late(closed, HeldUpdate.objects.get(pk=late.key), items=3, reason=REASON, by=esther) == 2
    said = {it.id: it for it in projected(Workbook.objects.get(pk=closed.pk)).records.statements}
    assert (said["late"].disclosure, said["i"].disclosure) == ("GROUP_ONLY", "GROUP_ONLY")
    # the presence, too: beside an actor who is kept back it is not told any more
    assert Claim.objects.count() == before + 3
    assert Claim.objects.filter(review_status="SUBMITTED", retired_at=None).count() == before + 1
    whole, mine = (frozen_version(closed.workshop_id, by=person) for person in (esther, amina))
    assert whole is not None and mine is not None and (whole.number, Workshop.objects.get().state) == (2, "CLOSED")
    assert REASON in whole.because and "late" not in {it.id for it in mine.plenary.records.observations}
    assert HeldUpdate.objects.filter(decision="ADMITTED", decided_by=esther.pk).count() == 3
    assert AuditEntry.objects.get(verb="workbook.admit_late").details["entries"] == 2


def test_what_is_set_aside_changes_nothing(closed: Workbook, esther: Person) -> None:
    before = Claim.objects.count()
    set_late_aside(closed, HeldUpdate.objects.all()[0], items=3, reason=REASON, by=esther)
    (late,) = late_of(closed)
    assert (late.because, late.admissible, Claim.objects.count()) == (REASON, False, before)
    with pytest.raises(Problem) as refusal:
        admit_late(closed, HeldUpdate.objects.all()[0], items=3, reason=REASON, by=esther)
    assert refusal.value.fault in (Fault.STALE, Fault.FORBIDDEN)


@pytest.mark.parametrize(("items", "reason", "fault"), [(2, REASON, Fault.STALE), (3, " ", Fault.REASON_MISSING)])
def test_a_person_decides_on_what_was_shown_with_a_reason(
    closed: Workbook, esther: Person, items: int, reason: str, fault: Fault
) -> None:
    with pytest.raises(Problem) as refusal:
        admit_late(closed, HeldUpdate.objects.all()[0], items=items, reason=reason, by=esther)
    assert refusal.value.fault == fault and not HeldUpdate.objects.exclude(decision="").exists()


def test_the_room_itself_decides_nothing(closed: Workbook, amina: Person) -> None:
    with pytest.raises(Problem):
        set_late_aside(closed, HeldUpdate.objects.all()[0], items=3, reason=REASON, by=amina)


def test_on_the_page_a_decision_is_two_fields(
    closed: Workbook, esther: Person, client_of: Callable[[Person | None], Client]
) -> None:
    desk = client_of(esther)
    page = f"/workbook/{closed.workshop_id}/held/"
    (late,) = late_of(closed)
    sent = {"items": 3, "reason": REASON, "decision": "ADMITTED"}
    assert desk.post(f"{page}{late.key}/decision/", sent | {"reason": ""}).status_code == 422
    assert desk.post(f"{page}{late.key}/decision/", sent).status_code == 302
    assert REASON.encode() in desk.get(page).content
