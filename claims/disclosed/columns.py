"""The columns of each kind of claim with their line in the field table, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Expression,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    TextField,
    Value,
    When,
)

from access.fields import OPEN_DATA_IN_FULL, OWN_ROOM_IN_FULL, SOFTENED, Rule, rule_for
from access.policy import policy_of
from access.reach import Audience, Reach
from sites.codes import C1, C2, Sensitivity
from sites.models import Actor, Place

from ..codes import ClaimKind
from ..models import ObservedMineral
from ..policies import heard
from .times import disclosed_known_on, first_day, observed_precision, stated_precision

Expr = Any


@dataclass(frozen=True)
class Column:
    """One value of a claim on its way out: its name, its line in the table and what each coarse rule makes of it.

    A rule that stands neither in `under` nor is `EXACT` gives nothing.
    """

    name: str
    line: str
    exact: Expr
    under: Mapping[Rule, Expr] = field(default_factory=dict)


def through(rule: Q, relation: str) -> Q:
    """The same rule asked of the row that `relation` points at."""
    moved: list[Any] = []
    for child in rule.children:
        if isinstance(child, Q):
            moved.append(through(child, relation))
        else:
            name, value = child  # type: ignore[misc]  # a leaf of a Q is a pair
            moved.append((f"{relation}__{name}", value))
    return Q.create(children=moved, connector=rule.connector, negated=rule.negated)


def soft(name: str) -> Expression:
    """The value of `name` as everybody below the secretariat reads it."""
    whens = [When(**{name: hidden, "then": Value(shown)}) for hidden, shown in SOFTENED.items()]
    return Case(*whens, default=F(name), output_field=CharField())


def _plain(line: str, *names: str) -> list[Column]:
    return [Column(name, line, F(name)) for name in names]


def _common(reach: Reach) -> list[Column]:
    audience = reach.audience
    reached = C2 if audience in (Audience.ANALYST, Audience.SECRETARIAT) else C1
    titled = Q(source__sensitivity__in=reached)
    if audience not in (Audience.ANALYST, Audience.SECRETARIAT):
        titled &= Q(source__workshop=None)
    if audience == Audience.SECRETARIAT:
        titled = Q(source__isnull=False)
    placed = through(policy_of(Place).rows("view", reach), "place")
    named = Q(place=None) | placed
    precision = stated_precision(audience)
    begun, ended = observed_precision(audience, "observed_from"), observed_precision(audience, "observed_until")
    return [
        *_plain("identity", "id", "kind", "provinces", "published_at"),
        Column("place", "identity", Case(When(placed, then=F("place__code")), default=None)),
        Column("place_as_stated", "site name", Case(When(named, then=F("place_as_stated")), default=Value(""))),
        Column("stated_on", "identity", first_day("stated_on", precision)),
        Column("stated_precision", "identity", precision),
        Column("known_on", "identity", disclosed_known_on(audience)),
        Column("observed_from", "identity", first_day("observed_from", begun)),
        Column("observed_from_precision", "identity", begun),
        Column("observed_until", "identity", first_day("observed_until", ended)),
        Column("observed_until_precision", "identity", ended),
        *_plain("sourcing", "basis", "agreement", "since_last_round", "sensitivity", "open_data", "review_status"),
        Column("source_kind", "sourcing", F("source__kind")),
        Column("source", "sourcing", Case(When(titled, then=F("source__title")), default=Value(""))),
        Column("licence", "sourcing", F("source__licence")),
        Column(
            "workshop_said_so",
            "sourcing",
            ExpressionWrapper(Q(workshop__isnull=False), output_field=BooleanField()),
        ),
        Column("text", "free text", F("cleared_text"), {Rule.CLEARED: F("cleared_text")}),
        *_plain("free text", "note", "said"),
        *_plain("group", "group"),
        *_plain("review", "credibility", "disclosure", "about_state", "recorded_at", "retired_at"),
        *_plain("review", "workshop", "import_batch", "verified_at"),
        Column("reliability", "review", F("source__reliability")),
    ]


def _observation(reach: Reach) -> list[Column]:
    minerals = ObservedMineral.objects.filter(observation=OuterRef("pk")).order_by("rank").values("mineral")
    return [
        Column("armed_presence", "situation", _softened(reach, "armed_presence")),
        *_plain("situation", "activity_status", "exploitation_modes", "extraction_types", "title_status"),
        *_plain("situation", "workers_low", "workers_high", "services", "programme", "programme_state"),
        Column("minerals", "situation", ArraySubquery(minerals)),
        *_plain("situation", "no_visit_reason"),
        *[
            Column(name, "people and harm", _softened(reach, name))
            for name in ("mercury", "women", "children", "displaced")
        ],
    ]


def _softened(reach: Reach, name: str) -> Expr:
    return F(name) if reach.audience == Audience.SECRETARIAT else soft(name)


def _magnitude(low: str, high: str) -> Expression:
    return Func(F(low), F(high), function="magnitude_of", output_field=IntegerField())


def _actor(reach: Reach) -> list[Column]:
    """A name is told only where the actor's own class is reached: a company stays C3 until it could answer."""
    category = F("actor__category")
    known = through(policy_of(Actor).rows("view", reach), "actor")
    return [
        Column("actor", "armed actor", Case(When(known, then=F("actor__name")), default=None)),
        Column("actor_id", "armed actor", Case(When(known, then=F("actor_id")), default=None)),
        Column("actor_category", "armed actor", category, {Rule.CATEGORY: category}),
    ]


