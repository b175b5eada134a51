"""Closing a room: what it adopted is frozen, its statements are handed in, and its document begins anew."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from claims.codes import ReviewStatus
from claims.models import Claim
from claims.services import submit_claims
from lib.problems import Fault, Problem
from sites.codes import SourceKind
from sites.models import Source
from workshops.models import Closing, Workshop
from workshops.services import close_workshop

from .. import log
from ..claiming import Outcome, claim_statements, leave_room, meant
from ..closing import checksum_of, still_open
from ..content import adopted
from ..epochs import begin_epoch
from ..models import Workbook
from ..projected import categories
from ..projection import Records, project, read

LONGEST_TITLE = 200


@dataclass(frozen=True)
class Adopted:
    """The version that the room adopted, what became of its statements, and how many were handed in."""

    closing: Closing
    outcome: Outcome
    submitted: int


def close_workbook(workbook: Workbook, *, by: Any, checksum: str = "") -> Adopted:
    """The room is closed with what its workbook says now; the secretariat finds its statements.

    Frozen is the canonical JSON of live entries, what was read in plenary apart from the rest. Places that the room
    brought are proposed; statements are handed in where their content is new, retire where they vanished (see
    `claim_statements`). The next epoch begins with the same content, so that a room that is opened again goes on.
    For who leads the room, and the secretariat; recorded as `workbook.close` with numbers. Raises `Fault.UNFINISHED`
    while something is to be completed that nobody let stand, `STALE` where `checksum` is given and the workbook says
    something else by now.
    """
    with transaction.atomic():
        locked = Workbook.objects.select_for_update().get(pk=workbook.pk)
        workshop = Workshop.objects.select_for_update().get(pk=locked.workshop_id)
        require("close", workshop, by=by)
        document = read(log.state(locked).update)
        projection = project(document, categories())
        if left := still_open(locked, projection):
            raise Problem(Fault.UNFINISHED, count=len(left))
        if checksum and checksum != checksum_of(projection.records):
            raise Problem(Fault.STALE)
        outcome, submitted = hand_in(projection.records, workshop, by)
        plenary, group_only = adopted(projection.records)
        closing = close_workshop(workshop, plenary=plenary, group_only=group_only, by=by)
        begun = begin_epoch(locked, document)
        told = {"made": len(outcome.made), "unchanged": outcome.unchanged, "submitted": submitted}
        told |= {"replaced": len(outcome.replaced), "vanished": len(outcome.vanished), "epoch": begun.epoch}
        record("workbook.close", locked, by=by, workshop=workshop.pk, number=closing.number, **told)
    return Adopted(closing, outcome, submitted)


def hand_in(records: Records, workshop: Workshop, by: Any) -> tuple[Outcome, int]:
    """The room's rows and claims are what `records` say; drafts are submitted."""
    source = source_of(workshop, by=by)
    matching = meant(records, workshop=workshop, by=by)
    outcome = claim_statements(
        records,
        workshop=workshop,
        source=source,
        stated_on=source.dated_on or workshop.ends_on,
        matching=matching,
        groups=leave_room(records, workshop=workshop, matching=matching, by=by),
        by=by,
    )
    drafts = Claim.objects.filter(workshop=workshop.pk, source=source, review_status=ReviewStatus.DRAFT)
    return outcome, submit_claims(drafts, by=by)


def source_of(workshop: Workshop, *, by: Any) -> Source:
    """The workshop as a source: one independent origin, dated by its last day, at the earliest today's."""
    found = Source.objects.filter(workshop=workshop.pk, kind=SourceKind.WORKSHOP).order_by("pk").first()
    if found is not None:
        return found
    made = Source.objects.create(
        kind=SourceKind.WORKSHOP,
        title=workshop.name[:LONGEST_TITLE],
        origin=workshop.name[:LONGEST_TITLE],
        dated_on=max(workshop.starts_on, min(workshop.ends_on, timezone.localdate())),
        workshop=workshop.pk,
    )
    record("source.add", made, by=by, workshop=workshop.pk)
    return made
