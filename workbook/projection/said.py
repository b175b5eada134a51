"""Records of what was said: one kind of record for each kind of claim."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, order=True)
class Day:
    """A date as precisely as it was said: its first day, and `DAY`, `MONTH` or `YEAR`."""

    first: date
    precision: str


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What every statement carries; `disclosure` is the one that holds, also where none was chosen."""

    id: str
    place: str = ""
    basis: str = ""
    agreement: str = ""
    disclosure: str = ""
    since_last_round: str = ""
    answers: str = ""
    sensitivity: str = ""
    group: str = ""
    since: Day | None = None
    until: Day | None = None
    note: str = ""
    said: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Observation(Statement):
    """The state of a site; `presence_told` is false where the presence alone would tell of somebody kept back.

    `chosen` where the room itself said who may hear it.
    """

    armed_presence: str = ""
    chosen: bool = False
    presence_told: bool = True
    activity_status: str = ""
    exploitation: tuple[str, ...] = ()
    extraction: tuple[str, ...] = ()
    title_status: str = ""
    workers_low: int | None = None
    workers_high: int | None = None
    services: tuple[str, ...] = ()
    programme: str = ""
    programme_state: str = ""
    mercury: str = ""
    women: str = ""
    children: str = ""
    displaced: str = ""
    minerals: tuple[str, ...] = ()
    no_visit_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Involvement(Statement):
    """An actor at a place, in an area or on a leg."""

    area: str = ""
    leg: str = ""
    actor: str = ""
    actor_name: str = ""
    actor_category: str = ""
    chain_role: str = ""
    modes: tuple[str, ...] = ()
    frequency: str = ""
    levy_base: str = ""
    levy_low: Decimal | None = None
    levy_high: Decimal | None = None
    levy_unit: str = ""
    levy_per: str = ""


@dataclass(frozen=True, kw_only=True)
class Leg(Statement):
    """Where minerals go from a place."""

    to: str = ""
    to_text: str = ""
    leg_kind: str = ""
    mineral: str = ""
    transport: str = ""
    volume_low: Decimal | None = None
    volume_high: Decimal | None = None
    formal: str = ""
    via: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Benefit(Statement):
    """Who gains in the end from an involvement, a leg or a place as a whole."""

    involvement: str = ""
    leg: str = ""
    beneficiary: str = ""
    beneficiary_name: str = ""
    beneficiary_type: str = ""
    link: str = ""
    unspecified_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Situation(Statement):
    """How an actor stands in some areas."""

    actor: str = ""
    actor_name: str = ""
    actor_category: str = ""
    areas: tuple[str, ...] = ()
    strength_low: int | None = None
    strength_high: int | None = None
    demands: str = ""
    ddr_stage: str = ""
    allies: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    ex_combatants: str = ""