def _involvement(reach: Reach) -> list[Column]:
    families = Func(F("modes"), function="mode_families", output_field=_text_array())
    band = _magnitude("levy_low", "levy_high")
    return [
        *_actor(reach),
        *_plain("review", "actor_as_stated"),
        *_plain("chain", "chain_role", "frequency"),
        *_plain("modes", "modes"),
        Column("mode_families", "modes", families, {Rule.FAMILY: families}),
        *_plain("levies", "levy_base", "levy_low", "levy_high", "levy_unit", "levy_per"),
        Column("levy_magnitude", "levies", band, {Rule.BAND: band}),
    ]


def _text_array() -> Any:
    return ArrayField(TextField())


def _leg(reach: Reach) -> list[Column]:
    band = _magnitude("volume_low", "volume_high")
    near = through(policy_of(Place).rows("view", reach), "to_place")
    if reach.provinces is not None:
        near &= through(reach.in_scope(), "to_place")
    return [
        Column("to_place", "situation", Case(When(near, then=F("to_place__code")), default=None)),
        Column(
            "to",
            "situation",
            Case(
                When(to_place=None, then=F("to_text")),
                When(near, then=F("to_place__name")),
                default=Value(""),
                output_field=CharField(),
            ),
        ),
        Column("to_provinces", "situation", F("to_place__provinces")),
        *_plain("situation", "leg_kind", "mineral", "transport", "formal"),
        *_plain("chain", "via"),
        *_plain("volumes", "volume_low", "volume_high"),
        Column("volume_magnitude", "volumes", band, {Rule.BAND: band}),
    ]


def _benefit(reach: Reach) -> list[Column]:
    kind = _softened(reach, "beneficiary_type")
    reason = _softened(reach, "unspecified_reason")
    named: dict[Rule, Expr] = {}
    if reach.audience == Audience.ANALYST and (granted := reach.granted_at(Sensitivity.SEVERE)):
        named[Rule.TYPE] = Case(When(id__in=granted, then=F("beneficiary__name")), default=None)
    return [
        Column("beneficiary", "beneficiary", F("beneficiary__name"), named),
        Column("beneficiary_type", "beneficiary", kind, {Rule.TYPE: kind}),
        Column("link", "beneficiary", F("link"), {Rule.TYPE: F("link")}),
        Column("unspecified_reason", "beneficiary", reason, {Rule.TYPE: reason}),
    ]


def _situation(reach: Reach) -> list[Column]:
    band = _magnitude("strength_low", "strength_high")
    return [
        *_actor(reach),
        *_plain("situation", "areas", "ddr_stage"),
        Column("ex_combatants", "situation", _softened(reach, "ex_combatants")),
        *_plain("volumes", "strength_low", "strength_high"),
        Column("strength_magnitude", "volumes", band, {Rule.BAND: band}),
        *_plain("armed actor", "allies", "rivals"),
        *_plain("review", "demands"),
    ]


def _qualification(reach: Reach) -> list[Column]:
    return _plain("situation", "status", "decree", "decided_on")


def _incident(reach: Reach) -> list[Column]:
    return _plain("situation", "category", "severity", "follow_up")


OWN = {
    ClaimKind.OBSERVATION: _observation,
    ClaimKind.INVOLVEMENT: _involvement,
    ClaimKind.LEG: _leg,
    ClaimKind.BENEFIT: _benefit,
    ClaimKind.SITUATION: _situation,
    ClaimKind.QUALIFICATION: _qualification,
    ClaimKind.INCIDENT: _incident,
}


def columns_of(kind: ClaimKind | None, reach: Reach) -> dict[str, Expr]:
    """What `reach` gets of claims of `kind` (None: of what all kinds share): name → expression, masked ones absent.

    A line that open data or the own room show in full gives an expression that is empty on other rows: see `kept_open`
    and `kept_own`.
    """
    shown: dict[str, Expr] = {}
    in_own_room = heard(reach) if has_own_room(reach) else None
    for column in [*_common(reach), *(OWN[kind](reach) if kind else [])]:
        rule = rule_for(column.line, reach.audience)
        value = column.exact if rule == Rule.EXACT else column.under.get(rule)
        if rule != Rule.EXACT and column.line in OPEN_DATA_IN_FULL:
            value = Case(When(open_data=True, then=column.exact), default=value)
        if rule != Rule.EXACT and in_own_room is not None and column.line in OWN_ROOM_IN_FULL:
            value = Case(When(in_own_room, then=column.exact), default=value)
        if value is not None:
            shown[column.name] = value
    if in_own_room is not None:
        shown["own_room"] = Case(When(in_own_room, then=True), default=False, output_field=BooleanField())
    return shown


def has_own_room(reach: Reach) -> bool:
    """Whether `reach` has workshops of its own besides what its audience reads."""
    return reach.audience == Audience.BASIC and bool(reach.workshops)


def kept_open(kind: ClaimKind | None, reach: Reach) -> frozenset[str]:
    """Names that are masked for `reach` but on rows of open data (and of the own room)."""
    return _masked_but_on(OPEN_DATA_IN_FULL, kind, reach)


def kept_own(kind: ClaimKind | None, reach: Reach) -> frozenset[str]:
    """Names that are masked for `reach` but on rows of the own room; they are absent from every other row."""
    if not has_own_room(reach):
        return frozenset()
    return _masked_but_on(OWN_ROOM_IN_FULL - OPEN_DATA_IN_FULL, kind, reach)


def _masked_but_on(lines: frozenset[str], kind: ClaimKind | None, reach: Reach) -> frozenset[str]:
    return frozenset(
        column.name
        for column in (OWN[kind](reach) if kind else [])
        if column.line in lines
        and rule_for(column.line, reach.audience) != Rule.EXACT
        and rule_for(column.line, reach.audience) not in column.under
    )
