"""Which places a view leaves, in SQL; the browser finds the same ones from the layers."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Least

from access.reach import Audience, Reach
from accounts.models import Person
from claims.codes import CHECKED, TAKES_BACK, ArmedPresence, ClaimKind
from claims.disclosed import columns_of
from claims.disclosed.rows import MODEL_OF_KIND
from claims.models import Claim, PlaceState, StateChange
from sites.models import Place
from workshops.models import Round, Workshop

from .filters import BY_KEY, CLAIM_KINDS, PLACE, STATE, Filter
from .placing import map_places
from .since import changed_places
from .spelling import words_of


@dataclass(frozen=True)
class View:
    """What an address asks for: chosen codes per filter, free text, a window of days, the handle's day, a box."""

    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    q: str = ""
    start: date | None = None
    end: date | None = None
    on: date | None = None
    box: tuple[float, float, float, float] | None = None
    only_since: bool = False

    @property
    def windowed(self) -> bool:
        """Whether a window of days is set."""
        return self.start is not None or self.end is not None

    def of_kind(self, kind: str) -> list[tuple[Filter, tuple[str, ...]]]:
        """Return the chosen filters of one kind."""
        chosen = [(BY_KEY[key], codes) for key, codes in self.filters.items() if codes]
        return [(one, codes) for one, codes in chosen if one.kind == kind]


def matching_places(reach: Reach, view: View, today: date) -> "QuerySet[Place]":
    """Return the places of the reader's map that pass every condition of `view`, as known on its day."""
    on = view.on or today
    rows = _beside(map_places(reach), view)
    rows = _of_register(rows, view)
    if view.only_since:
        rows = rows.filter(pk__in=_changed(reach))
    rows = _of_state(rows, reach, view, on, today)
    conditioned = [kind for kind in CLAIM_KINDS if view.of_kind(kind)]
    for kind in conditioned:
        rows = rows.filter(pk__in=_within(matching_claims(kind, reach, view), view, on, today).values("place"))
    if view.windowed and not conditioned:
        said = claim_rows(None, reach).annotate(told_known_on=columns_of(None, reach)["known_on"])
        rows = rows.filter(pk__in=_within(said, view, on, today).values("place"))
    return rows


def _changed(reach: Reach) -> "QuerySet[Place, Any]":
    """Places changed since the previous visit; none for whoever is told no such list."""
    moment = Person.objects.filter(pk=reach.person).values_list("previous_visit", flat=True).first()
    if moment is None or reach.audience != Audience.MINISTRY:
        return Place.objects.none().values("pk")
    return changed_places(reach, moment).values("pk")


def claim_rows(kind: str | None, reach: Reach) -> QuerySet[Any]:
    """Return the claims that count on the reader's map: permitted, past review, saying something of a place."""
    model = MODEL_OF_KIND[ClaimKind(kind.upper())] if kind else Claim
    rows: QuerySet[Any] = model.objects.permitted_to(reach).order_by()
    kinds = [kind.upper()] if kind else [code.upper() for code in CLAIM_KINDS]
    counted: QuerySet[Any] = rows.filter(place__isnull=False, review_status__in=CHECKED, kind__in=kinds)
    return counted.exclude(since_last_round__in=TAKES_BACK)


def matching_claims(kind: str, reach: Reach, view: View) -> QuerySet[Any]:
    """Return the claims of `kind` in which all conditions of that kind hold together; days are not looked at yet."""
    chosen = view.of_kind(kind)
    told = told_expressions(kind, [one for one, _codes in chosen], reach)
    rows: QuerySet[Any] = claim_rows(kind, reach).annotate(**{f"told_{name}": value for name, value in told.items()})
    for one, codes in chosen:
        suffix = "overlap" if one.many else "in"
        rows = rows.filter(**{f"told_{one.column}__{suffix}": list(codes)})
    return rows


def told_expressions(kind: str, filters: list[Filter], reach: Reach) -> dict[str, Any]:
    """Return the disclosed expression of the day and of each filter's column."""
    disclosed = columns_of(ClaimKind(kind.upper()), reach)
    told: dict[str, Any] = {"known_on": disclosed["known_on"]}
    for one in filters:
        if one.register == "round":
            held = Workshop.objects.filter(pk=OuterRef("workshop"), round__in=Round.objects.permitted_to(reach))
            told[one.column] = Cast(Subquery(held.order_by().values("round")), CharField())
        elif one.register == "workshop":
            seen = Workshop.objects.permitted_to(reach).filter(pk=OuterRef("workshop"))
            told[one.column] = Cast(Subquery(seen.order_by().values("pk"), output_field=UUIDField()), CharField())
        else:
            value = disclosed[one.column]
            told[one.column] = Cast(value, CharField()) if one.register else value
    return told


def _within(rows: QuerySet[Any], view: View, on: date, today: date) -> QuerySet[Any]:
    """Not later than the handle's day, and inside the window; a period that ends after today counts as known today."""
    rows = rows.annotate(day=Least(F("told_known_on"), Value(today), output_field=DateField()))
    rows = rows.filter(day__lte=min(on, view.end) if view.end else on)
    return rows.filter(day__gte=view.start) if view.start else rows


def _beside(rows: "QuerySet[Place]", view: View) -> "QuerySet[Place]":
    words = words_of(view.q)
    if words:
        names = Func(
            F("name"), Value(" "), Func(F("aliases"), Value(" "), function="array_to_string"), function="concat"
        )
        rows = rows.annotate(sound=Func(names, function="sound_of", output_field=CharField()))
    for word in words:
        heard = Q(sound__contains=word.sound) if word.sound else Q()
        coded = Q(code__contains=word.code) if word.code else Q()
        rows = rows.filter(heard | coded if word.sound and word.code else heard & coded)
    if view.box:
        west, south, east, north = view.box
        inside = "lon BETWEEN %s AND %s AND lat BETWEEN %s AND %s"
        rows = rows.filter(pk__in=_shown(inside, [round(edge * 1e5, 3) for edge in (west, east, south, north)]))
    return rows


def _shown(condition: str, parameters: list[Any]) -> RawSQL:
    sql = f"SELECT place_id FROM mapping_shown WHERE {condition}"
    return RawSQL(sql, parameters, output_field=UUIDField())


def _of_register(rows: "QuerySet[Place]", view: View) -> "QuerySet[Place]":
    for one, codes in view.of_kind(PLACE):
        if one.column == "kind":
            rows = rows.filter(kind__in=codes)
        else:
            rows = rows.filter(pk__in=_shown(f"{one.column} = ANY(%s)", [list(codes)]))
    return rows


def _of_state(rows: "QuerySet[Place]", reach: Reach, view: View, on: date, today: date) -> "QuerySet[Place]":
    for _one, codes in view.of_kind(STATE):
        rows = rows.annotate(drawn=drawn_on(reach, on, today)).filter(drawn__in=codes)
    return rows


def drawn_on(reach: Reach, on: date, today: date) -> Coalesce:
    """Return the presence drawn of a place on a day."""
    here = Q(place=OuterRef("pk"), audience=reach.audience)
    states: QuerySet[Any] = PlaceState.objects.filter(here)
    if on < today:
        states = StateChange.objects.filter(here, since__lte=on).order_by("-since")
    return Coalesce(Subquery(states.values("presence")[:1]), Value(ArmedPresence.NO_DATA), output_field=CharField())
