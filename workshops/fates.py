"""What became of everything that a room said: for the room itself, as far as it reads its own statements."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from access.policy import permits
from access.reach import Audience, Reach
from claims.codes import ReviewStatus
from claims.exchange import last_exchange
from claims.models import Claim, ReviewEvent
from claims.queue import headlines
from sites.models import Place

FIRST = (ReviewStatus.RETURNED, ReviewStatus.DRAFT)
"""What waits for the room stands before everything else."""

REASONED = (ReviewStatus.RETIRED, ReviewStatus.CONTESTED)
"""Stages whose reason the room is told; what the secretariat answered itself before releasing is its own."""


@dataclass(frozen=True)
class Fate:
    """One statement with where it stands, why, and since when."""

    claim: Claim
    headline: str
    where: str
    reason: str = ""
    asked: str = ""
    answer: str = ""
    since: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether the room is asked to answer."""
        return self.claim.review_status == ReviewStatus.RETURNED


@dataclass
class Gathered:
    """Statements about one place."""

    where: str
    fates: list[Fate] = field(default_factory=list)


def fates_of(workshop: UUID, reach: Reach) -> list[Fate]:
    """Every statement of `workshop` that `reach` reads: what waits for the room first, then by place.

    A room reads its own words with the fields of an analyst, as it does while it writes; of who gains it is told
    nothing once it is closed.
    """
    rows = Claim.objects.permitted_to(reach).filter(workshop=workshop).select_related("place")
    claims = list(rows.order_by("place__name", "place_as_stated", "recorded_at", "pk"))
    words = headlines(claims, as_in_the_room(reach))
    known = {claim.place_id for claim in claims} & _told_places(claims, reach)
    last = _moves_of([claim.pk for claim in claims])
    fates = [_fate(claim, words.get(claim.pk, ""), known, last.get(claim.pk, [])) for claim in claims]
    return sorted(fates, key=lambda fate: (fate.claim.review_status not in FIRST, fate.where.casefold()))


def as_in_the_room(reach: Reach) -> Reach:
    """The reader of the own room's words: fields of an analyst where the own ones are coarser, the same rows."""
    return replace(reach, audience=Audience.ANALYST) if reach.audience in (Audience.BASIC, Audience.MINISTRY) else reach


def by_place(fates: list[Fate]) -> list[Gathered]:
    """`fates`, in their order, by what they are about."""
    groups: dict[str, Gathered] = {}
    for fate in fates:
        groups.setdefault(fate.where, Gathered(fate.where)).fates.append(fate)
    return list(groups.values())


def numbers_of(fates: list[Fate]) -> list[tuple[str, str, int]]:
    """How many statements stand at each stage: code, words, number."""
    counted = Counter(fate.claim.review_status for fate in fates)
    return [(stage.value, str(stage.label), counted[stage]) for stage in ReviewStatus if counted[stage]]


def waiting_in(reach: Reach) -> dict[UUID, int]:
    """How many statements wait for an answer in each own workshop of `reach`."""
    rows = Claim.objects.permitted_to(reach).filter(workshop__in=reach.workshops, review_status=ReviewStatus.RETURNED)
    return dict(Counter(key for key in rows.order_by().values_list("workshop", flat=True) if key))


def _told_places(claims: list[Claim], reach: Reach) -> set[UUID]:
    """Places whose present name the reader may know; of others it is told the words that the room used."""
    keys = {claim.place_id for claim in claims if claim.place_id}
    return set(Place.objects.filter(permits(reach, "view", Place), pk__in=keys).values_list("pk", flat=True))


def _moves_of(keys: list[UUID]) -> dict[UUID, list[Any]]:
    """Events of each claim that moved it, the latest first."""
    events: dict[UUID, list[Any]] = {}
    for event in ReviewEvent.objects.filter(claim__in=keys).exclude(before=F("after")).order_by("-at"):
        events.setdefault(event.claim_id, []).append(event)
    return events


def _fate(claim: Claim, headline: str, known: set[Any], events: list[Any]) -> Fate:
    place = claim.place.name if claim.place and claim.place_id in known else ""
    where = place or claim.place_as_stated or _("No place")
    latest = events[0] if events else None
    asked = last_exchange(events)
    told = {
        "asked": asked.asked.reason if asked else "",
        "answer": asked.answered.reason if asked and asked.answered else "",
    }
    if latest is None or latest.after != claim.review_status:
        return Fate(claim, headline, where, since=claim.recorded_at, **told)
    reason = latest.reason if latest.after in REASONED else ""
    return Fate(claim, headline, where, reason, since=latest.at, **told)
