"""A round on one card: what of it waits, what is in the way of its release, and what the four questions rest on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, F, Max, Q, QuerySet

from access.reach import Reach
from claims.blocking import with_obstacles
from claims.codes import RELEASED, Agreement, ReviewStatus
from claims.models import Claim, Reply
from lib.canonical_json import digest
from sites.codes import PlaceStatus
from sites.models import Place, Source

from .codes import OPEN_STATES, WorkshopState
from .models import Recommendation, Round, TreeNode, Workshop

UNCHECKED = (ReviewStatus.DRAFT, ReviewStatus.SUBMITTED)


@dataclass(frozen=True)
class RoomOnCard:
    """One workshop of the round, with how much of it stands where; `source` narrows the queue to it."""

    workshop: Workshop
    source: UUID | None
    unverified: int = 0
    unanswered: int = 0
    verified: int = 0
    released: int = 0
    uncleared: int = 0
    asked_back: int = 0
    unmatched: int = 0
    early: int = 0
    silent_words: int = 0

    @property
    def open(self) -> bool:
        """Whether the room still writes."""
        return self.workshop.state in OPEN_STATES

    @property
    def blocked(self) -> bool:
        """Whether something of it is in the way."""
        waits = self.unverified + self.unanswered + self.uncleared + self.asked_back + self.unmatched + self.early
        return bool(waits) or self.open


@dataclass(frozen=True)
class RoundCard:
    """A round with its rooms; `free_on` is the day on which the delay of everything checked is over."""

    round: Round
    rooms: list[RoomOnCard]
    free_on: date | None

    @property
    def verified(self) -> int:
        """How many statements would be released."""
        return sum(room.verified for room in self.rooms)

    @property
    def blocked(self) -> bool:
        """Whether anything is in the way."""
        return any(room.blocked for room in self.rooms)

    @property
    def released(self) -> bool:
        """Whether readers have it."""
        return self.round.released_at is not None

    @property
    def ready(self) -> bool:
        """Whether two people could release it now."""
        return bool(self.rooms) and not self.blocked and not self.released


def checked_of(of: Round) -> QuerySet[Claim]:
    """What a release of the round gives to its readers: every checked statement of its workshops."""
    rooms = Workshop.objects.filter(round=of).values("pk")
    return Claim.objects.filter(workshop__in=rooms, review_status=ReviewStatus.VERIFIED)


def covers_of(of: Round) -> str:
    """A digest of what is checked and how it reads: what is proposed today is not confirmed as something else."""
    rows = checked_of(of).order_by("pk").values_list("pk", "content_hash", "cleared_text", "sensitivity", "verified_at")
    return digest([[str(value) for value in row] for row in rows])


def card_of(of: Round, reach: Reach) -> RoundCard:
    """The card of one round, for who reads all of its statements."""
    return cards_of([of], reach)[0]


def cards_of(rounds: Iterable[Round], reach: Reach) -> list[RoundCard]:
    """The cards of several rounds, in their order; as many queries as for one."""
    order = list(rounds)
    rooms = list(Workshop.objects.permitted_to(reach).filter(round__in=order).order_by("starts_on", "name", "pk"))
    cards = {card.workshop.pk: card for card in _rooms(rooms, reach)}
    free = _free_on([room.pk for room in rooms], reach)
    made = []
    for of in order:
        own = [cards[room.pk] for room in rooms if room.round_id == of.pk]
        days = [free[card.workshop.pk] for card in own if card.workshop.pk in free]
        made.append(RoundCard(of, own, max(days, default=None)))
    return made


def _rooms(rooms: list[Workshop], reach: Reach) -> list[RoomOnCard]:
    keys = [room.pk for room in rooms]
    numbers = _numbers(Claim.objects.permitted_to(reach).filter(workshop__in=keys))
    waiting = Place.objects.permitted_to(reach).filter(workshop__in=keys, status=PlaceStatus.PROPOSED)
    places = Counter(waiting.values_list("workshop", flat=True))
    silent = _silent_words(keys)
    sources = dict(Source.objects.filter(workshop__in=keys).order_by("-title").values_list("workshop", "pk"))
    return [
        RoomOnCard(
            room,
            sources.get(room.pk),
            unmatched=places[room.pk],
            silent_words=silent[room.pk],
            **numbers.get(room.pk, {}),
        )
        for room in rooms
    ]


def _free_on(rooms: list[UUID], reach: Reach) -> dict[UUID, date]:
    """The day on which the delay of each room's last checked statement is over, while it runs."""
    rows = Claim.objects.permitted_to(reach).filter(workshop__in=rooms, review_status=ReviewStatus.VERIFIED)
    early = with_obstacles(rows).filter(early=True).order_by().values("workshop").annotate(last=Max("said_by"))
    return {row["workshop"]: row["last"] + timedelta(days=settings.RELEASE_DELAY_DAYS) for row in early}


