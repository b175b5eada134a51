"""Being heard: an institution contests or replies, the secretariat answers and clears."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from accounts.models import Institution
from lib.problems import Fault, Problem

from ..codes import ReviewStatus
from ..models import Claim, CorrectionRequest, Reply
from .reviewing import contest_claims, uphold_claims
from .steps import hold


def request_correction(claim: Claim, *, text: str, by: Any) -> CorrectionRequest:
    """Record that `by`'s institution contests `claim`; the secretariat is told, readers see nothing yet.

    For a ministry that reads the released claim; recorded as `correction.request`. Raises `Fault.REASON_MISSING`
    without a text, `ALREADY_ASKED` while an earlier request of the same institution is open.
    """
    institution, acting = _speaking(by, text)
    try:
        with transaction.atomic():
            row = hold(claim, "correct", by)
            request = CorrectionRequest.objects.create(
                claim=row, institution=institution, text=text.strip(), asked_by_id=acting
            )
            record("correction.request", request, by=by, claim=row.pk)
            require("correct", row, by=by)
    except IntegrityError:
        raise Problem(Fault.ALREADY_ASKED) from None
    return request


def answer_correction(request: CorrectionRequest, *, accepted: bool, answer: str, by: Any) -> CorrectionRequest:
    """The institution reads the answer; an accepted request marks the claim as contested for every reader.

    For the secretariat; recorded as `correction.answer`. Raises `Fault.REASON_MISSING` without words, `STALE` when it
    has been answered.
    """
    if not answer.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = CorrectionRequest.objects.select_for_update().get(pk=request.pk)
        require("answer", row, by=by)
        if row.answered_at:
            raise Problem(Fault.STALE)
        row.accepted, row.answer = accepted, answer.strip()
        row.answered_by_id, row.answered_at = reach_of(by).person, timezone.now()
        row.save(update_fields=["accepted", "answer", "answered_by", "answered_at"])
        record("correction.answer", row, by=by, claim=row.claim_id, accepted=accepted)
        claim = Claim.objects.get(pk=row.claim_id)
        if accepted and claim.review_status == ReviewStatus.PUBLISHED:
            contest_claims(claim, reason=answer, by=by)
    return row


def end_contestation(claim: Claim, *, reason: str, by: Any) -> None:
    """The contested claim stands again, for a recorded reason; see `uphold_claims`."""
    uphold_claims(claim, reason=reason, by=by)


def reply_to_claim(claim: Claim, *, text: str, by: Any) -> Reply:
    """The reply of `by`'s institution waits for clearing; until then the institution and the secretariat read it.

    For a ministry, on what is released to it; recorded as `reply.give`. Raises `Fault.REASON_MISSING` without a text.
    """
    institution, acting = _speaking(by, text)
    with transaction.atomic():
        row = hold(claim, "reply", by)
        reply = Reply.objects.create(claim=row, institution=institution, text=text.strip(), by_id=acting)
        record("reply.give", reply, by=by, claim=row.pk)
        require("reply", row, by=by)
    return reply


def clear_reply(reply: Reply, *, text: str, by: Any) -> Reply:
    """Readers of the claim read `text` as the institution's reply. For the secretariat; recorded as `reply.clear`."""
    if not text.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = Reply.objects.select_for_update().get(pk=reply.pk)
        require("answer", row, by=by)
        row.cleared_text, row.cleared_by, row.cleared_at = text.strip(), reach_of(by).person, timezone.now()
        row.save(update_fields=["cleared_text", "cleared_by", "cleared_at"])
        record("reply.clear", row, by=by, claim=row.claim_id)
    return row


def _speaking(person: Any, text: str) -> tuple[Institution, UUID]:
    """For whom and who speaks; an account without an institution speaks for nobody."""
    reach = reach_of(person)
    if not text.strip():
        raise Problem(Fault.REASON_MISSING)
    if reach.institution is None or reach.person is None:
        raise Problem(Fault.FORBIDDEN)
    return Institution.objects.get(pk=reach.institution), reach.person
