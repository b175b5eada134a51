"""Every root and key of a workbook's document, named once: the browser is given the same list.

A root is a shared map from an entry's id to the entry, itself a map with one value under each key. Sets are flat keys
(`place:<id>`: true), because a nested map made by two hands at once would lose one of them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices

from accounts.codes import ParticipantCategory
from claims import codes as said
from sites.codes import ActorCategory, LocationPrecision, PlaceKind, Sensitivity, TitleStatus
from workshops.codes import (
    ActionLevel,
    CauseTheme,
    GroupKind,
    Horizon,
    NodeKind,
    RecommendationType,
    Sex,
    TreeSide,
)

SCHEMA = 1
REMOVED_AT = "removed_at"
"""An entry is never taken out of its root: it carries the time at which somebody removed it, and can be restored."""
SEPARATOR = "|"
"""Between the parts of ids that are made of others: `<node>|<group>`, `<category>|<sex>`."""


class Kind(StrEnum):
    """How a value is held and read."""

    TEXT = "text"  # shared text, made together with its entry by the entry's creator
    LINE = "line"  # one short line, replaced as a whole
    CODE = "code"  # one of a closed list
    NUMBER = "number"
    INTEGER = "integer"
    YES = "yes"
    DAY = "day"  # 2024, 2024-08 or 2024-08-15: as precise as it was said
    TIME = "time"  # ISO 8601 with zone
    ORDER = "order"  # a fractional index
    REF = "ref"  # id of an entry, or of a row of the registers
    FLAGS = "flags"  # keys `name:<value>`, each true
    RANKS = "ranks"  # keys `name:<value>`, each a number


@dataclass(frozen=True)
class Key:
    """One key of an entry; `codes` closes its list, `of` names the root or register (`@places`) that it points into."""

    kind: Kind
    codes: type[TextChoices] | None = None
    of: str = ""


@dataclass(frozen=True)
class Root:
    """One root; `made_by_server` where everybody has the same entries, `scalar` where entries are plain numbers."""

    keys: dict[str, Key]
    made_by_server: bool = False
    scalar: bool = False


def _code(codes: type[TextChoices]) -> Key:
    return Key(Kind.CODE, codes)


def _flags(codes: type[TextChoices] | None = None, of: str = "") -> Key:
    return Key(Kind.FLAGS, codes, of)


TEXT, LINE, NUMBER, INTEGER = Key(Kind.TEXT), Key(Kind.LINE), Key(Kind.NUMBER), Key(Kind.INTEGER)
YES, DAY, TIME, ORDER = Key(Kind.YES), Key(Kind.DAY), Key(Kind.TIME), Key(Kind.ORDER)
PLACE, ACTOR, GROUP = Key(Kind.REF, of="places"), Key(Kind.REF, of="@actors"), Key(Kind.REF, of="groups")
DISCLOSURE, AGREEMENT, MINERAL = _code(said.Disclosure), _code(said.Agreement), _code(said.Mineral)
ANSWER = _code(said.Answer)

NAMED_ACTOR = {"actor": ACTOR, "actor_name": LINE, "actor_category": _code(ActorCategory)}
"""A known actor, or one that the room names: by category alone, or with a name."""

STATEMENT = {
    "basis": _code(said.Basis),
    "agreement": AGREEMENT,
    "disclosure": DISCLOSURE,
    "since_last_round": _code(said.SinceLastRound),
    "answers": Key(Kind.REF, of="@statements"),
    "sensitivity": _code(Sensitivity),
    "group": GROUP,
    "from": DAY,
    "until": DAY,
    "note": TEXT,
    "said": TEXT,
    "language": LINE,
    "order": ORDER,
}
"""What every statement of the room carries besides its own fields; `answers` is the claim of the last round."""

ROOTS: dict[str, Root] = {
    "meta": Root({"schema": INTEGER, "epoch": INTEGER}, made_by_server=True),
    "agenda": Root(
        {"order": ORDER, "day": INTEGER, "title": LINE, "minutes": INTEGER, "state": LINE, "started_at": TIME},
        made_by_server=True,
    ),
    "checks": Root({"order": ORDER, "due": INTEGER, "title": LINE, "done": YES, "note": LINE}, made_by_server=True),
    "invitations": Root(
        {
            "name": LINE,
            "category": _code(ParticipantCategory),
            "seats": INTEGER,
            "women": INTEGER,
            "order": ORDER,
        }
    ),
    "groups": Root(
        {"name": LINE, "session": INTEGER, "kind": _code(GroupKind), "area": _flags(of="@areas"), "order": ORDER}
    ),
    "counts": Root(
        {"category": _code(ParticipantCategory), "sex": _code(Sex), "number": INTEGER},
        made_by_server=True,
    ),
    "nodes": Root(
        {
            "side": _code(TreeSide),
            "parent": Key(Kind.REF, of="nodes"),
            "order": ORDER,
            "kind": _code(NodeKind),
            "text": TEXT,
            "said": TEXT,
            "language": LINE,
            "theme": _code(CauseTheme),
            "group": GROUP,
            "disclosure": DISCLOSURE,
            "place": _flags(of="places"),
            "actor": _flags(of="@actors"),
            "area": _flags(of="@areas"),
        }
    ),
    "links": Root({"from": Key(Kind.REF, of="nodes"), "to": Key(Kind.REF, of="nodes"), "loop": YES}),
    "votes": Root({}, scalar=True),
    "places": Root(
        {
            "ref": Key(Kind.REF, of="@places"),
            "name": LINE,
            "label": LINE,
            "kind": _code(PlaceKind),
            "parent": PLACE,
            "lon": NUMBER,
            "lat": NUMBER,
            "position_said": LINE,
            "precision": _code(LocationPrecision),
            "territoire": Key(Kind.REF, of="@areas"),
            "mineral": Key(Kind.RANKS, said.Mineral),
            "group": GROUP,
            "treat": ORDER,
            "adopted": LINE,
            "order": ORDER,
        }
    ),
    "observations": Root(
        {
            "place": PLACE,
            "armed_presence": _code(said.ArmedPresence),
            "activity_status": _code(said.ActivityStatus),
            "exploitation": _flags(said.ExploitationMode),
            "extraction": _flags(said.ExtractionType),
            "title_status": _code(TitleStatus),
            "workers_low": INTEGER,
            "workers_high": INTEGER,
            "service": _flags(said.StateService),
            "programme": _code(said.Programme),
            "programme_state": _code(said.ProgrammeState),
            "mercury": ANSWER,
            "women": ANSWER,
            "children": ANSWER,
            "displaced": ANSWER,
            "mineral": Key(Kind.RANKS, said.Mineral),
            "no_visit_reason": _code(said.NoVisitReason),
            **STATEMENT,
        }
    ),
    "involvements": Root(
        {
            "place": PLACE,
            "area": Key(Kind.REF, of="@areas"),
            "leg": Key(Kind.REF, of="legs"),
            **NAMED_ACTOR,
            "chain_role": _code(said.ChainRole),
            "mode": _flags(said.Mode),
            "frequency": _code(said.Frequency),
            "levy_base": _code(said.LevyBase),
            "levy_low": NUMBER,
            "levy_high": NUMBER,
            "levy_unit": _code(said.LevyUnit),
            "levy_per": _code(said.Frequency),
            **STATEMENT,
        }
    ),
    "legs": Root(
        {
            "place": PLACE,
            "to": PLACE,
            "to_text": LINE,
            "leg_kind": _code(said.LegKind),
            "mineral": MINERAL,
            "transport": _code(said.Transport),
            "volume_low": NUMBER,
            "volume_high": NUMBER,
            "formal": ANSWER,
            "via": LINE,
            **STATEMENT,
        }
    ),
    "benefits": Root(
        {
            "place": PLACE,
            "involvement": Key(Kind.REF, of="involvements"),
            "leg": Key(Kind.REF, of="legs"),
            "beneficiary": ACTOR,
            "beneficiary_name": LINE,
            "beneficiary_type": _code(said.BeneficiaryType),
            "link": _code(said.BenefitLink),
            "unspecified_reason": _code(said.UnspecifiedReason),
            **STATEMENT,
        }
    ),
    "situations": Root(
        {
            **NAMED_ACTOR,
            "area": _flags(of="@areas"),
            "strength_low": INTEGER,
            "strength_high": INTEGER,
            "demands": TEXT,
            "ddr_stage": _code(said.DdrStage),
            "ally": _flags(of="@actors"),
            "rival": _flags(of="@actors"),
            "ex_combatants": ANSWER,
            **STATEMENT,
        }
    ),
    "objectives": Root({"node": Key(Kind.REF, of="nodes"), "text": TEXT, "order": ORDER}),
    "recommendations": Root(
        {
            "type": _code(RecommendationType),
            "text": TEXT,
            "cause": _flags(of="nodes"),
            "place": _flags(of="places"),
            "level": _code(ActionLevel),
            "addressee": LINE,
            "body": LINE,
            "horizon": _code(Horizon),
            "roadmap": LINE,
            "agreement": AGREEMENT,
            "disclosure": DISCLOSURE,
            "group": GROUP,
            "order": ORDER,
        }
    ),
    "reserves": Root({"about": LINE, "text": TEXT, "group": GROUP, "order": ORDER}),
    "acceptances": Root({"finding": LINE, "reason": LINE}),
    "attachments": Root({"hash": LINE, "type": LINE, "about": LINE}),
    "proposals": Root({"about": LINE, "text": TEXT, "state": LINE}),
}


def list_name(choices: type[TextChoices]) -> str:
    """`ArmedPresence` → `armed_presence`, as the translators' contexts say it."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", choices.__name__).lower()


def described() -> dict[str, Any]:
    """The same list as plain data for the browser: root → key → {kind, codes, list, of}; `schema` beside it."""
    return {
        "schema": SCHEMA,
        "roots": {
            name: {
                "scalar": root.scalar,
                "keys": {
                    key: {
                        "kind": str(it.kind),
                        "codes": list(it.codes.values) if it.codes else None,
                        "list": list_name(it.codes) if it.codes else "",
                        "of": it.of,
                    }
                    for key, it in root.keys.items()
                },
            }
            for name, root in ROOTS.items()
        },
    }
