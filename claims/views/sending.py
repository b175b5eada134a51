"""Sending back, asking and answering, each with the letter that follows it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from ..models import Claim
from ..services import send_back_claims
from ..services.steps import Claims
from ..tasks import tell_asker_of_answer, tell_room_of_return, tell_secretariat_of_request


def send_back(claims: Claims, *, reason: str, by: Any) -> int:
    """Send `claims` back; once that is committed, who facilitates their workshops is told that something waits."""
    rows = [claims] if isinstance(claims, Claim) else list(claims)
    with transaction.atomic():
        number = send_back_claims(rows, reason=reason, by=by)
        for workshop in sorted({str(row.workshop) for row in rows if row.workshop}):
            transaction.on_commit(partial(tell_room_of_return.delay, workshop), robust=True)
    return number


def tell_of_request() -> None:
    """Once what was asked is committed, the secretariat is told that something waits."""
    transaction.on_commit(tell_secretariat_of_request.delay, robust=True)


def tell_of_answer(person: UUID) -> None:
    """Once the answer is committed, `person`, who asked, is told that it is there."""
    transaction.on_commit(partial(tell_asker_of_answer.delay, str(person)), robust=True)
