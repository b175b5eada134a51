"""Releasing a round: what is in the way stands on its card, four answers in writing, two people, one date."""

from typing import Any

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from access.reach import SYSTEM
from claims import services as claims
from claims.models import Claim, ReviewEvent
from lib.problems import Fault, Problem
from tests import factories
from workshops import services
from workshops.models import Round, RoundRelease, TreeNode, Workshop
from workshops.round_card import RoomOnCard, card_of, contradicted_since

pytestmark = pytest.mark.django_db
ANSWERS = {"speaker": False, "single_source": True, "attack": False, "reply": True}
WORDS = {name: f"because of {name}" for name in ANSWERS}
WRITTEN = {name: "yes" if yes else "no" for name, yes in ANSWERS.items()} | {
    f"{name}_words": words for name, words in WORDS.items()
}


@pytest.fixture
def closed(captured: Workshop) -> Workshop:
    """Amina's workshop, closed, with two statements that wait."""
    services.close_workshop(captured, plenary={}, group_only={}, by=SYSTEM)
    source = factories.source(workshop=captured.pk)
    for name in ("One", "Other"):
        factories.submitted_claim(workshop=captured.pk, source=source, place=factories.place(name=name))
    captured.refresh_from_db()
    return captured


def statements(workshop: Workshop) -> list[Claim]:
    return list(Claim.objects.filter(workshop=workshop.pk).order_by("place__name"))


def room(workshop: Workshop) -> RoomOnCard:
    return card_of(workshop.round, SYSTEM).rooms[0]


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def proposed(workshop: Workshop, by: Any) -> RoundRelease:
    return services.propose_release(workshop.round, answers=ANSWERS, words=WORDS, by=by)


def test_the_card_says_what_is_in_the_way(closed: Workshop, esther: Any) -> None:
    one, other = statements(closed)
    Claim.objects.filter(pk=one.pk).update(note="Behind the chapel")
    claims.send_back_claims(other, reason="Which month?", by=esther)
    factories.proposed_place(workshop=closed.pk)
    claims.request_withdrawal(claim=factories.submitted_claim(workshop=closed.pk, stated_on=timezone.localdate()))
    found = room(closed)
    assert (found.unverified, found.unanswered, found.uncleared, found.unmatched, found.asked_back) == (2, 1, 1, 1, 1)
    assert found.silent_words == 4
    assert refusal(proposed, closed, esther) == Fault.NOT_READY


def test_a_room_that_still_writes_is_in_the_way(captured: Workshop, esther: Any) -> None:
    assert room(captured).blocked
    assert refusal(proposed, captured, esther) == Fault.NOT_READY


def test_the_delay_is_in_the_way_and_the_card_says_until_when(closed: Workshop, esther: Any) -> None:
    rows = statements(closed)
    claims.verify_claims(rows, by=esther)
    today = timezone.localdate()
    Claim.objects.filter(pk=rows[0].pk).update(stated_on=today)
    with override_settings(RELEASE_DELAY_DAYS=30):
        card = card_of(closed.round, SYSTEM)
        assert card.rooms[0].early == 1 and card.free_on and (card.free_on - today).days == 30
        assert refusal(proposed, closed, esther) == Fault.TOO_EARLY
    with override_settings(RELEASE_DELAY_DAYS=0):
        assert card_of(closed.round, SYSTEM).ready


def test_two_people_release_what_each_of_them_verified_with_one_date(
    closed: Workshop, esther: Any, furaha: Any, daudi: Any
) -> None:
    one, other = statements(closed)
    claims.verify_claims(one, by=esther)
    claims.verify_claims(other, by=furaha)
    release = proposed(closed, esther)
    assert refusal(proposed, closed, furaha) == Fault.ALREADY_ASKED
    assert refusal(services.confirm_release, release, by=esther) == Fault.SECOND_PERSON
    assert refusal(services.confirm_release, release, by=daudi) == Fault.FORBIDDEN
    date = services.confirm_release(release, by=furaha)
    rows = statements(closed)
    assert {(row.review_status, row.published_at) for row in rows} == {("PUBLISHED", date)}
    closed.refresh_from_db()
    assert (closed.state, closed.released_at, closed.round.released_at) == ("RELEASED", date, date)
    events = ReviewEvent.objects.filter(after="PUBLISHED")
    assert {(event.claim_id, event.by) for event in events} == {(one.pk, furaha), (other.pk, esther)}
    assert all(event.answers == ANSWERS and "because of attack" in event.reason for event in events)
    assert refusal(services.confirm_release, release, by=furaha) == Fault.STALE


def test_what_changed_after_the_answers_is_not_released_by_them(closed: Workshop, esther: Any, furaha: Any) -> None:
    rows = statements(closed)
    claims.verify_claims(rows, by=esther)
    release = proposed(closed, esther)
    claims.raise_class(rows[0], "SEVERE", by=furaha)
    assert refusal(services.confirm_release, release, by=furaha) == Fault.STALE
    assert Claim.objects.filter(review_status="PUBLISHED").count() == 0
    services.take_back_release(release, by=furaha)
    services.confirm_release(proposed(closed, esther), by=furaha)
    assert Claim.objects.filter(review_status="PUBLISHED").count() == 2


