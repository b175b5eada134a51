"""How an invented statement is written down: its place, source, stage, class and what its kind needs."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from claims.codes import ClaimKind
from sites.codes import Sensitivity

C0, C1, C2, C3 = Sensitivity.LOW, Sensitivity.MODERATE, Sensitivity.HIGH, Sensitivity.SEVERE
ROOMS = ("lake", "river", "hills", "forest")


class Fate(StrEnum):
    """How far a statement comes when the demonstration is loaded."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    VERIFIED = "verified"
    RELEASED = "released"
    CONTESTED = "contested"
    RETIRED = "retired before it was released"
    WITHDRAWN = "withdrawn after it was released"
    SUPERSEDED = "superseded by a later one"


@dataclass(frozen=True)
class Said:
    """One statement. `when` is a moment, by default the source's; `key` lets others refer to it.

    Values that end in `_key` name a place, an actor or another statement.
    """

    kind: str
    place: str
    source: str
    fields: dict[str, Any] = field(default_factory=dict)
    fate: Fate = Fate.RELEASED
    sensitivity: str = C2
    when: str = ""
    key: str = ""


def observed(place: str, source: str, presence: str, minerals: str, fate: Fate = Fate.RELEASED, **more: Any) -> Said:
    """What was seen at a place; presence is C2, its absence C1 unless said otherwise."""
    own = _own(more)
    own.setdefault("sensitivity", C2 if presence.startswith("PRESENT") or presence == "WITHHELD" else C1)
    loose = minerals.split()[0] in ("GOLD", "DIAMOND")
    dug = {"exploitation_modes": ["ARTISANAL"], "extraction_types": ["ALLUVIAL" if loose else "OPEN_PIT"]}
    fields = {"armed_presence": presence, "minerals": minerals.split(), "activity_status": "ACTIVE"} | dug | more
    return Said(ClaimKind.OBSERVATION, place, source, fields, fate, **own)


def acted(place: str, source: str, actor: str, modes: str, fate: Fate = Fate.RELEASED, **more: Any) -> Said:
    """Who acts at a place, and how."""
    own = _own(more)
    return Said(ClaimKind.INVOLVEMENT, place, source, {"actor_key": actor, "modes": modes.split()} | more, fate, **own)


def carried(place: str, source: str, to: str, mineral: str, fate: Fate = Fate.RELEASED, **more: Any) -> Said:
    """One leg of a chain; an end that is no key is a name."""
    own = _own(more)
    end = {"to_text": to} if " " in to else {"to_key": to}
    return Said(ClaimKind.LEG, place, source, end | {"mineral": mineral} | more, fate, **own)


def gained(place: str, source: str, of_type: str, fate: Fate = Fate.RELEASED, **more: Any) -> Said:
    """Who gains in the end."""
    own = _own(more)
    return Said(ClaimKind.BENEFIT, place, source, {"beneficiary_type": of_type} | more, fate, **own)


def qualified(place: str, source: str, status: str, fate: Fate = Fate.RELEASED, **more: Any) -> Said:
    """What an inspection decided."""
    own = _own(more)
    return Said(ClaimKind.QUALIFICATION, place, source, {"status": status} | more, fate, **{"sensitivity": C1} | own)


def happened(place: str, source: str, category: str, fate: Fate = Fate.RELEASED, **more: Any) -> Said:
    """What happened at a place."""
    own = _own(more)
    return Said(ClaimKind.INCIDENT, place, source, {"category": category} | more, fate, **own)


def stands(actor: str, source: str, stage: str, areas: str, fate: Fate = Fate.RELEASED, **more: Any) -> Said:
    """How an armed actor stands."""
    own = _own(more)
    fields = {"actor_key": actor, "ddr_stage": stage, "areas": areas.split()} | more
    return Said(ClaimKind.SITUATION, "", source, fields, fate, **own)


def _own(more: dict[str, Any]) -> dict[str, Any]:
    """What of `more` belongs to every statement; it is taken out."""
    return {name: more.pop(name) for name in ("sensitivity", "when", "key") if name in more}
