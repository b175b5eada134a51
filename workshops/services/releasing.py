"""Releasing a round: one person answers the four questions in writing, a second one confirms; one date for all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from access.audit import record
from access.querysets import can, require
from access.reach import reach_of
from claims.models import Claim
from claims.services import Answers, release_claims
from lib.problems import Fault, Problem

from ..models import Round, RoundRelease
from ..round_card import card_of, checked_of, covers_of
from .rounds import release_round

QUESTIONS = ("speaker", "single_source", "attack", "reply")


def propose_release(of: Round, *, answers: Mapping[str, bool], words: Mapping[str, str], by: Any) -> RoundRelease:
    """A second person may now release exactly what is checked of the round; readers see nothing yet.

    `answers` and `words` hold each of the four questions. For the secretariat; recorded as `round.propose_release`.
    Raises `Fault.REASON_MISSING` where a question has no words, `NOT_READY` while something is in the way,
    `ALREADY_ASKED` while an earlier proposal waits.
    """
    if any(not words.get(name, "").strip() for name in QUESTIONS):
        raise Problem(Fault.REASON_MISSING)
    said = {name: {"yes": bool(answers[name]), "words": words[name].strip()} for name in QUESTIONS}
    reach = reach_of(by)
    with transaction.atomic():
        require("plan", of, by=by)
        _refuse_unready(of, by)
        release = RoundRelease(round=of, answers=said, covers=covers_of(of), claims=checked_of(of).count())
        release.proposed_by_id = reach.person  # type: ignore[assignment]  # a reach that may plan is a person's
        try:
            with transaction.atomic():
                release.save(force_insert=True)
        except IntegrityError:
            raise Problem(Fault.ALREADY_ASKED) from None
        record("round.propose_release", release, by=by, round=of.pk, claims=release.claims)
        require("take_back", release, by=by)
    return release


def take_back_release(release: RoundRelease, *, by: Any) -> None:
    """The proposal is gone. For the secretariat; recorded as `round.take_back_release`. Raises `Fault.STALE`."""
    with transaction.atomic():
        row = _held(release, by)
        row.taken_back_at = timezone.now()
        row.save(update_fields=["taken_back_at"])
        record("round.take_back_release", row, by=by, round=row.round_id)


def confirm_release(release: RoundRelease, *, by: Any) -> datetime:
    """Readers in scope and class read the round from the one returned date.

    For a second person of the secretariat. What `by` has verified is released by who proposed, everything else by
    `by`: each statement has passed two people. Recorded as `round.release`, and as the services of claims and workshops
    do. Raises `Fault.SECOND_PERSON` for who proposed, `STALE` when something else is checked than was proposed,
    `NOT_READY` or `TOO_EARLY` while something is in the way.
    """
    with transaction.atomic():
        row = _held(release, by)
        if not can(by, "confirm", row):
            raise Problem(Fault.SECOND_PERSON)
        of = Round.objects.select_for_update().get(pk=row.round_id)
        _refuse_unready(of, by)
        if covers_of(of) != row.covers:
            raise Problem(Fault.STALE)
        now = timezone.now()
        _release_statements(row, of, now, by)
        release_round(of, by=by, first=row.proposed_by, at=now)
        row.confirmed_by_id, row.confirmed_at = reach_of(by).person, now
        row.save(update_fields=["confirmed_by", "confirmed_at"])
        record("round.release", row, by=by, round=of.pk, claims=row.claims)
    return now


def _release_statements(release: RoundRelease, of: Round, now: datetime, by: Any) -> None:
    answers = Answers(**{name: release.answers[name]["yes"] for name in QUESTIONS})
    reason = "\n".join(release.answers[name]["words"] for name in QUESTIONS)
    own = list(checked_of(of).filter(verified_by=reach_of(by).person))
    rest = list(checked_of(of).exclude(verified_by=reach_of(by).person))
    for person, rows in ((by, rest), (release.proposed_by, own)):
        if rows:
            release_claims(
                Claim.objects.filter(pk__in=[row.pk for row in rows]), answers, by=person, reason=reason, at=now
            )


def _held(release: RoundRelease, by: Any) -> RoundRelease:
    """The proposal as it is now, locked and still open."""
    row = RoundRelease.objects.select_for_update().get(pk=release.pk)
    require("view", row, by=by)
    if not row.open:
        raise Problem(Fault.STALE)
    return row


def _refuse_unready(of: Round, by: Any) -> None:
    card = card_of(of, reach_of(by))
    if card.ready:
        return
    early = any(room.early for room in card.rooms) and not card.released
    raise Problem(Fault.TOO_EARLY if early else Fault.NOT_READY)
