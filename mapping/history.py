"""The history of a place: for the secretariat every step and amendment, for readers what became of what they read."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils import timezone

from access.audit import record
from access.policy import permits
from access.reach import Audience, Reach
from claims.codes import ClaimKind, ReviewStatus
from claims.models import Claim, ReviewEvent
from sites.models import Place

from .changes import Change, changes_of
from .words import joined, word

MOST_SHOWN = 20
TOLD = (ReviewStatus.CONTESTED, ReviewStatus.RETIRED)
"""Steps that are told to readers beside the release, which the claim itself says."""


@dataclass(frozen=True)
class Entry:
    """One line of a history: what happened, of what, and what changed by it."""

    at: datetime
    what: str
    about: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    number: int = 1


def history_of(place: Place, reach: Reach) -> list[Entry]:
    """Return the latest entries that `reach` may read, the newest first.

    Earlier rows still say what was withdrawn, lowered or reworded: the secretariat alone reads them, and it is recorded
    as `read.history`. Others are told releases, contestations and withdrawals of claims that they read, by day.
    """
    if reach.audience != Audience.SECRETARIAT:
        return _told_to_readers(place, reach)
    changes = changes_of(place, reach)
    if changes:
        record("read.history", place, by=reach, count=len(changes))
    found = [*_steps(place, reach), *(_amended(change) for change in changes)]
    return sorted(found, key=lambda entry: entry.at, reverse=True)[:MOST_SHOWN]


def _amended(change: Change) -> Entry:
    return Entry(change.at, change.what, change.reason, change.lines)


def _steps(place: Place, reach: Reach) -> list[Entry]:
    events = ReviewEvent.objects.filter(permits(reach, "view", ReviewEvent), claim__place=place)
    return [
        Entry(
            event.at,
            joined([word(ReviewStatus, event.after), str(event.by or "")], " · "),
            joined([word(ClaimKind, event.claim.kind), event.reason], " · "),
        )
        for event in events.select_related("by", "claim")[:MOST_SHOWN]
    ]


def _told_to_readers(place: Place, reach: Reach) -> list[Entry]:
    """What became of the claims that `reach` reads, one line a day, step and kind; who did it and why is not told."""
    claims = Claim.objects.permitted_to(reach).filter(place=place)
    found: Counter[tuple[date, str, str]] = Counter()
    for kind, released in claims.filter(published_at__isnull=False).values_list("kind", "published_at"):
        found[timezone.localdate(released), ReviewStatus.PUBLISHED, kind] += 1
    steps = ReviewEvent.objects.filter(claim__in=claims, after__in=TOLD).exclude(before=F("after"))
    for kind, after, at in steps.values_list("claim__kind", "after", "at"):
        found[timezone.localdate(at), after, kind] += 1
    entries = [_entry(day, step, kind, number) for (day, step, kind), number in sorted(found.items())]
    return entries[::-1][:MOST_SHOWN]


def _entry(day: Any, step: str, kind: str, number: int) -> Entry:
    at = timezone.make_aware(datetime.combine(day, datetime.min.time()))
    return Entry(at, word(ReviewStatus, step), word(ClaimKind, kind), number=number)