def test_every_question_is_answered_in_writing(client_of: Any, closed: Workshop, esther: Any, furaha: Any) -> None:
    claims.verify_claims(statements(closed), by=esther)
    browser, address = client_of(esther), reverse("workshops:round_propose", args=[closed.round_id])
    for left_out in ("attack", "attack_words"):
        entered = {name: text for name, text in WRITTEN.items() if name != left_out}
        assert browser.post(address, entered).status_code == 422
    assert (
        refusal(services.propose_release, closed.round, answers=ANSWERS, words={**WORDS, "reply": " "}, by=esther)
        == Fault.REASON_MISSING
    )
    assert browser.post(address, WRITTEN).status_code == 302
    release = RoundRelease.objects.get()
    page = client_of(furaha).get(reverse("workshops:round", args=[closed.round_id])).content.decode()
    confirm = reverse("workshops:release_confirm", args=[release.pk])
    assert "because of attack" in page and confirm in page
    assert confirm not in browser.get(reverse("workshops:round", args=[closed.round_id])).content.decode()
    assert client_of(furaha).post(confirm).status_code == 302
    assert Round.objects.get(pk=closed.round_id).released_at


def test_statements_of_a_room_wait_for_their_round_at_the_desk(
    client_of: Any, closed: Workshop, esther: Any, furaha: Any
) -> None:
    one, _other = statements(closed)
    claims.verify_claims(one, by=esther)
    browser = client_of(furaha)
    hand = browser.get(reverse("claims:review_claim", args=[one.pk]))
    assert {"release", "with_round"} & hand.context["steps"] == {"with_round"}
    easy = {"speaker": "no", "single_source": "no", "attack": "no", "reply": "yes"}
    answer = browser.post(reverse("claims:release", args=[one.pk]), easy, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (409, "with-round")
    batch = browser.get(reverse("claims:batch"), {"step": "release", "claim": [one.pk]})
    assert batch.context["able"] == []
    browser.post(reverse("claims:batch"), {"step": "release", "claim": [one.pk], **easy})
    one.refresh_from_db()
    assert one.review_status == "VERIFIED"


def test_a_later_contradiction_is_marked_for_the_secretariat_alone(
    client_of: Any, closed: Workshop, esther: Any, furaha: Any, daudi: Any, celine: Any
) -> None:
    one, _other = statements(closed)
    claims.verify_claims(statements(closed), by=esther)
    services.confirm_release(proposed(closed, esther), by=furaha)
    sheet = reverse("mapping:place", args=[one.place and one.place.code])
    before = [client_of(person).get(sheet).content for person in (celine, daudi)]
    factories.submitted_claim(place=one.place, armed_presence="PRESENT_INT")
    assert contradicted_since(closed.round, SYSTEM) == 1
    page = client_of(esther).get(reverse("workshops:round", args=[closed.round_id]))
    assert page.context["contradicted"] == 1
    after = [client_of(person).get(sheet).content for person in (celine, daudi)]
    assert [len(one) for one in before] == [len(one) for one in after]


def test_words_of_the_room_are_cleared_as_said_or_anew(client_of: Any, closed: Workshop, esther: Any) -> None:
    address = reverse("workshops:words", args=[closed.pk])
    one, two, three = TreeNode.objects.filter(workshop=closed).order_by("pk")
    browser = client_of(esther)
    assert browser.get(address).context["waiting"] == 4
    browser.post(address, {f"as_said-{one.pk}": "on", f"text-{two.pk}": "Cleared anew", f"text-{three.pk}": " "})
    told = {row.pk: row.cleared_text for row in TreeNode.objects.filter(workshop=closed)}
    assert told == {one.pk: one.text, two.pk: "Cleared anew", three.pk: ""}
    assert browser.get(address).context["waiting"] == 2


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_rounds_before_release_are_the_secretariat_s_alone(
    request: Any, client_of: Any, closed: Workshop, name: str
) -> None:
    browser = client_of(request.getfixturevalue(name))
    assert browser.get(reverse("workshops:rounds")).status_code == 404
    assert browser.get(reverse("workshops:round", args=[closed.round_id])).status_code == 404
    assert browser.get(reverse("workshops:words", args=[closed.pk])).status_code == 404


def test_the_list_of_rounds_has_a_ceiling_of_queries(
    client_of: Any, closed: Workshop, running: Workshop, esther: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        services.plan_round(title=f"Round {number}", starts_on=factories.STATED_ON, by=SYSTEM)
    browser = client_of(esther)
    browser.get(reverse("workshops:rounds"))
    with django_assert_max_num_queries(16):
        browser.get(reverse("workshops:rounds"))
