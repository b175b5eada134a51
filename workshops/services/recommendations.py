"""Recommendations and what becomes of them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import can, require
from access.reach import Audience, reach_of
from accounts.models import Institution
from lib.problems import Fault, Problem

from ..codes import RecommendationStatus
from ..models import Recommendation, RecommendationStep, Workshop


def recommend(workshop: Workshop, *, text: str, type: str, by: Any, **fields: Any) -> Recommendation:
    """Return a recommendation of the room, ranked last. For the room and the secretariat. Recorded as `recommend`."""
    with transaction.atomic():
        rank = Recommendation.objects.filter(workshop=workshop).count() + 1
        made = Recommendation.objects.create(
            **{"workshop": workshop, "text": text, "type": type, "rank": rank} | fields
        )
        record("recommendation.add", made, by=by)
        require("change", made, by=by)
    return made


def report_status(recommendation: Recommendation, *, status: str, evidence: str, by: Any) -> RecommendationStep:
    """Return the reported step; the recommendation's own status follows when the secretariat takes it.

    For the body that was asked, and for the secretariat, whose own report holds at once. Recorded as
    `recommendation.report`. Raises `Fault.REASON_MISSING` without evidence, `Fault.ALREADY_ASKED` while an earlier
    report of that body waits.
    """
    if status not in RecommendationStatus.values:
        raise Problem(Fault.NOT_VALID)
    if not evidence.strip():
        raise Problem(Fault.REASON_MISSING)
    reach = reach_of(by)
    own_word = reach.audience == Audience.SECRETARIAT
    with transaction.atomic():
        waiting = RecommendationStep.objects.filter(recommendation=recommendation, accepted_at=None, declined_at=None)
        if not own_word and waiting.filter(institution=reach.institution).exists():
            raise Problem(Fault.ALREADY_ASKED)
        step = RecommendationStep.objects.create(
            recommendation=recommendation,
            status=status,
            evidence=evidence.strip(),
            institution_id=None if own_word else reach.institution,
            by_id=reach.person,
        )
        record("recommendation.report", step, by=by, of=recommendation.pk)
        require("report", recommendation, by=by)
        if own_word:
            accept_step(step, by=by)
    return step


def accept_step(step: RecommendationStep, *, by: Any) -> None:
    """The recommendation has the reported status. For the secretariat. Recorded as `recommendation.accept`."""
    with transaction.atomic():
        require("accept", step, by=by)
        step.accepted_by, step.accepted_at = reach_of(by).person, timezone.now()
        step.save(update_fields=["accepted_by", "accepted_at"])
        Recommendation.objects.filter(pk=step.recommendation_id).update(status=step.status)
        record("recommendation.accept", step, by=by, of=step.recommendation_id)


def decline_step(step: RecommendationStep, *, reason: str, by: Any) -> None:
    """The recommendation keeps its status, and the body reads why. For the secretariat; `recommendation.decline`.

    Raises `Fault.REASON_MISSING`.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        require("accept", step, by=by)
        step.answer, step.declined_by, step.declined_at = reason.strip(), reach_of(by).person, timezone.now()
        step.save(update_fields=["answer", "declined_by", "declined_at"])
        record("recommendation.decline", step, by=by, of=step.recommendation_id)


def transmit_recommendation(
    recommendation: Recommendation, *, addressed_to: Institution, letter: str, sent_on: date, by: Any
) -> RecommendationStep:
    """Whoever is asked reads the recommendation as its own; from `sent_on` its time runs.

    For the secretariat, for what is released, cleared and read in plenary. Recorded as `recommendation.transmit`.
    Raises `Fault.NOT_READY` before that, `REASON_MISSING` without a letter, `NOT_VALID` for a future day.
    """
    if not letter.strip():
        raise Problem(Fault.REASON_MISSING)
    if sent_on > timezone.localdate():
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        row = Recommendation.objects.select_for_update(of=("self",)).get(pk=recommendation.pk)
        require("clear", row, by=by)
        if not can(by, "transmit", row):
            raise Problem(Fault.NOT_READY)
        row.addressed_to, row.letter, row.sent_on = addressed_to, letter.strip(), sent_on
        row.save(update_fields=["addressed_to", "letter", "sent_on"])
        record("recommendation.transmit", row, by=by, institution=addressed_to.pk)
        step = RecommendationStep.objects.create(
            recommendation=row,
            status=RecommendationStatus.SUBMITTED,
            evidence=letter.strip(),
            by_id=reach_of(by).person,
        )
        accept_step(step, by=by)
    return step
