"""Workshops and rounds as a reader may know them: place and date as coarse as the field table says, people from 5."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, Value
from django.db.models.functions import Trunc
from django.utils.formats import date_format
from django.utils.translation import gettext

from access.fields import Rule, rule_for
from access.policy import EVERY_ROW, NO_ROW
from access.reach import Reach
from accounts.codes import PROVINCES, ParticipantCategory

from .closings import ToldClosing
from .codes import FEWEST_COUNTED, Sex, WorkshopState
from .models import ParticipantCount, Round, Workshop

PLACE_AND_DATE, PARTICIPANTS = "workshop place and date", "participants"
STEP_OF_RULE = {Rule.TERRITOIRE_MONTH: "month", Rule.TERRITOIRE_QUARTER: "quarter"}


@dataclass(frozen=True)
class ToldWorkshop:
    """What one reader is told of a workshop; `step` says how coarse `starts_on` is, `name` is empty where coarse."""

    id: UUID
    territoire: str
    provinces: tuple[str, ...]
    state: WorkshopState
    round_title: str
    starts_on: date
    step: str = "day"
    ends_on: date | None = None
    name: str = ""
    zone: str = ""
    venue: str = ""
    returned_because: str = ""
    agenda: tuple[Any, ...] = ()
    own: bool = False
    closing: ToldClosing | None = None

    @property
    def where(self) -> str:
        """Its provinces by name."""
        return ", ".join(str(PROVINCES.get(code, code)) for code in self.provinces)

    @property
    def quarter(self) -> int:
        """1 to 4."""
        return (self.starts_on.month + 2) // 3


@dataclass(frozen=True)
class ToldCounts:
    """Participants as one reader is told them; what is below five is absent."""

    total: int | None = None
    by_category: tuple[tuple[str, int], ...] = ()
    by_sex: tuple[tuple[str, int], ...] = ()

    @property
    def categories(self) -> list[tuple[str, int]]:
        """Categories in words."""
        return [(str(ParticipantCategory(code).label), number) for code, number in self.by_category]

    @property
    def women(self) -> int | None:
        """Women, where both sexes are told."""
        return dict(self.by_sex).get(Sex.FEMALE)

    @property
    def men(self) -> int | None:
        """Men, where both sexes are told."""
        return dict(self.by_sex).get(Sex.MALE)


def told_workshops(reach: Reach, only: Iterable[UUID] | None = None) -> list[ToldWorkshop]:
    """Return the workshops that `reach` may see, latest disclosed date first; `only` narrows them to some keys."""
    rows = Workshop.objects.permitted_to(reach)
    if only is not None:
        rows = rows.filter(pk__in=list(only))
    exact = _exact(reach)
    known = dict(told_rounds(reach))
    told: list[dict[str, Any]] = [dict(row) for row in rows.filter(exact).annotate(step=Value("day")).values()]
    step = STEP_OF_RULE.get(rule_for(PLACE_AND_DATE, reach.audience))
    if step:
        coarse = rows.exclude(exact).annotate(told_on=Trunc("starts_on", step), step=Value(step)).order_by()
        names = ("id", "round_id", "territoire", "provinces", "state", "step", "told_on")
        told += [dict(row) for row in coarse.values(*names)]
    workshops = [_told(row, known, reach) for row in told]
    return sorted(workshops, key=lambda it: (it.starts_on, it.id), reverse=True)


def told_rounds(reach: Reach) -> list[tuple[UUID, str]]:
    """Return key and name of the rounds that `reach` may see, latest disclosed date first.

    A title tells a date ("Update of September"), and so do a round's days: who is told a workshop's month or quarter
    gets a name made of that, but for the rounds of own workshops. The exact title is not fetched then.
    """
    rows = Round.objects.permitted_to(reach).order_by()
    exact = EVERY_ROW if rule_for(PLACE_AND_DATE, reach.audience) == Rule.EXACT else NO_ROW
    exact |= Q(pk__in=Workshop.objects.filter(pk__in=reach.workshops).values("round"))
    told = [(day, key, title) for key, title, day in rows.filter(exact).values_list("pk", "title", "starts_on")]
    step = STEP_OF_RULE.get(rule_for(PLACE_AND_DATE, reach.audience))
    if step:
        coarse = rows.exclude(exact).annotate(told_on=Trunc("starts_on", step)).values_list("pk", "told_on")
        told += [(day, key, _named_by(day, step)) for key, day in coarse]
    return [(key, title) for _day, key, title in sorted(told, reverse=True)]


def _named_by(day: date, step: str) -> str:
    quarter = gettext("quarter %(n)d of %(year)d") % {"n": (day.month + 2) // 3, "year": day.year}
    return gettext("Update: %(when)s") % {"when": quarter if step == "quarter" else date_format(day, "F Y")}


def told_counts(workshop: UUID, reach: Reach) -> ToldCounts:
    """Return how many took part in a workshop that `reach` may see: exact for the room and the secretariat."""
    rule = Rule.EXACT if workshop in reach.workshops else rule_for(PARTICIPANTS, reach.audience)
    if rule == Rule.ABSENT:
        return ToldCounts()
    fewest = 1 if rule == Rule.EXACT else FEWEST_COUNTED
    total = _sums(workshop, "'all'", fewest)
    if rule == Rule.TOTAL_FROM_5 or not total:
        return ToldCounts(total=total[0][1] if total else None)
    sexes = _sums(workshop, "sex", fewest)
    told_apart = fewest == 1 or len(sexes) == 2
    return ToldCounts(total[0][1], tuple(_sums(workshop, "category", fewest)), tuple(sexes) if told_apart else ())


def _exact(reach: Reach) -> Q:
    """Rows whose place and date `reach` is told as they are."""
    everything = rule_for(PLACE_AND_DATE, reach.audience) == Rule.EXACT
    return (EVERY_ROW if everything else NO_ROW) | Q(id__in=reach.workshops)


def _told(row: dict[str, Any], rounds: dict[UUID, str], reach: Reach) -> ToldWorkshop:
    names = ("id", "territoire", "step", "ends_on", "name", "zone", "venue", "returned_because")
    return ToldWorkshop(
        **{name: row[name] for name in names if name in row},
        starts_on=row["starts_on"] if row["step"] == "day" else row["told_on"],
        provinces=tuple(row["provinces"]),
        state=WorkshopState(row["state"]),
        round_title=rounds.get(row["round_id"], ""),
        agenda=tuple(row.get("agenda", ())),
        own=row["id"] in reach.workshops,
    )


def _sums(workshop: UUID, column: str, fewest: int) -> list[tuple[str, int]]:
    """Sums of at least `fewest` persons by `column`.

    Where the rest together would be fewer, the smallest told cell is left out too: else it could be subtracted.
    """
    table = ParticipantCount._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH cell AS (SELECT {column} AS code, sum(number) AS n FROM {table} WHERE workshop_id = %s GROUP BY 1),"
            " rest AS (SELECT coalesce(sum(n), 0) AS n FROM cell WHERE n < %s),"
            " ranked AS (SELECT code, n, row_number() OVER (ORDER BY n, code) AS place FROM cell WHERE n >= %s)"
            " SELECT ranked.code, ranked.n::int FROM ranked, rest r"
            " WHERE NOT (ranked.place = 1 AND r.n BETWEEN 1 AND %s) ORDER BY ranked.n DESC, ranked.code",
            [str(workshop), fewest, fewest, fewest - 1],
        )
        return [(str(code), int(number)) for code, number in cursor.fetchall()]
