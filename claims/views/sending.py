"""Sending back, with the letter that follows it."""

from functools import partial
from typing import Any

from django.db import transaction

from ..models import Claim
from ..services import send_back_claims
from ..services.steps import Claims
from ..tasks import tell_room_of_return


def send_back(claims: Claims, *, reason: str, by: Any) -> int:
    """Send `claims` back; once that is committed, who facilitates their workshops is told that something waits."""
    rows = [claims] if isinstance(claims, Claim) else list(claims)
    with transaction.atomic():
        number = send_back_claims(rows, reason=reason, by=by)
        for workshop in sorted({str(row.workshop) for row in rows if row.workshop}):
            transaction.on_commit(partial(tell_room_of_return.delay, workshop), robust=True)
    return number
