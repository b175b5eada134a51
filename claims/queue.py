"""The review queue: what waits, oldest source first, each with what stands in its way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from access.reach import Audience, Reach
from sites.codes import Sensitivity
from sites.models import Area, Source

from .blocking import with_obstacles
from .codes import PRESENCE_ANSWERS, ClaimKind, ReviewStatus
from .disclosed import disclosed
from .disclosed.rows import MODEL_OF_KIND
from .models import Claim, PlaceState, ReviewEvent
from .standing import Obstacle, obstacle_of
from .wording import headline

WAITING = (ReviewStatus.SUBMITTED, ReviewStatus.RETURNED, ReviewStatus.VERIFIED)
LATE_AFTER_DAYS = 60
ENTRIES_PER_PAGE = 100


@dataclass(frozen=True)
class Narrowing:
    """What of the queue is looked at."""

    sensitivity: str = ""
    source: UUID | None = None
    territoire: str = ""
    ready: bool = False


@dataclass(frozen=True)
class Entry:
    """One row of the queue."""

    claim: Any
    headline: str
    obstacle: Obstacle


@dataclass(frozen=True)
class Territoire:
    """Entries of one source about one territoire."""

    name: str
    entries: list[Entry]


@dataclass
class Group:
    """Entries of one source."""

    source: Source
    days: int
    late: bool
    territoires: list[Territoire] = field(default_factory=list)


def waiting(reach: Reach) -> QuerySet[Any]:
    """Claims that wait for the secretariat; a batch of an import is reviewed as a whole, elsewhere."""
    rows = Claim.objects.permitted_to(reach, "clear").filter(review_status__in=WAITING, import_batch=None)
    located = Area.objects.filter(pcode=OuterRef("place__territoire_located"), level=2).values("name")[:1]
    state = PlaceState.objects.filter(place=OuterRef("place"), audience=Audience.SECRETARIAT)
    other = state.filter(presence__in=PRESENCE_ANSWERS).exclude(presence=OuterRef("observation__armed_presence"))
    returned = ReviewEvent.objects.filter(claim=OuterRef("pk"), after=ReviewStatus.RETURNED).order_by("-at")
    answers = ReviewEvent.objects.filter(
        claim=OuterRef("pk"), before=ReviewStatus.RETURNED, after=ReviewStatus.SUBMITTED
    )
    flagged: QuerySet[Any] = with_obstacles(rows).annotate(
        territoire=Coalesce(NullIf("place__declared_territoire", Value("")), Subquery(located), Value("")),
        contradicts=Exists(other) & Q(observation__armed_presence__in=PRESENCE_ANSWERS),
        sources_here=Subquery(state.values("sources")[:1]),
        returned_at=Subquery(returned.values("at")[:1]),
        answered=Exists(answers),
    )
    return flagged


def narrowed(rows: QuerySet[Any], by: Narrowing, person: UUID | None) -> QuerySet[Any]:
    """Those of `rows` that `by` asks for; ready are those that `person` could release now."""
    if by.sensitivity:
        rows = rows.filter(sensitivity=by.sensitivity)
    if by.source:
        rows = rows.filter(source=by.source)
    if by.territoire:
        rows = rows.filter(territoire=by.territoire)
    if by.ready:
        free = {"raw_text": False, "unsettled_place": False, "early": False, "asked_back": False}
        rows = rows.filter(review_status=ReviewStatus.VERIFIED, **free).exclude(verified_by=person)
    return rows


def ordered(rows: QuerySet[Any]) -> QuerySet[Any]:
    """By source, the one that has waited longest first, then by territoire and time."""
    oldest = Window(Min("recorded_at"), partition_by=F("source"))
    related: QuerySet[Any] = rows.annotate(oldest=oldest).select_related("source", "place")
    return related.order_by("oldest", "source", "territoire", "recorded_at", "pk")


def tally(rows: QuerySet[Any]) -> list[tuple[str, int]]:
    """How many wait in each class."""
    counts = Counter(rows.order_by().values_list("sensitivity", flat=True))
    return [(str(code), counts[code]) for code in Sensitivity]


def entries_of(page: Iterable[Any], reach: Reach, names: dict[UUID, str]) -> list[Entry]:
    """The rows of one page in words; `names` are those of the persons who verified."""
    claims = list(page)
    words = headlines(claims, reach)
    return [Entry(claim, words[claim.pk], obstacle_of(claim, reach, names)) for claim in claims]


def headlines(claims: list[Any], reach: Reach) -> dict[UUID, str]:
    """What each of `claims` says in a few words: one query a kind."""
    words: dict[UUID, str] = {}
    for kind in {claim.kind for claim in claims}:
        keys = [claim.pk for claim in claims if claim.kind == kind]
        model = MODEL_OF_KIND[ClaimKind(kind)]
        rows = disclosed(model._default_manager.filter(pk__in=keys).order_by(), reach)
        words |= {row["id"]: headline(row) for row in rows}
    return words


def grouped(entries: list[Entry], today: date) -> list[Group]:
    """`entries`, in their order, by source and territoire."""
    groups = []
    for _key, run in groupby(entries, key=lambda entry: entry.claim.source_id):
        of_source = list(run)
        days = (today - timezone.localdate(of_source[0].claim.oldest)).days
        group = Group(of_source[0].claim.source, days, days > LATE_AFTER_DAYS)
        for name, here in groupby(of_source, key=lambda entry: str(entry.claim.territoire)):
            group.territoires.append(Territoire(name, list(here)))
        groups.append(group)
    return groups
