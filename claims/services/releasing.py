"""Releasing: a second person, four questions, one date for all; and a single claim to a single institution."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.reach import reach_of
from accounts.models import Institution
from lib.problems import Fault, Problem

from ..blocking import blocked, with_obstacles
from ..codes import RELEASED
from ..models import Claim, ReviewEvent
from ..proposals import CONFIRMED_TO, PROPOSED_TO
from ..stages import RELEASE, SUPERSEDE
from .following import follow_released, superseded_by
from .steps import Claims, hold, lock, note_event, refuse_unless_all, take


@dataclass(frozen=True)
class Answers:
    """The four questions: could a reader tell who spoke? is there a single possible source? could it direct an attack
    or an eviction? is the reply of whoever is named recorded?"""

    speaker: bool
    single_source: bool
    attack: bool
    reply: bool

    @property
    def uneasy(self) -> bool:
        """Whether one answer tells against releasing; then it takes a reason."""
        return self.speaker or self.single_source or self.attack or not self.reply


def release_claims(
    claims: Claims, answers: Answers, *, by: Any, reason: str = "", at: datetime | None = None
) -> datetime:
    """Readers in scope and class read `claims`, all from the one returned date; what they supersede retires.

    `at` is the date of a release of which these are only a part.

    For the second person of the secretariat; recorded as `claim.release`. Raises `Fault.SECOND_PERSON` for whoever
    verified one, `NOT_READY` for one that is not verified or has an obstacle (see `blocking`), `TOO_EARLY` while the
    delay of one runs, `REASON_MISSING` when an answer tells against releasing and no reason is given.
    """
    if answers.uneasy and not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        keys = lock(claims)
        refuse_unless_all(RELEASE, keys, by)
        _refuse_obstacles(Claim.objects.filter(pk__in=keys))
        now = at or timezone.now()
        rows = Claim.objects.filter(pk__in=keys)
        take(RELEASE, rows, by=by, reason=reason, answers=asdict(answers), published_at=now)
        earlier = Claim.objects.filter(pk__in=superseded_by(keys), review_status__in=RELEASED)
        take(SUPERSEDE, earlier, by=by, retired_at=now)
        follow_released(keys)
    return now


def _refuse_obstacles(rows: Any) -> None:
    if not blocked(rows).exists():
        return
    early = with_obstacles(rows).filter(early=True).exists()
    raise Problem(Fault.TOO_EARLY if early else Fault.NOT_READY)


def propose_to_institution(claim: Claim, institution: Institution, *, reason: str, by: Any) -> ReviewEvent:
    """A second person may now release the single claim about the state to `institution`; readers see nothing yet.

    For the secretariat; recorded as `claim.propose_to`. Raises `Fault.REASON_MISSING`, `NOT_READY` for what is not
    released, `ALREADY_ASKED` while an earlier proposal waits.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = hold(claim, "withdraw", by)
        if row.review_status not in RELEASED or institution.pk in row.released_to:
            raise Problem(Fault.NOT_READY)
        if waiting_for(row, institution):
            raise Problem(Fault.ALREADY_ASKED)
        event = note_event(row, by=by, reason=reason, answers={PROPOSED_TO: str(institution.pk)})
        record("claim.propose_to", row, by=by, institution=institution.pk)
    return event


def confirm_to_institution(claim: Claim, institution: Institution, *, by: Any) -> None:
    """`institution` reads the single claim, as coarsely as ever. For the second person; `claim.release_to`.

    Raises `Fault.NOT_READY` without a proposal, `SECOND_PERSON` for whoever proposed.
    """
    with transaction.atomic():
        row = hold(claim, "withdraw", by)
        proposal = waiting_for(row, institution)
        if proposal is None or row.review_status not in RELEASED:
            raise Problem(Fault.NOT_READY)
        if proposal.by_id == reach_of(by).person:
            raise Problem(Fault.SECOND_PERSON)
        row.released_to = sorted({*row.released_to, institution.pk})
        row.save(update_fields=["released_to"])
        note_event(row, by=by, answers={CONFIRMED_TO: str(institution.pk)})
        record("claim.release_to", row, by=by, institution=institution.pk)


def waiting_for(claim: Claim, institution: Institution) -> ReviewEvent | None:
    """The proposal to release `claim` to `institution` that waits for its second person."""
    key = str(institution.pk)
    events = ReviewEvent.objects.filter(claim=claim).order_by("-at")
    last = events.filter(answers__has_any_keys=[PROPOSED_TO, CONFIRMED_TO])
    for event in last:
        if event.answers.get(CONFIRMED_TO) == key:
            return None
        if event.answers.get(PROPOSED_TO) == key:
            return event
    return None
