"""Single claims about the state that one person would release to an institution and no second one has confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from access.reach import Reach
from accounts.models import Institution

from .codes import RELEASED
from .models import Claim, ReviewEvent
from .queue import headlines

PROPOSED_TO, CONFIRMED_TO = "proposed_to", "confirmed_to"


@dataclass(frozen=True)
class Proposal:
    """Who would release which claim to whom, and why; `own`: the reader proposed it and does not confirm it."""

    claim: Claim
    headline: str
    institution: Institution
    event: ReviewEvent
    own: bool


def open_proposals(reach: Reach) -> list[Proposal]:
    """Proposals that wait for a second person, the oldest first."""
    asked = ReviewEvent.objects.permitted_to(reach).filter(claim__review_status__in=RELEASED)
    events = asked.filter(Q(answers__has_key=PROPOSED_TO) | Q(answers__has_key=CONFIRMED_TO)).order_by("at")
    last = _last(events.select_related("by", "claim__place", "claim__source"))
    institutions = {str(row.pk): row for row in Institution.objects.filter(pk__in={key for _claim, key in last})}
    words = headlines([event.claim for event in last.values()], reach)
    return [
        Proposal(event.claim, words[event.claim_id], institutions[key], event, event.by_id == reach.person)
        for (_claim, key), event in last.items()
        if key in institutions
    ]


def _last(events: Iterable[ReviewEvent]) -> dict[tuple[UUID, str], ReviewEvent]:
    """Of each claim and institution the proposal that nothing has confirmed since."""
    waiting: dict[tuple[UUID, str], ReviewEvent] = {}
    for event in events:
        if PROPOSED_TO in event.answers:
            waiting[event.claim_id, event.answers[PROPOSED_TO]] = event
        else:
            waiting.pop((event.claim_id, event.answers[CONFIRMED_TO]), None)
    return waiting