def _numbers(claims: QuerySet[Any]) -> dict[UUID, dict[str, int]]:
    """How much of each workshop stands where."""
    waits = ~Q(review_status__in=(*RELEASED, ReviewStatus.RETIRED))
    verified = Q(review_status=ReviewStatus.VERIFIED)
    counted = {
        "unverified": Count("pk", filter=Q(review_status__in=UNCHECKED)),
        "unanswered": Count("pk", filter=Q(review_status=ReviewStatus.RETURNED)),
        "verified": Count("pk", filter=verified),
        "released": Count("pk", filter=Q(review_status__in=RELEASED)),
        "uncleared": Count("pk", filter=waits & Q(raw_text=True)),
        "asked_back": Count("pk", filter=waits & Q(asked_back=True)),
        "early": Count("pk", filter=verified & Q(early=True)),
    }
    rows = with_obstacles(claims).order_by().values("workshop").annotate(**counted)
    return {row["workshop"]: {name: row[name] for name in counted} for row in rows}


def _silent_words(keys: list[UUID]) -> Counter[UUID]:
    """Causes and recommendations that nobody has cleared: they stay with the room and the secretariat."""
    found: Counter[UUID] = Counter()
    for model in (TreeNode, Recommendation):
        rows: Any = model.objects.filter(workshop__in=keys, cleared_at=None)
        found.update(rows.values_list("workshop", flat=True))
    return found


@dataclass(frozen=True)
class Grounds:
    """What is known that bears on the four questions."""

    single_participant: int
    cleared: int
    single_source: int
    places: int
    about_state: int
    present: int
    replies: int


def grounds_of(of: Round) -> Grounds:
    """Figures beside the four questions, over everything that would be released."""
    rows = checked_of(of)
    places = rows.exclude(place=None).values("place")
    origins = Claim.objects.filter(place__in=places, retired_at=None).order_by().values("place")
    alone = origins.annotate(n=Count("source__origin", distinct=True)).filter(n=1).count()
    present = Q(observation__armed_presence__startswith="PRESENT")
    return Grounds(
        single_participant=rows.filter(agreement=Agreement.SINGLE).count(),
        cleared=rows.exclude(cleared_text="").count(),
        single_source=alone,
        places=places.order_by().distinct().count(),
        about_state=rows.filter(about_state=True, open_data=False).count(),
        present=rows.filter(present).count(),
        replies=Reply.objects.filter(claim__place__in=places).count(),
    )


def contradicted_since(of: Round, reach: Reach) -> int:
    """How many released observations of the round a later statement that waits to be checked contradicts.

    For the secretariat alone: readers' data change when a person releases or withdraws.
    """
    rooms = Workshop.objects.filter(round=of, state=WorkshopState.RELEASED).values("pk")
    rows = Claim.objects.permitted_to(reach).filter(workshop__in=rooms, review_status__in=RELEASED)
    later = Q(place__claims__review_status=ReviewStatus.SUBMITTED, place__claims__known_on__gte=F("known_on"))
    differs = ~Q(place__claims__observation__armed_presence=F("observation__armed_presence"))
    answers = Q(place__claims__observation__armed_presence__in=_answers(), observation__armed_presence__in=_answers())
    return rows.filter(later, differs, answers).distinct().count()


def _answers() -> list[str]:
    return ["PRESENT_INT", "PRESENT_NO_INT", "PRESENT_NO_DATA", "ABSENT"]
