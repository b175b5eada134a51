"""Words and classes: what readers below the secretariat get of a claim."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem
from sites.codes import Sensitivity
from sites.models import Actor

from ..codes import Agreement
from ..models import Claim, Reply
from ..state import refresh_states
from .steps import Claims, hold, leave_trail, lock, note_event, places_of

RANK = {code: rank for rank, code in enumerate(Sensitivity)}
SOURCES_FOR_A_NAME = 3
"""So many independent sources, and a recorded reply, before a named person or company leaves C3."""


def clear_text(claim: Claim, *, text: str, by: Any) -> Claim:
    """Below the secretariat `text` is what the claim says in words; empty, it says nothing in words.

    For the secretariat; recorded as `claim.clear`.
    """
    with transaction.atomic():
        row = hold(claim, "clear", by)
        row.cleared_text, row.cleared_by, row.cleared_at = text.strip(), reach_of(by).person, timezone.now()
        row.save(update_fields=["cleared_text", "cleared_by", "cleared_at"])
        record("claim.clear", row, by=by)
        require("clear", row, by=by)
    return row


def raise_class(claims: Claims, sensitivity: str, *, by: Any, reason: str = "") -> int:
    """Each of `claims` has at least the class `sensitivity`. For who may still change it; `claim.raise_class`.

    Raises `Fault.FORBIDDEN` unless every claim may be changed by `by`.
    """
    with transaction.atomic():
        keys = lock(claims)
        rows = Claim.objects.filter(pk__in=keys)
        if rows.permitted(by, "change").count() < len(keys):
            raise Problem(Fault.FORBIDDEN)
        lower = [code for code in Sensitivity if RANK[code] < RANK[Sensitivity(sensitivity)]]
        rows.filter(sensitivity__in=lower).update(sensitivity=sensitivity)
        leave_trail("claim.raise_class", keys, by=by, to=sensitivity)
        if reason.strip():
            for row in rows:
                note_event(row, by=by, reason=reason, answers={"class": str(sensitivity)})
        refresh_states(places_of(keys))
    return len(keys)


def lower_class(claim: Claim, sensitivity: str, *, reason: str, by: Any) -> Claim:
    """The claim has the lower class `sensitivity`, for a recorded reason. For the secretariat; `claim.lower_class`.

    Raises `Fault.REASON_MISSING`; `CONFLICT` for what a single participant said, and for a class that is not lower.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = hold(claim, "reclassify", by)
        if RANK[Sensitivity(sensitivity)] >= RANK[Sensitivity(row.sensitivity)] or row.agreement == Agreement.SINGLE:
            raise Problem(Fault.CONFLICT)
        before, row.sensitivity = row.sensitivity, sensitivity
        row.save(update_fields=["sensitivity"])
        note_event(row, by=by, reason=reason, answers={"class": str(sensitivity)})
        record("claim.lower_class", row, by=by, before=before, after=sensitivity)
        require("reclassify", row, by=by)
        refresh_states(places_of([row.pk]))
    return row


def lower_actor_class(actor: Actor, sensitivity: str, *, reason: str, by: Any) -> Actor:
    """The name of `actor` is known to the wider circle of `sensitivity`. For the secretariat; `actor.lower_class`.

    Raises `Fault.REASON_MISSING`; `NOT_READY` for a name that leaves C3 without three independent sources and a
    recorded reply on one of the claims that name it.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = Actor.objects.select_for_update().get(pk=actor.pk)
        require("change", row, by=by)
        if RANK[Sensitivity(sensitivity)] >= RANK[Sensitivity(row.sensitivity)]:
            raise Problem(Fault.CONFLICT)
        if row.sensitivity == Sensitivity.SEVERE and not name_is_borne_out(row):
            raise Problem(Fault.NOT_READY)
        before, row.sensitivity = row.sensitivity, sensitivity
        row.save(update_fields=["sensitivity"])
        record("actor.lower_class", row, by=by, before=before, after=sensitivity)
        require("change", row, by=by)
    return row


def name_is_borne_out(actor: Actor) -> bool:
    """Whether three independent sources name `actor` and somebody's reply is recorded on one of those claims."""
    naming = Claim.objects.filter(
        Q(involvement__actor=actor) | Q(benefit__beneficiary=actor) | Q(actorsituation__actor=actor), retired_at=None
    )
    origins = naming.order_by().values("source__origin").distinct().count()
    return origins >= SOURCES_FOR_A_NAME and Reply.objects.filter(claim__in=naming).exists()
