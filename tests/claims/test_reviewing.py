"""The review: each step works, leaves its trace, and is refused to everybody else."""

from typing import Any

import pytest

from access.models import AuditEntry
from claims import services
from claims.models import Claim, PlaceState, ReviewEvent
from claims.services import Answers
from lib.problems import Fault, Problem
from tests import factories
from tests.people import WORKSHOPS

pytestmark = pytest.mark.django_db
EASY = Answers(speaker=False, single_source=False, attack=False, reply=True)


def status(claim: Claim) -> str:
    return Claim.objects.get(pk=claim.pk).review_status


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def test_the_whole_way_of_a_claim_leaves_events_trail_and_states(amina: Any, esther: Any, furaha: Any) -> None:
    row = services.record_observation(
        source=factories.source(workshop=WORKSHOPS["amina"]), stated_on=factories.STATED_ON, by=amina,
        place=factories.place(), armed_presence="PRESENT_INT",
    )  # fmt: skip
    services.submit_claims(row, by=amina)
    assert PlaceState.objects.filter(place=row.place).count() == 0
    services.verify_claims(row, by=esther)
    assert set(PlaceState.objects.values_list("audience", flat=True)) == {"analyst", "secretariat"}
    date = services.release_claims(row, EASY, by=furaha)
    row.refresh_from_db()
    assert (row.review_status, row.published_at, row.verified_by) == ("PUBLISHED", date, esther.pk)
    steps = [(e.before, e.after, e.by) for e in ReviewEvent.objects.order_by("at")]
    assert steps == [
        ("DRAFT", "SUBMITTED", amina), ("SUBMITTED", "VERIFIED", esther), ("VERIFIED", "PUBLISHED", furaha),
    ]  # fmt: skip
    verbs = AuditEntry.objects.filter(row=row.pk).order_by("at").values_list("verb", flat=True)
    assert list(verbs) == ["claim.record", "claim.submit", "claim.verify", "claim.release"]


def test_a_claim_sent_back_waits_with_its_reason_and_may_be_submitted_again(esther: Any, amina: Any) -> None:
    row = factories.submitted_claim(workshop=WORKSHOPS["amina"])
    assert refusal(services.send_back_claims, row, reason=" ", by=esther) == Fault.REASON_MISSING
    services.send_back_claims(row, reason="Which month?", by=esther)
    assert status(row) == "RETURNED"
    assert ReviewEvent.objects.get().reason == "Which month?"
    services.submit_claims(row, by=amina)
    assert status(row) == "SUBMITTED"


def test_sending_back_takes_the_verification_away(esther: Any, furaha: Any) -> None:
    row = factories.verified_claim(verified_by=esther.pk)
    services.send_back_claims(row, reason="Once more", by=furaha)
    row.refresh_from_db()
    assert (row.verified_by, row.verified_at) == (None, None)


def test_nobody_verifies_an_own_record(esther: Any, furaha: Any) -> None:
    row = factories.submitted_claim(recorded_by=esther.pk)
    assert refusal(services.verify_claims, row, by=esther) == Fault.SECOND_PERSON
    services.verify_claims(row, by=furaha)
    assert status(row) == "VERIFIED"


def test_who_verified_never_releases(esther: Any) -> None:
    row = factories.verified_claim(verified_by=esther.pk)
    assert refusal(services.release_claims, row, EASY, by=esther) == Fault.SECOND_PERSON
    assert status(row) == "VERIFIED"


def test_one_claim_that_may_not_stops_the_whole_batch(esther: Any, furaha: Any) -> None:
    rows = [factories.verified_claim(verified_by=esther.pk), factories.verified_claim(verified_by=furaha.pk)]
    assert refusal(services.release_claims, rows, EASY, by=furaha) == Fault.SECOND_PERSON
    assert {status(row) for row in rows} == {"VERIFIED"}
    assert not ReviewEvent.objects.exists()


def test_a_batch_has_one_date_one_trail_entry_and_an_event_each(
    esther: Any, furaha: Any, django_assert_max_num_queries: Any
) -> None:
    source = factories.source()
    for _ in range(12):
        factories.submitted_claim(source=source)
    with django_assert_max_num_queries(40):
        assert services.verify_claims(Claim.objects.filter(source=source), by=esther) == 12
    date = services.release_claims(Claim.objects.filter(source=source), EASY, by=furaha)
    assert set(Claim.objects.values_list("published_at", flat=True)) == {date}
    assert AuditEntry.objects.get(verb="claim.release").details["count"] == 12
    assert ReviewEvent.objects.filter(after="PUBLISHED").count() == 12


@pytest.mark.parametrize("name", ["amina", "bahati", "celine", "daudi", "habiba", "gaspard"])
@pytest.mark.parametrize("step", ["verify", "send_back", "release", "contest", "retire", "withdraw"])
def test_no_step_of_the_secretariat_is_taken_by_others(request: Any, esther: Any, step: str, name: str) -> None:
    person, by = request.getfixturevalue(name), esther.pk
    row = {
        "verify": lambda: factories.submitted_claim(),
        "send_back": lambda: factories.submitted_claim(),
        "release": lambda: factories.verified_claim(verified_by=by),
    }.get(step, factories.released_claim)()
    before = status(row)
    take = {
        "verify": lambda: services.verify_claims(row, by=person),
        "send_back": lambda: services.send_back_claims(row, reason="No", by=person),
        "release": lambda: services.release_claims(row, EASY, by=person),
        "contest": lambda: services.contest_claims(row, reason="No", by=person),
        "retire": lambda: services.retire_claims(row, reason="No", by=person),
        "withdraw": lambda: services.withdraw_claims(row, reason="No", by=person),
    }[step]
    assert refusal(take) in (Fault.FORBIDDEN, Fault.NOT_FOUND)
    assert status(row) == before


@pytest.mark.parametrize("name", ["bahati", "celine", "daudi", "gaspard"])
def test_nobody_submits_for_a_workshop_of_others(request: Any, name: str) -> None:
    row = factories.observation(review_status="DRAFT", workshop=WORKSHOPS["amina"])
    assert refusal(services.submit_claims, row, by=request.getfixturevalue(name)) == Fault.NOT_FOUND


def test_an_emergency_withdrawal_by_one_person_empties_states_and_single_releases(esther: Any, daudi: Any) -> None:
    row = factories.released_claim(released_to=[daudi.institution_id])
    assert PlaceState.objects.exists()
    services.withdraw_claims(row, reason="Somebody is in danger", by=esther)
    row.refresh_from_db()
    assert (row.review_status, row.released_to) == ("RETIRED", []) and row.retired_at
    assert not PlaceState.objects.exists()


def test_a_contested_claim_may_stand_again(esther: Any) -> None:
    row = factories.released_claim()
    services.contest_claims(row, reason="The ministry says otherwise", by=esther)
    assert status(row) == "CONTESTED"
    services.uphold_claims(row, reason="A second visit confirms it", by=esther)
    assert status(row) == "PUBLISHED"
