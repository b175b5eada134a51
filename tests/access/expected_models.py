"""Who may touch rows of every other model, written by hand: accounts, the trail, review, imports, workshops, histories.

`where` is a province, `stage` the stage of a workshop or batch, `mark` says whose row it is or what was done to it.
"""

from .expected_rows import (
    ALL,
    AMINAS,
    BOTH_OF_THE_SECRETARIAT,
    CLAIMS,
    MANIEMA,
    TANGANYIKA,
    Clause,
    Line,
)
from .expected_workbook import WORKBOOK

SIGNED_IN = ("amina", "bahati", "celine", "daudi", "habiba", "esther", "furaha", "gaspard")
SECRETARIAT: dict[str, Line] = {"view": BOTH_OF_THE_SECRETARIAT}
ANSWERED: dict[str, Line] = {"view": BOTH_OF_THE_SECRETARIAT, "answer": BOTH_OF_THE_SECRETARIAT}
GASPARD: Line = {"gaspard": ALL}


def marked(*marks: str) -> tuple[Clause, ...]:
    """Rows with one of these marks."""
    return tuple(Clause(mark=mark) for mark in marks)


def _own(names: tuple[str, ...]) -> Line:
    return {name: marked(name) for name in names}


OTHERS = tuple(name for name in SIGNED_IN if name != "gaspard")
READ_ALL: Line = {**BOTH_OF_THE_SECRETARIAT, **GASPARD}
BUT_GASPARD: Line = {"gaspard": marked(*OTHERS)}

ACCOUNTS: dict[str, dict[str, Line]] = {
    "accounts.Institution": {"view": dict.fromkeys(SIGNED_IN, ALL), "manage": GASPARD},
    "accounts.Person": {"view": {**_own(OTHERS), **READ_ALL}, "edit": _own(SIGNED_IN), "manage": BUT_GASPARD},
    "accounts.Membership": {"view": {**_own(OTHERS), **READ_ALL}, "manage": BUT_GASPARD},
    "accounts.Grant": {
        "view": {**BOTH_OF_THE_SECRETARIAT, "celine": marked("held by celine"), "daudi": marked("asked by furaha")},
        "ask": {"esther": marked("held by celine", "asked by furaha"), "furaha": ALL},
        "approve": {"esther": marked("asked by furaha")},
        "end": BOTH_OF_THE_SECRETARIAT,
    },
    "accounts.Invitation": {"view": GASPARD, "manage": GASPARD},
    "access.AuditEntry": SECRETARIAT,
    "access.AnonymousRefusal": SECRETARIAT,
}

INSTITUTIONS: Line = {**BOTH_OF_THE_SECRETARIAT, "daudi": marked("east"), "habiba": marked("west")}
REVIEW: dict[str, dict[str, Line]] = {
    **dict.fromkeys(("claims.ObservedMineral", "claims.PlaceState", "claims.StateChange"), ANSWERED),
    **dict.fromkeys(("claims.WithdrawalRequest", "claims.ReviewEvent"), ANSWERED),
    "claims.Emergency": {
        "view": BOTH_OF_THE_SECRETARIAT,
        "ask_undo": dict.fromkeys(("esther", "furaha"), marked("withdrawn")),
        "undo": {"esther": marked("asked by furaha"), "furaha": marked("asked by esther")},
    },
    "claims.Reply": {"view": INSTITUTIONS, "answer": BOTH_OF_THE_SECRETARIAT},
    "claims.CorrectionRequest": {"view": INSTITUTIONS, "answer": BOTH_OF_THE_SECRETARIAT},
    "claims.Approval": {
        "view": {
            **BOTH_OF_THE_SECRETARIAT,
            "celine": marked("east taken", "west taken"),
            "daudi": marked("east", "east taken", "east given back"),
            "habiba": marked("west", "west taken"),
        },
        "give": {"daudi": marked("east", "east taken", "east given back"), "habiba": marked("west", "west taken")},
        "answer": dict.fromkeys(("esther", "furaha"), marked("east", "west")),
    },
    "claims.Attachment": {
        "view": {**BOTH_OF_THE_SECRETARIAT, "celine": (Clause(classes=frozenset({"LOW", "MODERATE", "HIGH"})),)}
    },
}
KINDS = ("Observation", "Involvement", "ChainLeg", "Benefit", "ActorSituation", "Qualification", "Incident")
OF_KINDS: dict[str, dict[str, Line]] = {f"claims.{kind}": CLAIMS for kind in KINDS}

REGISTERS: dict[str, dict[str, Line]] = {
    "sites.Area": {"view": dict.fromkeys(SIGNED_IN, ALL)},
    **dict.fromkeys(
        ("sites.PlaceMerging", "sites.PlaceDistinction"),
        {
            "view": BOTH_OF_THE_SECRETARIAT,
            "undo": {"esther": marked("standing"), "furaha": marked("standing")},
        },
    ),
}


def _batches(verb: str) -> Line:
    """Who imported neither verifies nor publishes; who verified does not publish; anybody takes back once."""
    lines: dict[str, Line] = {
        "verify": {"esther": marked("by furaha", "by the system"), "furaha": marked("by the system")},
        "publish": {"esther": marked("verified by furaha"), "furaha": marked("verified by esther")},
        "undo": dict.fromkeys(
            ("esther", "furaha"),
            marked("by furaha", "by the system", "verified by furaha", "verified by esther"),
        ),
    }
    return lines[verb]


