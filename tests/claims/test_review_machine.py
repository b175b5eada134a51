"""The review as a machine: whatever order people try things in, the rules hold."""

from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import services
from claims.codes import CHECKED, RELEASED, ReviewStatus
from claims.models import Claim, PlaceState, ReviewEvent
from claims.services import Answers
from claims.stages import STEPS
from lib.problems import Problem
from tests import factories

EASY = Answers(speaker=False, single_source=False, attack=False, reply=True)
ACTIONS = {
    "submit": lambda row, by: services.submit_claims(row, by=by),
    "verify": lambda row, by: services.verify_claims(row, by=by),
    "send_back": lambda row, by: services.send_back_claims(row, reason="Why?", by=by),
    "release": lambda row, by: services.release_claims(row, EASY, by=by),
    "contest": lambda row, by: services.contest_claims(row, reason="No", by=by),
    "uphold": lambda row, by: services.uphold_claims(row, reason="Yes", by=by),
    "withdraw": lambda row, by: services.withdraw_claims(row, reason="Danger", by=by),
}
ALLOWED = {(before, step.after) for step in STEPS for before in step.before}
tries = st.lists(
    st.tuples(st.sampled_from(sorted(ACTIONS)), st.sampled_from(["esther", "furaha", "celine", "daudi"])), max_size=9
)


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=tries)
def test_no_order_of_steps_breaks_a_rule(
    esther: Any, furaha: Any, celine: Any, daudi: Any, tries: list[tuple[str, str]]
) -> None:
    people = {"esther": esther, "furaha": furaha, "celine": celine, "daudi": daudi}
    point = transaction.savepoint()
    row = factories.observation(review_status="DRAFT", recorded_by=esther.pk)
    for action, name in tries:
        with suppress(Problem):
            ACTIONS[action](row, people[name])
        _check(row.pk, esther, furaha)
    transaction.savepoint_rollback(point)


def _check(key: Any, esther: Any, furaha: Any) -> None:
    row = Claim.objects.get(pk=key)
    events = list(ReviewEvent.objects.filter(claim=row).order_by("at"))
    path = [(ReviewStatus(event.before), ReviewStatus(event.after)) for event in events]
    assert set(path) <= ALLOWED
    assert all(one[1] == other[0] for one, other in zip(path, path[1:], strict=False)), "the events are one way"
    assert row.review_status == (events[-1].after if events else "DRAFT")
    assert all(event.by in (esther, furaha) for event in events), "only the secretariat moved it"
    for event in events:
        if event.after == ReviewStatus.VERIFIED:
            assert event.by == furaha, "esther recorded it"
        if (event.before, event.after) == (ReviewStatus.VERIFIED, ReviewStatus.PUBLISHED):
            assert event.by == esther, "furaha verified it"
    assert bool(row.published_at) == any(event.after == ReviewStatus.PUBLISHED for event in events)
    assert bool(row.retired_at) == (row.review_status == ReviewStatus.RETIRED)
    audiences = set(PlaceState.objects.filter(place=row.place).values_list("audience", flat=True))
    assert ("secretariat" in audiences) == (row.review_status in CHECKED)
    assert "ministry" not in audiences or row.review_status in RELEASED
