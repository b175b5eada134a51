"""Taking back what was said in a room: asked by anybody who was there, no reason asked, answered by the secretariat."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..codes import ReviewStatus
from ..models import Claim, WithdrawalRequest
from ..signals import statements_taken_back
from .erasing import erase_claims
from .reviewing import withdraw_claims

DAYS_TO_ASK = 14
"""So many days after what was said it may be asked back without a reason."""


def request_withdrawal(
    *, claim: Claim | None = None, workshop: UUID | None = None, text: str = "", by: Any = None
) -> WithdrawalRequest:
    """The secretariat finds the request; until it is answered the claim is not released.

    For anybody who was in the room, signed in or not; recorded as `withdrawal.request`, without who asked.
    Raises `Fault.GONE` after fourteen days, `ALREADY_ASKED` while an earlier one for the same claim is open.
    """
    if claim is None and workshop is None:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        if claim is not None:
            row = Claim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
            if timezone.localdate() > row.known_on + timedelta(days=DAYS_TO_ASK):
                raise Problem(Fault.GONE)
            if WithdrawalRequest.objects.filter(claim=row, answered_at=None).exists():
                raise Problem(Fault.ALREADY_ASKED)
            workshop = workshop or row.workshop
        request = WithdrawalRequest.objects.create(claim=claim, workshop=workshop, text=text.strip())
        record("withdrawal.request", request, by=None, claim=claim and claim.pk)
    return request


def answer_withdrawal(
    request: WithdrawalRequest, *, granted: bool, reason: str, by: Any, claims: Iterable[UUID] = ()
) -> WithdrawalRequest:
    """Granted, the claim is withdrawn and erased at once, everywhere, with every claim that its room made of the same
    entry. For the secretariat; `withdrawal.answer`.

    Of a request that names a workshop alone, those of its `claims` go which the secretariat has found, and its text.

    Raises `Fault.REASON_MISSING` when it is refused without a reason, `STALE` when it has been answered.
    """
    if not granted and not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = WithdrawalRequest.objects.select_for_update().get(pk=request.pk)
        require("answer", row, by=by)
        if row.answered_at:
            raise Problem(Fault.STALE)
        row.granted, row.answered_by_id, row.answered_at = granted, reach_of(by).person, timezone.now()
        row.save(update_fields=["granted", "answered_by", "answered_at"])
        record("withdrawal.answer", row, by=by, granted=granted)
        if granted:
            _erase(row, claims, by)
    return row


def _erase(row: WithdrawalRequest, chosen: Iterable[UUID], by: Any) -> None:
    found = _meant(row, chosen)
    keys, told = list(found.values_list("pk", flat=True)), _entries_of(found)
    standing = found.exclude(review_status=ReviewStatus.RETIRED)
    if standing.exists():
        withdraw_claims(standing, reason="—", by=by)
    erase_claims(keys, "claim.erase_withdrawn", by=by)
    WithdrawalRequest.objects.filter(pk=row.pk).update(text="")
    for workshop, entries in told.items():
        statements_taken_back.send(WithdrawalRequest, workshop=workshop, entries=entries, by=by)


def _meant(row: WithdrawalRequest, chosen: Iterable[UUID]) -> QuerySet[Claim]:
    """What was asked back, or found for it, with every other version that its room made of the same entries."""
    asked = Q(pk=row.claim_id) if row.claim_id else Q(pk__in=list(chosen), workshop=row.workshop)
    rows = Claim.objects.filter(asked).order_by()
    return Claim.objects.filter(Q(pk__in=rows.values("pk")) | Q(entry_id__in=rows.values("entry_id")))


def _entries_of(claims: QuerySet[Claim]) -> dict[UUID, set[UUID]]:
    """By workshop, the entries of which `claims` were made."""
    told: dict[UUID, set[UUID]] = {}
    for workshop, entry in claims.values_list("workshop", "entry_id"):
        if workshop and entry:
            told.setdefault(workshop, set()).add(entry)
    return told
