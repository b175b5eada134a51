"""Asked back by somebody who was in the room."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from access.models import AuditEntry
from claims import services
from claims.models import Claim
from lib.problems import Fault, Problem
from tests import factories

pytestmark = pytest.mark.django_db


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def test_what_is_asked_back_goes_at_once_when_granted_and_nobody_learns_who_asked(esther: Any) -> None:
    row = factories.released_claim(stated_on=timezone.localdate(), workshop=uuid4())
    request = services.request_withdrawal(claim=row)
    assert AuditEntry.objects.get(verb="withdrawal.request").person is None
    services.answer_withdrawal(request, granted=True, reason="", by=esther)
    assert not Claim.objects.exists()
    request.refresh_from_db()
    assert request.granted and request.claim_id is None
    assert refusal(services.answer_withdrawal, request, granted=True, reason="", by=esther) == Fault.STALE


@pytest.mark.parametrize("named", [True, False], ids=["statement", "room"])
def test_what_its_room_says_otherwise_is_asked_back_with_it(
    esther: Any, furaha: Any, settings: Any, named: bool
) -> None:
    settings.RELEASE_DELAY_DAYS = 0
    told: dict[str, Any] = {"entry_id": uuid4(), "workshop": uuid4(), "stated_on": timezone.localdate()}
    first = factories.observation(**told, content_hash="a", review_status="RETIRED", retired_at=timezone.now())
    later = factories.verified_claim(**told, content_hash="b", verified_by=esther.pk, supersedes=first)
    request = services.request_withdrawal(claim=first if named else None, workshop=told["workshop"])
    answers = services.Answers(speaker=False, single_source=False, attack=False, reply=True)
    assert refusal(services.release_claims, later, answers, by=furaha) == Fault.NOT_READY
    services.answer_withdrawal(request, granted=True, reason="", by=esther, claims=[] if named else [later.pk])
    assert not Claim.objects.exists()


def test_fourteen_days_and_no_longer() -> None:
    today = timezone.localdate()
    services.request_withdrawal(claim=factories.released_claim(stated_on=today - timedelta(days=14)))
    late = factories.released_claim(stated_on=today - timedelta(days=15))
    assert refusal(services.request_withdrawal, claim=late) == Fault.GONE


def test_a_refusal_has_a_reason_and_one_request_is_enough(esther: Any, celine: Any) -> None:
    row = factories.released_claim(stated_on=timezone.localdate())
    request = services.request_withdrawal(claim=row)
    assert refusal(services.request_withdrawal, claim=row) == Fault.ALREADY_ASKED
    assert refusal(services.request_withdrawal) == Fault.NOT_VALID
    assert refusal(services.answer_withdrawal, request, granted=False, reason="", by=esther) == Fault.REASON_MISSING
    assert refusal(services.answer_withdrawal, request, granted=True, reason="", by=celine) == Fault.FORBIDDEN
