"""What a ministry gives of its own: qualifications with their act, approved actors; all of it arrives as submitted."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from access.audit import record
from access.querysets import can, require
from access.reach import Reach, reach_of
from accounts.models import Institution
from lib.problems import Fault, Problem
from sites.codes import ActorCategory, Sensitivity, SourceKind
from sites.models import Place, Source

from ..codes import Basis, ClaimKind, QualificationStatus, ReviewStatus
from ..models import Approval, Claim, Qualification, ReviewEvent
from .attachments import keep_scan

APPROVED = (
    ActorCategory.COOPERATIVE,
    ActorCategory.TRADER,
    ActorCategory.PROCESSOR,
    ActorCategory.COMPANY,
    ActorCategory.TRANSPORT,
)
"""Categories of actors that the law lets somebody approve."""


def submit_qualification(
    place: Place, *, status: str, decree: str, decided_on: date, by: Any, scan: bytes | None = None
) -> Qualification:
    """The secretariat finds in its queue what `by`'s institution decided of `place`, as its word, class C1.

    For a ministry that sees the place. Its scan is severe until cleared. Recorded as `qualification.give`. Raises
    `Fault.NOT_VALID` without an act, for a future day or a status that only time gives, `NOT_FOUND`, `FORBIDDEN`.
    """
    institution, person = _giving(by)
    sound = decree.strip() and decided_on <= timezone.localdate() and status != QualificationStatus.EXPIRED
    if not sound or status not in QualificationStatus.values:
        raise Problem(Fault.NOT_VALID)
    if not can(by, "qualify", place):
        raise Problem(Fault.FORBIDDEN if can(by, "view", place) else Fault.NOT_FOUND)
    with transaction.atomic():
        row = Qualification.objects.create(
            kind=ClaimKind.QUALIFICATION,
            source=_source_of(institution, decree.strip(), decided_on),
            place=place,
            stated_on=decided_on,
            basis=Basis.DOCUMENT,
            sensitivity=Sensitivity.MODERATE,
            review_status=ReviewStatus.SUBMITTED,
            recorded_by=person,
            given_by=institution.pk,
            status=status,
            decree=decree.strip(),
            decided_on=decided_on,
        )
        claim = Claim.objects.get(pk=row.pk)
        ReviewEvent.objects.create(claim=claim, before=ReviewStatus.DRAFT, after=ReviewStatus.SUBMITTED, by_id=person)
        record("qualification.give", claim, by=by, institution=institution.pk)
        require("follow", claim, by=by)
        if scan is not None:
            keep_scan(scan, by=by, claim=claim, about=decree.strip()[:200])
    return row


def give_approval(
    *, name: str, category: str, number: str, valid_from: date, by: Any, valid_until: date | None = None
) -> Approval:
    """The secretariat finds an approved actor of `by`'s institution, in its provinces. Recorded as `approval.give`.

    For a ministry. Raises `Fault.NOT_VALID` for a category that nobody approves or an end before its beginning,
    `CONFLICT` for what was given already.
    """
    institution, person = _giving(by)
    if category not in APPROVED or (valid_until is not None and valid_until < valid_from):
        raise Problem(Fault.NOT_VALID)
    row = Approval(
        institution=institution,
        provinces=_provinces(institution, reach_of(by)),
        name=name.strip(),
        category=category,
        number=number.strip(),
        valid_from=valid_from,
        valid_until=valid_until,
        given_by_id=person,
    )
    try:
        row.clean_fields(exclude=("answered_by",))
        with transaction.atomic():
            row.save(force_insert=True)
            record("approval.give", row, by=by)
            require("give", row, by=by)
    except ValidationError:
        raise Problem(Fault.NOT_VALID) from None
    except IntegrityError:
        raise Problem(Fault.CONFLICT) from None
    return row


def answer_approval(approval: Approval, *, taken: bool, answer: str, by: Any) -> Approval:
    """Readers in scope find the actor among those approved, or the institution reads why not.

    For the secretariat; recorded as `approval.answer`. Raises `Fault.REASON_MISSING` when it is not taken without
    words, `STALE` when it has been answered.
    """
    if not taken and not answer.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = Approval.objects.select_for_update(of=("self",)).get(pk=approval.pk)
        require("view", row, by=by)
        if row.answered_at and can(by, "view", row):
            raise Problem(Fault.STALE)
        require("answer", row, by=by)
        row.status = ReviewStatus.VERIFIED if taken else ReviewStatus.RETURNED
        row.answer, row.answered_by_id, row.answered_at = answer.strip(), reach_of(by).person, timezone.now()
        row.save(update_fields=["status", "answer", "answered_by", "answered_at"])
        record("approval.answer", row, by=by, taken=taken)
    return row


def _giving(by: Any) -> tuple[Institution, UUID]:
    """For whom and who gives; an account without an institution gives nothing."""
    reach = reach_of(by)
    if reach.institution is None or reach.person is None:
        raise Problem(Fault.FORBIDDEN)
    return Institution.objects.get(pk=reach.institution), reach.person


def _provinces(institution: Institution, reach: Reach) -> list[str]:
    """Its own provinces, as far as the person reaches; the person's where the institution is national."""
    own = institution.provinces or list(reach.provinces or ())
    return [code for code in own if reach.provinces is None or code in reach.provinces] or own


def _source_of(institution: Institution, decree: str, decided_on: date) -> Source:
    """One act is one source, however many places it names."""
    made, _ = Source.objects.get_or_create(
        kind=SourceKind.OFFICIAL_ACT,
        origin=f"act of {institution.pk}: {decree}"[:200],
        defaults={"title": decree[:200], "dated_on": decided_on, "sensitivity": Sensitivity.MODERATE},
    )
    return made
