"""The ordinary way of a claim through its review."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from access.reach import reach_of

from ..stages import ANSWER, CONTEST, RETIRE, SEND_BACK, SUBMIT, UPHOLD, VERIFY, WITHDRAW
from .steps import Claims, take


def submit_claims(claims: Claims, *, by: Any) -> int:
    """The secretariat finds `claims` in its queue. For their own workshop and for the secretariat; `claim.submit`."""
    return len(take(SUBMIT, claims, by=by))


def answer_claims(claims: Claims, *, answer: str, by: Any) -> int:
    """`claims` that were sent back are in the queue again, with the answer of the room. For whoever may submit them.

    Recorded as `claim.answer`; the words stand in the history of the claim. Raises `Fault.REASON_MISSING`, `STALE` for
    one that was answered already.
    """
    return len(take(ANSWER, claims, by=by, reason=answer))


def verify_claims(claims: Claims, *, by: Any) -> int:
    """`claims` are checked against other sources, by `by`. For the secretariat, never for what one recorded oneself.

    Recorded as `claim.verify`. Raises `Fault.SECOND_PERSON` for an own record.
    """
    return len(take(VERIFY, claims, by=by, verified_by=reach_of(by).person, verified_at=timezone.now()))


def send_back_claims(claims: Claims, *, reason: str, by: Any) -> int:
    """`claims` wait for who recorded them, with the reason. For the secretariat; recorded as `claim.send_back`."""
    return len(take(SEND_BACK, claims, by=by, reason=reason, verified_by=None, verified_at=None))


def contest_claims(claims: Claims, *, reason: str, by: Any) -> int:
    """Readers see that released `claims` are contested. For the secretariat; recorded as `claim.contest`."""
    return len(take(CONTEST, claims, by=by, reason=reason))


def uphold_claims(claims: Claims, *, reason: str, by: Any) -> int:
    """Contested `claims` stand again. For the secretariat; recorded as `claim.uphold`."""
    return len(take(UPHOLD, claims, by=by, reason=reason))


def retire_claims(claims: Claims, *, reason: str, by: Any) -> int:
    """`claims` are taken back and stay readable for the secretariat, with the reason; recorded as `claim.retire`."""
    return len(take(RETIRE, claims, by=by, reason=reason, retired_at=timezone.now()))


def withdraw_claims(claims: Claims, *, reason: str, by: Any) -> int:
    """In an emergency: `claims` are gone from every map, list and count at once; one person is enough.

    For the secretariat; recorded as `claim.withdraw`. What was released to single institutions is taken back too.
    """
    with transaction.atomic():
        keys = take(WITHDRAW, claims, by=by, reason=reason, retired_at=timezone.now(), released_to=[])
    return len(keys)
