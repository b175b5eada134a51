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
