"""What is about the state, as a ministry gets it: how many sites in a territoire in half a year, or nothing."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractMonth, ExtractYear, NullIf

from access.reach import Reach
from sites.models import Area

from .codes import TAKES_BACK
from .models import Claim

FEWEST_SITES = 3
FEWEST_SOURCES = 2
"""Of a cell with fewer sites or fewer independent sources nothing is told, not even that it is there."""


@dataclass(frozen=True)
class Cell:
    """One territoire in one half-year."""

    territoire: str
    year: int
    half: int
    sites: int
    claims: int


def state_counts(reach: Reach) -> list[Cell]:
    """Cells that are large enough, the latest first; exact numbers of sites and of claims over rows told as a count."""
    rows: QuerySet[Any] = Claim.objects.permitted_to(reach, "count").exclude(place=None).order_by()
    rows = rows.exclude(since_last_round__in=TAKES_BACK)
    located = Area.objects.filter(pcode=OuterRef("place__territoire_located"), level=2).values("name")[:1]
    first_half = When(month__lte=6, then=Value(1))
    told = rows.annotate(
        territoire=Coalesce(NullIf("place__declared_territoire", Value("")), Subquery(located), Value("")),
        year=ExtractYear("known_on"),
        month=ExtractMonth("known_on"),
    ).annotate(half=Case(first_half, default=Value(2), output_field=IntegerField()))
    cells = told.values("territoire", "year", "half").annotate(
        sites=Count("place", distinct=True), sources=Count("source__origin", distinct=True), claims=Count("pk")
    )
    large = cells.filter(sites__gte=FEWEST_SITES, sources__gte=FEWEST_SOURCES).exclude(territoire="")
    names = ("territoire", "year", "half", "sites", "claims")
    return [Cell(*row) for row in large.order_by("-year", "-half", "territoire").values_list(*names)]
