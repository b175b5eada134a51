"""Being heard: corrections, replies, and what others see of them."""

from typing import Any

import pytest

from claims import services
from claims.models import Claim, CorrectionRequest, Reply
from lib.problems import Fault, Problem
from tests import factories

pytestmark = pytest.mark.django_db


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


@pytest.fixture
def open_claim() -> Claim:
    """A released claim that the ministry of its province reads."""
    return factories.released_claim(sensitivity="MODERATE", armed_presence="ABSENT")


def test_a_ministry_asks_for_a_rectification_and_nothing_changes_for_others(
    daudi: Any, esther: Any, celine: Any, open_claim: Claim
) -> None:
    request = services.request_correction(open_claim, text="The site closed in May.", by=daudi)
    assert (request.institution, request.asked_by) == (daudi.institution, daudi)
    assert CorrectionRequest.objects.permitted(esther).count() == 1
    assert CorrectionRequest.objects.permitted(celine).count() == 0
    assert Claim.objects.get().review_status == "PUBLISHED"


def test_a_second_request_while_one_is_open_is_refused_in_words(daudi: Any, esther: Any, open_claim: Claim) -> None:
    first = services.request_correction(open_claim, text="The site closed in May.", by=daudi)
    assert refusal(services.request_correction, open_claim, text="Again", by=daudi) == Fault.ALREADY_ASKED
    services.answer_correction(first, accepted=False, answer="A visit in June saw it open.", by=esther)
    services.request_correction(open_claim, text="It closed again.", by=daudi)


def test_an_accepted_request_contests_the_claim_and_only_once(daudi: Any, esther: Any, open_claim: Claim) -> None:
    request = services.request_correction(open_claim, text="The site closed in May.", by=daudi)
    assert refusal(services.answer_correction, request, accepted=True, answer="", by=esther) == Fault.REASON_MISSING
    services.answer_correction(request, accepted=True, answer="Two visits disagree.", by=esther)
    assert Claim.objects.get().review_status == "CONTESTED"
    assert refusal(services.answer_correction, request, accepted=False, answer="No", by=esther) == Fault.STALE
    services.end_contestation(open_claim, reason="A third visit", by=esther)
    assert Claim.objects.get().review_status == "PUBLISHED"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("habiba", Fault.NOT_FOUND),
        ("bahati", Fault.FORBIDDEN),
        ("celine", Fault.FORBIDDEN),
        ("esther", Fault.FORBIDDEN),
    ],
)
def test_others_neither_contest_nor_reply(request: Any, open_claim: Claim, name: str, fault: Fault) -> None:
    person = request.getfixturevalue(name)
    for step in (services.request_correction, services.reply_to_claim):
        assert refusal(step, open_claim, text="No", by=person) in (fault, Fault.FORBIDDEN, Fault.NOT_FOUND)
    assert not CorrectionRequest.objects.exists() and not Reply.objects.exists()


def test_a_ministry_cannot_contest_what_is_not_released_to_it(daudi: Any) -> None:
    for row in (factories.submitted_claim(), factories.released_claim(armed_presence="PRESENT_INT")):
        assert refusal(services.request_correction, row, text="No", by=daudi) == Fault.NOT_FOUND


def test_a_reply_is_read_by_others_once_cleared_and_as_cleared(daudi: Any, esther: Any, open_claim: Claim) -> None:
    reply = services.reply_to_claim(open_claim, text="The police, under Major X, is there now.", by=daudi)
    assert reply.cleared_text == ""
    assert refusal(services.clear_reply, reply, text="The police is there now.", by=daudi) == Fault.FORBIDDEN
    services.clear_reply(reply, text="The police is there now.", by=esther)
    reply.refresh_from_db()
    assert (reply.cleared_text, reply.cleared_by) == ("The police is there now.", esther.pk)


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_only_the_secretariat_answers(request: Any, daudi: Any, open_claim: Claim, name: str) -> None:
    asked = services.request_correction(open_claim, text="No", by=daudi)
    person = request.getfixturevalue(name)
    assert refusal(services.answer_correction, asked, accepted=True, answer="Yes", by=person) == Fault.FORBIDDEN
