"""Releasing: four questions, obstacles, the delay, what is superseded, and single institutions."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from claims import services
from claims.models import Claim, ReviewEvent
from claims.services import Answers
from lib.problems import Fault, Problem
from tests import factories

pytestmark = pytest.mark.django_db
EASY = Answers(speaker=False, single_source=False, attack=False, reply=True)


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


@pytest.mark.parametrize("uneasy", ["speaker", "single_source", "attack", "reply"])
def test_an_answer_against_releasing_takes_a_reason_that_is_kept(esther: Any, furaha: Any, uneasy: str) -> None:
    row = factories.verified_claim(verified_by=esther.pk)
    answers = {"speaker": False, "single_source": False, "attack": False, "reply": True}
    answers[uneasy] = not answers[uneasy]
    assert refusal(services.release_claims, row, Answers(**answers), by=furaha) == Fault.REASON_MISSING
    services.release_claims(row, Answers(**answers), by=furaha, reason="The text says it in general words.")
    event = ReviewEvent.objects.get()
    assert (event.answers, event.reason) == (answers, "The text says it in general words.")


def test_the_delay_runs_from_the_day_of_statement_and_not_for_open_data(
    esther: Any, furaha: Any, settings: Any
) -> None:
    settings.RELEASE_DELAY_DAYS = 30
    today = timezone.localdate()
    young = {"verified_by": esther.pk, "stated_on": today - timedelta(days=29)}
    row = factories.verified_claim(**young)
    assert refusal(services.release_claims, row, EASY, by=furaha) == Fault.TOO_EARLY
    services.release_claims(
        factories.verified_claim(**young | {"stated_on": today - timedelta(days=30)}), EASY, by=furaha
    )
    open_data = factories.verified_claim(**young, source=factories.open_source(), sensitivity="MODERATE")
    services.release_claims(open_data, EASY, by=furaha)
    settings.RELEASE_DELAY_DAYS = 0
    services.release_claims(row, EASY, by=furaha)


@pytest.mark.parametrize("raw", [{"note": "He lives behind the chapel"}, {"said": "Anaishi nyuma"}])
def test_words_are_cleared_before_anything_is_released(esther: Any, furaha: Any, raw: dict[str, str]) -> None:
    row = factories.verified_claim(verified_by=esther.pk, **raw)
    assert refusal(services.release_claims, row, EASY, by=furaha) == Fault.NOT_READY
    services.clear_text(row, text="", by=esther)
    services.release_claims(row, EASY, by=furaha)


def test_a_place_enters_the_register_before_its_claims_are_released(esther: Any, furaha: Any) -> None:
    row = factories.verified_claim(verified_by=esther.pk, place=factories.proposed_place())
    assert refusal(services.release_claims, row, EASY, by=furaha) == Fault.NOT_READY


def test_what_is_asked_back_waits_for_its_answer(esther: Any, furaha: Any, settings: Any) -> None:
    settings.RELEASE_DELAY_DAYS = 0
    row = factories.verified_claim(verified_by=esther.pk, stated_on=timezone.localdate())
    request = services.request_withdrawal(claim=row)
    assert refusal(services.release_claims, row, EASY, by=furaha) == Fault.NOT_READY
    services.answer_withdrawal(request, granted=False, reason="It is in the newspaper", by=esther)
    services.release_claims(row, EASY, by=furaha)


def test_what_is_not_verified_is_not_released(furaha: Any) -> None:
    assert refusal(services.release_claims, factories.submitted_claim(), EASY, by=furaha) == Fault.NOT_READY


def test_a_superseding_claim_retires_the_earlier_one_at_the_same_moment(esther: Any, furaha: Any) -> None:
    earlier = factories.released_claim()
    later = factories.verified_claim(verified_by=esther.pk, supersedes=earlier, place=earlier.place)
    date = services.release_claims(later, EASY, by=furaha)
    earlier.refresh_from_db()
    assert (earlier.review_status, earlier.retired_at) == ("RETIRED", date)


def test_what_was_superseded_by_a_claim_that_nobody_released_retires_too(esther: Any, furaha: Any) -> None:
    last_round = factories.released_claim()
    between = factories.submitted_claim(supersedes=last_round, place=last_round.place)
    later = factories.verified_claim(verified_by=esther.pk, supersedes=between, place=last_round.place)
    services.release_claims(later, EASY, by=furaha)
    last_round.refresh_from_db()
    between.refresh_from_db()
    assert (last_round.review_status, between.review_status) == ("RETIRED", "SUBMITTED")


def test_a_single_claim_about_the_state_reaches_one_ministry_by_two_people(
    esther: Any, furaha: Any, daudi: Any, habiba: Any
) -> None:
    row = factories.released_claim(armed_presence="PRESENT_INT")
    to = {"institution": daudi.institution}
    assert not Claim.objects.permitted(daudi).exists()
    assert refusal(services.propose_to_institution, row, reason="", by=esther, **to) == Fault.REASON_MISSING
    assert refusal(services.confirm_to_institution, row, by=furaha, **to) == Fault.NOT_READY
    services.propose_to_institution(row, reason="The division asked for it", by=esther, **to)
    assert refusal(services.propose_to_institution, row, reason="Again", by=furaha, **to) == Fault.ALREADY_ASKED
    assert refusal(services.confirm_to_institution, row, by=esther, **to) == Fault.SECOND_PERSON
    services.confirm_to_institution(row, by=furaha, **to)
    assert Claim.objects.permitted(daudi).get().pk == row.pk
    assert not Claim.objects.permitted(habiba).exists()


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_nobody_else_releases_to_an_institution(request: Any, name: str, habiba: Any) -> None:
    row, person = factories.released_claim(), request.getfixturevalue(name)
    named = {"reason": "Please", "by": person}
    assert refusal(services.propose_to_institution, row, habiba.institution, **named) in (
        Fault.FORBIDDEN, Fault.NOT_FOUND,
    )  # fmt: skip
