"""The desk of the secretariat, in the browser's shape: who may enter, what it shows, what a form does."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from access.models import AuditEntry
from claims import services
from claims.models import Claim, Reply
from tests import factories
from tests.people import WORKSHOPS

pytestmark = pytest.mark.django_db
EASY = {"speaker": "no", "single_source": "no", "attack": "no", "reply": "yes"}
OTHERS = ["amina", "bahati", "celine", "daudi", "habiba", "gaspard"]


def status(claim: Claim) -> str:
    return Claim.objects.get(pk=claim.pk).review_status


def at(name: str, claim: Claim) -> str:
    return reverse(f"claims:{name}", args=[claim.pk])


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("route", ["claims:review", "claims:batch", "claims:corrections"])
def test_the_desk_is_the_secretariat_s_alone(request: Any, client_of: Any, name: str, route: str) -> None:
    assert client_of(request.getfixturevalue(name)).get(reverse(route)).status_code == 404


@pytest.mark.parametrize(("name", "answer"), [("celine", 403), ("amina", 404), ("gaspard", 404), ("esther", 200)])
def test_a_claim_in_hand_is_the_secretariat_s_alone(request: Any, client_of: Any, name: str, answer: int) -> None:
    row = factories.released_claim()
    browser = client_of(request.getfixturevalue(name))
    assert browser.get(at("review_claim", row)).status_code == answer
    assert browser.get(reverse("claims:review_claim", args=[uuid4()])).status_code == 404


STEPS = ["verify", "send_back", "release", "withdraw", "clear", "raise", "lower", "uphold", "to_institution"]


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_posted_by_the_secretariat_alone(client_of: Any, celine: Any, esther: Any, step: str) -> None:
    row = factories.released_claim()
    assert client_of(celine).post(at(step, row)).status_code == 403
    assert client_of(esther).get(at(step, row)).status_code == 405


def test_the_queue_counts_by_class_and_says_what_stands_in_the_way(client_of: Any, esther: Any, furaha: Any) -> None:
    source = factories.source(title="Workshop of the hill")
    place = factories.place(name="Mwamba-7", declared_territoire="Nyunzu")
    said = {"source": source, "place": place}
    factories.submitted_claim(note="Raw words", sensitivity="SEVERE", **said)
    factories.verified_claim(verified_by=esther.pk, **said)
    factories.verified_claim(verified_by=furaha.pk, **said)
    factories.submitted_claim(import_batch=uuid4(), **said)
    page = client_of(esther).get(reverse("claims:review"), headers={"accept-language": "en"})
    assert page.context["total"] == 3
    assert dict(page.context["tally"]) == {"LOW": 0, "MODERATE": 0, "HIGH": 2, "SEVERE": 1}
    icons = {entry.obstacle.icon for entry in page.context["entries"]}
    assert icons == {"lock", "people", "check"}
    ready = client_of(esther).get(
        reverse("claims:review"), {"ready": "on", "territoire": "Nyunzu", "source": source.pk}
    )
    assert [entry.claim.verified_by for entry in ready.context["entries"]] == [furaha.pk]


def test_the_oldest_source_comes_first_and_the_number_of_queries_has_a_ceiling(
    client_of: Any, esther: Any, django_assert_max_num_queries: Any
) -> None:
    old, new = factories.source(), factories.source()
    for source in (old, new, old, new, old):
        factories.submitted_claim(source=source)
    browser = client_of(esther)
    browser.get(reverse("claims:review"))
    with django_assert_max_num_queries(30):
        page = browser.get(reverse("claims:review"))
    assert [group.source for group in page.context["groups"]] == [old, new]


def test_reading_severe_words_leaves_a_trace_and_plain_ones_do_not(client_of: Any, esther: Any) -> None:
    severe, plain = factories.released_claim(note="Behind the chapel"), factories.released_claim()
    for row in (severe, plain):
        client_of(esther).get(at("review_claim", row))
    assert [entry.row for entry in AuditEntry.objects.filter(verb="claim.read")] == [severe.pk]


def test_a_claim_stands_beside_what_other_sources_say(client_of: Any, esther: Any) -> None:
    place = factories.place()
    factories.released_claim(place=place, armed_presence="ABSENT")
    row = factories.submitted_claim(place=place, armed_presence="PRESENT_INT")
    hand = client_of(esther).get(at("review_claim", row)).context["hand"]
    assert [(other.presence, other.contrary) for other in hand.others] == [("ABSENT", True)]
    assert hand.contradicted


def test_what_waits_and_contradicts_is_marked_beside_a_released_claim(client_of: Any, esther: Any) -> None:
    place = factories.place()
    row = factories.released_claim(place=place, armed_presence="ABSENT")
    factories.submitted_claim(place=place, armed_presence="PRESENT_INT")
    factories.submitted_claim(place=place, armed_presence="ABSENT")
    hand = client_of(esther).get(at("review_claim", row)).context["hand"]
    assert [(other.presence, other.unchecked, other.contrary) for other in hand.others] == [("PRESENT_INT", True, True)]


def test_verify_leads_on_to_the_next_and_release_asks_four_questions(client_of: Any, esther: Any, furaha: Any) -> None:
    first, second = factories.submitted_claim(), factories.submitted_claim()
    answer = client_of(esther).post(at("verify", first))
    assert answer.url == at("review_claim", second)
    assert status(first) == "VERIFIED"
    browser = client_of(furaha)
    unanswered = browser.post(at("release", first), {"speaker": "no"})
    assert unanswered.status_code == 422 and status(first) == "VERIFIED"
    assert browser.post(at("release", first), {**EASY, "attack": "yes"}).status_code == 422
    assert browser.post(at("release", first), EASY).status_code == 302
    assert status(first) == "PUBLISHED"


def test_who_verified_is_told_in_words_that_a_second_person_is_needed(client_of: Any, esther: Any) -> None:
    row = factories.verified_claim(verified_by=esther.pk)
    answer = client_of(esther).post(at("release", row), EASY, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (409, "second-person")


def test_each_form_of_the_desk_does_what_it_says(client_of: Any, esther: Any, furaha: Any, daudi: Any) -> None:
    row = factories.released_claim(note="Raw", sensitivity="HIGH", armed_presence="PRESENT_INT")
    browser, other = client_of(esther), client_of(furaha)
    browser.post(at("clear", row), {"text": "Cleared"})
    browser.post(at("raise", row), {"sensitivity": "SEVERE"})
    assert (Claim.objects.get().cleared_text, Claim.objects.get().sensitivity) == ("Cleared", "SEVERE")
    assert browser.post(at("lower", row), {"sensitivity": "HIGH"}).status_code == 422
    browser.post(at("lower", row), {"sensitivity": "HIGH", "reason": "Published"})
    assert browser.get(at("review_claim", row)).context["institution_form"]
    for person in (browser, other):
        person.post(at("to_institution", row), {"institution": daudi.institution_id, "reason": "Asked for"})
    assert Claim.objects.get().released_to == [daudi.institution_id]
    services.contest_claims(row, reason="Doubt", by=esther)
    browser.post(at("uphold", row), {"reason": "Confirmed"})
    assert status(row) == "PUBLISHED"
    assert browser.post(at("withdraw", row)).status_code == 422
    browser.post(at("withdraw", row), {"reason": "Danger"})
    assert status(row) == "RETIRED"


def test_a_claim_is_sent_back_with_its_reason(client_of: Any, esther: Any) -> None:
    row = factories.submitted_claim(workshop=WORKSHOPS["amina"])
    assert client_of(esther).post(at("send_back", row), {"reason": ""}).status_code == 422
    client_of(esther).post(at("send_back", row), {"reason": "Which month?"})
    assert status(row) == "RETURNED"


def test_a_batch_lists_each_claim_and_leaves_out_what_is_not_ready(client_of: Any, esther: Any, furaha: Any) -> None:
    ready = [factories.verified_claim(verified_by=furaha.pk) for _ in range(2)]
    mine = factories.verified_claim(verified_by=esther.pk)
    chosen = {"step": "release", "claim": [row.pk for row in [*ready, mine]] + ["nonsense"]}
    browser = client_of(esther)
    page = browser.get(reverse("claims:batch"), chosen)
    assert {entry.claim.pk for entry in page.context["able"]} == {row.pk for row in ready}
    assert [entry.claim.pk for entry in page.context["blocked"]] == [mine.pk]
    assert browser.post(reverse("claims:batch"), chosen).status_code == 422
    browser.post(reverse("claims:batch"), {**chosen, **EASY})
    assert [status(row) for row in [*ready, mine]] == ["PUBLISHED", "PUBLISHED", "VERIFIED"]
    submitted = factories.submitted_claim()
    browser.post(reverse("claims:batch"), {"step": "verify", "claim": [submitted.pk]})
    assert status(submitted) == "VERIFIED"


def test_a_ministry_asks_and_reads_the_answer_and_others_cannot(
    client_of: Any, daudi: Any, habiba: Any, celine: Any, esther: Any
) -> None:
    row = factories.released_claim(sensitivity="MODERATE")
    for name, person, answer in (("correction", habiba, 404), ("correction", celine, 403), ("reply", habiba, 404)):
        assert client_of(person).get(at(name, row)).status_code == answer
    ministry, desk = client_of(daudi), client_of(esther)
    assert ministry.get(at("correction", row)).status_code == 200
    ministry.post(at("correction", row), {"text": "Closed since May"})
    again = ministry.post(at("correction", row), {"text": "Again"}, headers={"accept": "application/json"})
    assert again.json()["code"] == "already-asked"
    asked = desk.get(reverse("claims:corrections")).context["open_ones"][0]
    answer_at = reverse("claims:correction_answer", args=[asked.pk])
    assert desk.get(answer_at).status_code == 200
    assert client_of(celine).get(answer_at).status_code == 404
    assert ministry.get(answer_at).status_code == 403
    desk.post(answer_at, {"accepted": "yes", "answer": "We look into it"})
    assert status(row) == "CONTESTED"
    assert "We look into it" in ministry.get(at("correction", row)).content.decode()


def test_a_reply_is_cleared_and_something_asked_back_is_answered(client_of: Any, daudi: Any, esther: Any) -> None:
    row = factories.released_claim(sensitivity="MODERATE")
    client_of(daudi).post(at("reply", row), {"text": "Major X left"})
    reply, desk = Reply.objects.get(), client_of(esther)
    assert "Major X" in desk.get(reverse("claims:corrections")).content.decode()
    desk.post(reverse("claims:reply_clear", args=[reply.pk]), {"text": "The officer left"})
    assert Reply.objects.get().cleared_text == "The officer left"
    assert "The officer left" in client_of(daudi).get(at("reply", row)).content.decode()


def test_a_ministry_s_form_shows_only_what_it_may_read(client_of: Any, daudi: Any) -> None:
    actor = factories.actor(name="The group of the hill")
    row = factories.involvement(actor=actor, note="Behind the chapel", modes=["TAX_ENTRY"], levy_low=73125)
    page = client_of(daudi).get(at("correction", row)).content.decode()
    for hidden in ("The group of the hill", "chapel", "73125", "73\u202f125"):
        assert hidden not in page
