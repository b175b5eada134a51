"""Whatever a room edits between two closings: as many claims as entries that say something else, and no more."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pycrdt import Map

from access.reach import SYSTEM
from claims.models import Claim
from workbook import clashes
from workbook.closing import preview_of, still_open
from workbook.models import Workbook
from workbook.projected import projected
from workbook.projection import Records
from workbook.services import close_workbook
from workbook.writing import Book, writing
from workshops.models import Workshop
from workshops.services import send_back_workshop

from .test_closing import filled, let_stand, rows

STATEMENTS = ("observations", "involvements", "legs", "benefits")
OTHERWISE: dict[str, dict[str, tuple[Any, ...]]] = {
    "observations": {"armed_presence": ("ABSENT", "PRESENT_INT", "NO_DATA"), "workers_low": (10, 20, 30)},
    "involvements": {"frequency": ("WEEKLY", "DAILY"), "agreement": ("MINORITY", "MAJORITY")},
    "legs": {"mineral": ("GOLD", "COLTAN"), "transport": ("MOTO", "FOOT")},
    "benefits": {"link": ("direct", "SUSPICION"), "agreement": ("CONSENSUS", "MAJORITY")},
}


def edit(book: Book, random: Random) -> None:
    """One thing that hands do: say an entry otherwise, make, remove or restore one, or reword what is no statement."""
    acts: list[Callable[[Book, Random], object]] = [_say, _say, _make, _remove, _restore, _elsewhere]
    random.choice(acts)(book, random)


def _some(book: Book, random: Random) -> tuple[str, str]:
    """Any statement; a room that has taken back everything, so that a new document holds none, says something first."""
    said = [(root, key) for root in STATEMENTS for key in book.ids(root)]
    return random.choice(said) if said else ("observations", _make(book, random))


def _say(book: Book, random: Random) -> None:
    root, key = _some(book, random)
    name, values = random.choice(list(OTHERWISE[root].items()))
    book.set(root, key, **{name: random.choice(values)})


def _make(book: Book, random: Random) -> str:
    return book.make("observations", {"place": random.choice("pq"), "workers_low": random.randint(1, 99)})


def _remove(book: Book, random: Random) -> None:
    book.remove(*_some(book, random), timezone.now().isoformat())


def _restore(book: Book, random: Random) -> None:
    root, key = _some(book, random)
    entry: Any = book.doc.get(root, type=Map)[key]
    if "removed_at" in entry:
        del entry["removed_at"]
        book.set(root, key)


def _elsewhere(book: Book, random: Random) -> None:
    book.set("nodes", "c", text=random.choice(("Barrières", "Péages")))


def finish(room: Workbook) -> None:
    """Let stand what may stand, take out what may not, until nothing keeps the room open."""
    while left := still_open(room, projected(room)):
        with writing(room, by=SYSTEM) as book:
            for finding in left:
                let_stand(book, finding)
                if not finding.acceptable and not book.get(finding.root, finding.id).get("removed_at"):
                    book.remove(finding.root, finding.id, timezone.now().isoformat())


def statements(room: Workbook) -> dict[str, Any]:
    """What each statement of the room says."""
    records: Records = projected(room).records
    return {it.id: it for it in records.statements}


@pytest.mark.django_db
@settings(
    max_examples=8, deadline=None, phases=(Phase.generate,), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_closing_again_makes_a_row_for_each_statement_that_changed(workbook: Workbook, seed: int) -> None:
    random = Random(seed)
    cache.clear()  # each example is rolled back: positions of the log come again
    clashes._seen.clear()
    with transaction.atomic():
        room = Workbook.objects.get(pk=filled(Workbook.objects.get(pk=workbook.pk)).pk)
        close_workbook(room, by=SYSTEM)
        for _round in range(3):
            _another_round(room.pk, random)
        transaction.set_rollback(True)


def _another_round(pk: Any, random: Random) -> None:
    send_back_workshop(Workshop.objects.get(), reason="Encore", by=SYSTEM)
    room = Workbook.objects.get(pk=pk)
    before = statements(room)
    with writing(room, by=SYSTEM) as book:
        for _ in range(random.randint(0, 5)):
            edit(book, random)
    finish(room)
    after = statements(room)
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    changed = {key for key in after.keys() & before.keys() if after[key] != before[key]}
    weighed, standing = (
        preview_of(room).weighed,
        set(Claim.objects.filter(retired_at=None).values_list("pk", flat=True)),
    )
    done = close_workbook(room, by=SYSTEM)
    assert len(done.outcome.made) == len(new) + len(changed)
    assert len(done.outcome.vanished) == len(gone) == weighed.vanished
    assert weighed.new + weighed.changed == len(done.outcome.made)
    now = Claim.objects.filter(retired_at=None)
    assert now.count() == len(after) and set(now.values_list("review_status", flat=True)) <= {"SUBMITTED"}
    assert len(standing - set(now.values_list("pk", flat=True))) == len(changed) + len(gone)
    _and_the_same_once_more(pk)


def _and_the_same_once_more(pk: Any) -> None:
    before = rows()
    send_back_workshop(Workshop.objects.get(), reason="Pour rien", by=SYSTEM)
    close_workbook(Workbook.objects.get(pk=pk), by=SYSTEM)
    assert rows() == before