IMPORTS: dict[str, dict[str, Line]] = {
    "imports.ImportBatch": {
        "view": BOTH_OF_THE_SECRETARIAT,
        "add": BOTH_OF_THE_SECRETARIAT,
        **{verb: _batches(verb) for verb in ("verify", "publish", "undo")},
    },
    **dict.fromkeys(("imports.ImportedRow", "imports.Supersession", "imports.PlaceAmendment"), SECRETARIAT),
}
HISTORIES = (
    *("sites.PlaceEvent", "claims.ClaimEvent", "claims.BenefitEvent", "claims.IncidentEvent"),
    *("claims.InvolvementEvent", "claims.ChainLegEvent", "claims.ObservationEvent", "claims.QualificationEvent"),
    *("claims.ActorSituationEvent", "imports.ImportBatchEvent", "workshops.WorkshopEvent"),
    *("workshops.TreeNodeEvent", "workshops.RecommendationEvent"),
)

OPEN, CHECKED = frozenset({"PREPARED", "RUNNING"}), frozenset({"VERIFIED", "RELEASED"})
RELEASED = frozenset({"RELEASED"})
EAST, WEST = frozenset({TANGANYIKA}), frozenset({MANIEMA})


def _secretariat_at(*stages: str) -> Line:
    return dict.fromkeys(("esther", "furaha"), (Clause(stages=frozenset(stages)),))


def _aminas_at(*stages: str) -> Line:
    return {"amina": (Clause(workshop="amina", stages=frozenset(stages)),), **_secretariat_at(*stages)}


ROOM: dict[str, Line] = {
    "view": {**BOTH_OF_THE_SECRETARIAT, "amina": (AMINAS,)},
    "change": {**BOTH_OF_THE_SECRETARIAT, "amina": (Clause(workshop="amina", stages=OPEN),)},
}
SHAPE: Line = {
    **BOTH_OF_THE_SECRETARIAT,
    "amina": (AMINAS,),
    "celine": (Clause(stages=CHECKED),),
    "daudi": (Clause(where=EAST, stages=RELEASED),),
    "habiba": (Clause(where=WEST, stages=RELEASED),),
}
CLEARED = ("plenary", "plenary to east", "group")
PLENARY = ("plenary", "plenary to east")
ASKED_OF_EAST = Clause(stages=RELEASED, mark="plenary to east")


def _read_in(where: frozenset[str]) -> tuple[Clause, ...]:
    return tuple(Clause(where=where, stages=RELEASED, mark=mark) for mark in PLENARY)


WORDS: Line = {
    **BOTH_OF_THE_SECRETARIAT,
    "amina": (AMINAS,),
    "celine": tuple(Clause(stages=CHECKED, mark=mark) for mark in CLEARED),
    "daudi": _read_in(EAST),
    "habiba": _read_in(WEST),
}
WORKSHOPS: dict[str, dict[str, Line]] = {
    "workshops.Round": {
        "view": {
            **dict.fromkeys(("amina", "bahati", "esther", "furaha"), ALL),
            **dict.fromkeys(("celine", "daudi", "habiba"), marked("released")),
        },
        "plan": BOTH_OF_THE_SECRETARIAT,
    },
    "workshops.RoundRelease": {
        "view": BOTH_OF_THE_SECRETARIAT,
        "confirm": {"esther": marked("by furaha"), "furaha": marked("by esther")},
        "take_back": dict.fromkeys(("esther", "furaha"), marked("by esther", "by furaha")),
    },
    "workshops.Workshop": {
        "view": {
            **SHAPE,
            "amina": (AMINAS, Clause(where=EAST, stages=RELEASED)),
            "bahati": (Clause(where=WEST, stages=RELEASED),),
        },
        "plan": BOTH_OF_THE_SECRETARIAT,
        "change": _aminas_at("PREPARED", "RUNNING"),
        "run": _aminas_at("PREPARED"),
        "close": _aminas_at("RUNNING"),
        "verify": _secretariat_at("CLOSED"),
        "reopen": _secretariat_at("CLOSED", "VERIFIED"),
        "withdraw": BOTH_OF_THE_SECRETARIAT,
        "release": {
            "esther": (Clause(stages=frozenset({"VERIFIED"}), verified_by_not="esther"),),
            "furaha": (Clause(stages=frozenset({"VERIFIED"}), verified_by_not="furaha"),),
        },
    },
    **{f"workshops.{name}": ROOM for name in ("WorkshopInstitution", "Group", "ParticipantCount", "Closing")},
    "workshops.ProblemTree": {"view": SHAPE, "change": ROOM["change"]},
    "workshops.TreeLink": {"view": SHAPE, "change": ROOM["change"]},
    "workshops.TreeNode": {"view": WORDS, "change": ROOM["change"], "clear": BOTH_OF_THE_SECRETARIAT},
    "workshops.Recommendation": {
        "view": {**WORDS, "daudi": (*_read_in(EAST), ASKED_OF_EAST)},
        "change": ROOM["change"],
        "clear": BOTH_OF_THE_SECRETARIAT,
        "report": {**BOTH_OF_THE_SECRETARIAT, "daudi": (ASKED_OF_EAST,)},
        "export": {name: WORDS[name] for name in ("celine", "esther", "furaha")},
        "transmit": dict.fromkeys(("esther", "furaha"), tuple(Clause(stages=RELEASED, mark=mark) for mark in PLENARY)),
    },
    "workshops.RecommendationStep": {
        "view": {
            **BOTH_OF_THE_SECRETARIAT,
            "daudi": marked("east", "east taken", "east left"),
            "habiba": marked("west"),
        },
        "accept": dict.fromkeys(("esther", "furaha"), marked("east", "west")),
    },
}
MODELS: dict[str, dict[str, Line]] = {
    **ACCOUNTS,
    **REVIEW,
    **OF_KINDS,
    **REGISTERS,
    **IMPORTS,
    **WORKSHOPS,
    **WORKBOOK,
    **dict.fromkeys(HISTORIES, SECRETARIAT),
}
