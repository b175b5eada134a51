"""Folding loses nothing: not what waits for its parent, not what comes in between; a random order is as good as any."""

from typing import Any

import pytest
from celery import current_app
from django.core.cache import cache
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Map

from accounts.models import Person
from workbook import log
from workbook.compaction import fold
from workbook.models import MergedState, Update, Workbook
from workbook.tasks import fold_soon

from .rooms import Laptop, hand_in, text_of

pytestmark = pytest.mark.django_db


def test_an_update_whose_parent_comes_after_the_folding_is_kept(workbook: Workbook, amina: Person) -> None:
    writer = Laptop()
    first, second = writer.make("nodes", "n1", "La taxe"), writer.type("nodes", "n1", " du groupe")
    hand_in(workbook, amina, second)
    fold(workbook.workshop_id, 1)
    hand_in(workbook, amina, first)
    fold(workbook.workshop_id, 1)
    reader = Laptop()
    reader.sync(workbook, amina)
    assert text_of(reader.words(), "n1") == "La taxe du groupe"


def test_folded_rows_stay_and_are_not_folded_again(workbook: Workbook, amina: Person) -> None:
    for number in range(3):
        hand_in(workbook, amina, Laptop().make("nodes", f"n{number}"))
    rows = Update.objects.count()
    assert fold(workbook.workshop_id, 1) == rows
    assert fold(workbook.workshop_id, 1) == 0
    assert Update.objects.count() == rows and MergedState.objects.get().position == rows


def test_enough_waiting_updates_wake_the_folding(
    workbook: Workbook, amina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "UNFOLDED_AT_MOST", 3)
    answers = [hand_in(workbook, amina, Laptop().make("nodes", f"n{number}")).crowded for number in range(3)]
    assert answers == [False, True, True]


def test_a_crowd_of_updates_leaves_one_job_for_a_worker_that_is_away(
    workbook: Workbook, amina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "UNFOLDED_AT_MOST", 1)
    cache.delete(f"workbook:woken:{workbook.workshop_id.hex}:1")
    with current_app.connection_or_acquire() as line:
        queue = line.default_channel.client
        before = queue.llen("celery")
        for number in range(3):
            fold_soon(workbook.workshop_id, hand_in(workbook, amina, Laptop().make("nodes", f"n{number}")))
        assert queue.llen("celery") - before == 1


def test_an_update_is_written_once(workbook: Workbook) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Update.objects.update(payload=b"\x00\x00")


STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["make", "type", "set", "flag", "sync", "lose", "fold", "twice"])),
    min_size=1,
    max_size=25,
)


@given(steps=STEPS, order=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_schedule_all_replicas_are_equal(
    workbook: Workbook, amina: Person, steps: list[tuple[int, str]], order: Any
) -> None:
    """Items come late, twice, mixed up, with foldings in between; what was acknowledged is there."""
    with transaction.atomic():
        laptops = [Laptop() for _ in range(3)]
        for laptop in laptops:
            laptop.sync(workbook, amina)
        for number, (who, what) in enumerate(steps):
            _step(workbook, amina, laptops[who], what, number, order)
        for laptop in laptops + laptops:
            laptop.sync(workbook, amina)
        late = Laptop()
        late.sync(workbook, amina)
        told = [{root: laptop.words(root) for root in ("nodes", "places")} for laptop in [*laptops, late]]
        assert all(it == told[0] for it in told) and not any(laptop.outbox for laptop in laptops)
        transaction.set_rollback(True)


def _step(workbook: Workbook, by: Any, laptop: Laptop, what: str, number: int, order: Any) -> None:
    known = list(laptop.words())
    match what:
        case "make":
            laptop.make("nodes", f"n{number}", f"word {number}", side="cause")
        case "type" if known:
            laptop.type("nodes", order.choice(known), f" and {number}")
        case "set" if known:
            laptop.set("nodes", order.choice(known), order=f"a{number}", theme="LAND")
        case "flag" if known:
            laptop.change(_toggle(order.choice(known)))
        case "sync":
            laptop.sync(workbook, by)
        case "lose":
            items = list(laptop.outbox.values())
            order.shuffle(items)
            hand_in(workbook, by, *items[: len(items) // 2])  # the answer never arrives
        case "fold":
            fold(workbook.workshop_id, 1)
        case "twice":
            items = list(laptop.outbox.values())
            laptop.settle(hand_in(workbook, by, *items, *reversed(items)))


def _toggle(key: str) -> Any:
    def work(doc: Any) -> None:
        entry = doc.get("nodes", type=Map)[key]
        if "place:p1" in entry:
            del entry["place:p1"]
        else:
            entry["place:p1"] = True

    return work
