"""Recommendations as they are followed, as a reader may know: asked of whom, since when, how far, what is late."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone

from access.policy import permits
from access.reach import Audience, Reach
from accounts.codes import PROVINCES

from .codes import Horizon, RecommendationStatus
from .disclosed import ToldWorkshop, told_workshops
from .models import Recommendation, RecommendationStep
from .told import words_for

MONTHS = {Horizon.SHORT: 6, Horizon.MEDIUM: 18, Horizon.LONG: 36}
"""Months after the letter in which a recommendation should be done; a long one is looked at again after three years."""

DAYS_TO_ACKNOWLEDGE = 30
ENDED = (RecommendationStatus.DONE, RecommendationStatus.DROPPED)
ACKNOWLEDGED = (RecommendationStatus.RECEIVED, RecommendationStatus.ONGOING, RecommendationStatus.BLOCKED, *ENDED)
ORDER = (
    RecommendationStatus.PROPOSED,
    RecommendationStatus.ADOPTED,
    RecommendationStatus.SUBMITTED,
    RecommendationStatus.RECEIVED,
    RecommendationStatus.ONGOING,
    RecommendationStatus.BLOCKED,
    RecommendationStatus.DONE,
    RecommendationStatus.DROPPED,
)
"""The way of a recommendation, as the columns of a board stand."""


@dataclass(frozen=True)
class Moment:
    """One status that the secretariat has taken, and since when."""

    status: RecommendationStatus
    on: date


@dataclass
class Followed:
    """One recommendation, as one reader is told it."""

    row: Any
    workshop: ToldWorkshop | None
    own: bool
    reported: bool
    today: date
    history: list[Moment] = field(default_factory=list)

    @property
    def status(self) -> RecommendationStatus:
        """Its status."""
        return RecommendationStatus(self.row.status)

    @property
    def asked_of(self) -> str:
        """The institution that was asked, else in the words of the room."""
        return str(self.row.addressed_to or self.row.addressee)

    @property
    def where(self) -> str:
        """Its provinces by name."""
        return ", ".join(str(PROVINCES.get(code, code)) for code in self.row.provinces)

    @property
    def due_on(self) -> date | None:
        """By when it should be done; None while it is not sent or names no horizon."""
        return due_on(self.row.sent_on, self.row.horizon)

    @property
    def late(self) -> str:
        """`horizon` past its time, `letter` while nobody has acknowledged the letter in time, else nothing."""
        return lateness(self.status, self.row.sent_on, self.row.horizon, self.today)


def due_on(sent_on: date | None, horizon: str) -> date | None:
    """The day that lies the months of `horizon` after the letter."""
    if sent_on is None or not horizon:
        return None
    months = sent_on.month - 1 + MONTHS[Horizon(horizon)]
    year, month = sent_on.year + months // 12, months % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(sent_on.day, last))


def lateness(status: str, sent_on: date | None, horizon: str, today: date) -> str:
    """Whether it is late on `today`, and by what."""
    due = due_on(sent_on, horizon)
    if status in ENDED or sent_on is None:
        return ""
    if due is not None and due < today:
        return "horizon"
    waits = status not in ACKNOWLEDGED and sent_on + timedelta(days=DAYS_TO_ACKNOWLEDGE) < today
    return "letter" if waits else ""


@dataclass(frozen=True)
class Narrowing:
    """What of the recommendations is looked at."""

    status: str = ""
    type: str = ""
    province: str = ""
    institution: UUID | None = None
    horizon: str = ""
    late: bool = False


def readable(reach: Reach) -> QuerySet[Recommendation]:
    """The recommendations that `reach` reads, with `words` and `reportable`; raw text is not fetched.

    In the order of random keys: no order of theirs tells when a room met.
    """
    mine = Case(When(permits(reach, "report", Recommendation), then=True), default=False)
    rows = Recommendation.objects.permitted_to(reach).select_related("addressed_to")
    return rows.annotate(words=words_for(reach), reportable=mine).defer("text", "cleared_text").order_by("id")


def narrowed(rows: QuerySet[Recommendation], by: Narrowing) -> QuerySet[Recommendation]:
    """Those of `rows` that `by` asks for; what is late is computed from what is told, see `followed`."""
    asked = Q()
    for name in ("status", "type", "horizon"):
        if getattr(by, name):
            asked &= Q(**{name: getattr(by, name)})
    if by.province:
        asked &= Q(provinces__contains=[by.province])
    if by.institution:
        asked &= Q(addressed_to=by.institution)
    return rows.filter(asked)


def followed(rows: Iterable[Any], reach: Reach) -> list[Followed]:
    """`rows` of `readable` as `reach` is told them, with what became of them."""
    found, today = list(rows), timezone.localdate()
    for row in found:
        if not _is_told_of_letter(row, reach):
            row.letter, row.sent_on = "", None
    workshops = {it.id: it for it in told_workshops(reach, {row.workshop_id for row in found})}
    keys = [row.pk for row in found]
    waiting = RecommendationStep.objects.permitted_to(reach).filter(recommendation__in=keys, accepted_at=None)
    reported = set(waiting.filter(declined_at=None).values_list("recommendation", flat=True))
    told = _histories(keys)
    return [
        Followed(
            row,
            workshops.get(row.workshop_id),
            own=bool(reach.institution) and row.addressed_to_id == reach.institution,
            reported=row.pk in reported,
            today=today,
            history=told.get(row.pk, []),
        )
        for row in found
    ]


def _is_told_of_letter(row: Any, reach: Reach) -> bool:
    """Who writes letters, who got this one, and analysts, who are told days."""
    if reach.audience in (Audience.SECRETARIAT, Audience.ANALYST):
        return True
    return bool(reach.institution) and row.addressed_to_id == reach.institution


def _histories(keys: list[UUID]) -> dict[UUID, list[Moment]]:
    """Statuses that the secretariat has taken, the latest first; evidence is told to nobody here."""
    steps = RecommendationStep.objects.filter(recommendation__in=keys, accepted_at__isnull=False)
    found: dict[UUID, list[Moment]] = {}
    for key, status, at in steps.order_by("-accepted_at").values_list("recommendation", "status", "accepted_at"):
        found.setdefault(key, []).append(Moment(RecommendationStatus(status), timezone.localdate(at)))
    return found


def board(rows: list[Followed]) -> list[tuple[RecommendationStatus, list[Followed]]]:
    """Columns by status, in the order of the way; late ones on top of theirs."""
    by_status: dict[RecommendationStatus, list[Followed]] = {}
    for one in sorted(rows, key=lambda it: not it.late):
        by_status.setdefault(one.status, []).append(one)
    return [(status, by_status[status]) for status in ORDER if status in by_status]
