"""Which rows each person may touch with each verb: written by hand from the rules, never computed from the policies.

A clause is a conjunction; a person may touch a row that meets any of the clauses on its line. A person without a
line may touch nothing with that verb.
"""

from collections.abc import Mapping
from dataclasses import dataclass

TANGANYIKA, MANIEMA, BOTH, ABROAD, UNKNOWN = "CD74", "CD63", "both", "XA", "XU"
C0, C1, C2, C3 = "LOW", "MODERATE", "HIGH", "SEVERE"
CLASSES = (C0, C1, C2, C3)
STAGES = ("DRAFT", "SUBMITTED", "RETURNED", "VERIFIED", "PUBLISHED", "CONTESTED", "RETIRED")
OPEN_STAGES = frozenset({"PUBLISHED", "CONTESTED"})
CHECKED_STAGES = OPEN_STAGES | {"VERIFIED"}
UP_TO_C1, UP_TO_C2 = frozenset({C0, C1}), frozenset({C0, C1, C2})


@dataclass(frozen=True)
class Clause:
    """What a row must be like; None asks nothing."""

    where: frozenset[str] | None = None
    classes: frozenset[str] = frozenset(CLASSES)
    stages: frozenset[str] | None = None
    about_state: bool | None = None
    workshop: str | None = None
    mark: str | None = None
    mark_not: str | None = None
    verified_by_not: str | None = None
    recorded_by_not: str | None = None


@dataclass(frozen=True)
class Traits:
    """What is known of a planted row when its fate is foretold."""

    where: str
    sensitivity: str
    stage: str
    about_state: bool = False
    workshop: str = ""
    mark: str = ""
    verified_by: str = ""
    recorded_by: str = ""

    def meets(self, clause: Clause) -> bool:
        """Whether the row meets every condition of `clause`."""
        return (
            (clause.where is None or self.where in clause.where)
            and self.sensitivity in clause.classes
            and (clause.stages is None or self.stage in clause.stages)
            and clause.about_state in (None, self.about_state)
            and clause.workshop in (None, self.workshop)
            and clause.mark in (None, self.mark)
            and (clause.mark_not is None or self.mark != clause.mark_not)
            and (clause.verified_by_not is None or self.verified_by not in ("", clause.verified_by_not))
            and (clause.recorded_by_not is None or self.recorded_by != clause.recorded_by_not)
        )


Line = Mapping[str, tuple[Clause, ...]]
ALL = (Clause(),)
AMINAS = Clause(workshop="amina")
AMINAS_OPEN = Clause(workshop="amina", stages=frozenset({"DRAFT", "RETURNED"}))


def _ministry(province: str) -> tuple[Clause, ...]:
    here = frozenset({province})
    return (
        Clause(where=here, classes=UP_TO_C1, stages=OPEN_STAGES),
        Clause(where=here, classes=UP_TO_C2, stages=OPEN_STAGES, about_state=False),
        Clause(where=here, classes=UP_TO_C2, stages=OPEN_STAGES, mark=f"released to {province}"),
    )


def _counted(province: str) -> Clause:
    return Clause(where=frozenset({province}), classes=frozenset({C2}), stages=OPEN_STAGES, about_state=True, mark="")


def _facilitator(province: str) -> Clause:
    return Clause(where=frozenset({province}), classes=UP_TO_C1, stages=OPEN_STAGES)


CELINE_READS = (
    Clause(classes=UP_TO_C2, stages=CHECKED_STAGES),
    Clause(mark="granted to celine up to SEVERE"),
    Clause(mark="granted to celine up to HIGH", classes=UP_TO_C2),
    Clause(mark="granted to celine up to MODERATE", classes=UP_TO_C1),
)
BOTH_OF_THE_SECRETARIAT = {"esther": ALL, "furaha": ALL}


def _each(**clauses: Clause) -> Line:
    return {name: (clause,) for name, clause in clauses.items()}


def _secretariat(**clause: frozenset[str]) -> Line:
    return {name: (Clause(**clause),) for name in ("esther", "furaha")}  # type: ignore[arg-type]


CLAIMS: dict[str, Line] = {
    "view": {
        "amina": (_facilitator(TANGANYIKA), AMINAS),
        "bahati": (_facilitator(MANIEMA),),
        "celine": CELINE_READS,
        "daudi": _ministry(TANGANYIKA),
        "habiba": _ministry(MANIEMA),
        **BOTH_OF_THE_SECRETARIAT,
    },
    "export": {"celine": CELINE_READS, **BOTH_OF_THE_SECRETARIAT},
    "count": _each(daudi=_counted(TANGANYIKA), habiba=_counted(MANIEMA)),
    "add": {"amina": (AMINAS_OPEN,), **BOTH_OF_THE_SECRETARIAT},
    "change": {"amina": (AMINAS_OPEN,), **BOTH_OF_THE_SECRETARIAT},
    "submit": {"amina": (AMINAS_OPEN,), **_secretariat(stages=frozenset({"DRAFT", "RETURNED"}))},
    "verify": _each(
        esther=Clause(stages=frozenset({"SUBMITTED"}), recorded_by_not="esther"),
        furaha=Clause(stages=frozenset({"SUBMITTED"}), recorded_by_not="furaha"),
    ),
    "release": _each(
        esther=Clause(stages=frozenset({"VERIFIED"}), verified_by_not="esther"),
        furaha=Clause(stages=frozenset({"VERIFIED"}), verified_by_not="furaha"),
    ),
    "send_back": _secretariat(stages=frozenset({"SUBMITTED", "VERIFIED"})),
    "withdraw": _secretariat(stages=frozenset(STAGES) - {"RETIRED"}),
    "take_back": {
        "amina": (Clause(workshop="amina", stages=frozenset(STAGES) - {"RETIRED"}, mark_not="in a closed room"),),
        **_secretariat(stages=frozenset(STAGES) - {"RETIRED"}),
    },
    "contest": _secretariat(stages=OPEN_STAGES),
    "clear": BOTH_OF_THE_SECRETARIAT,
    "reclassify": BOTH_OF_THE_SECRETARIAT,
    "follow": {"daudi": (Clause(mark="given by CD74"),), "habiba": (Clause(mark="given by CD63"),)},
    "correct": {"daudi": _ministry(TANGANYIKA), "habiba": _ministry(MANIEMA)},
    "reply": {"daudi": _ministry(TANGANYIKA), "habiba": _ministry(MANIEMA)},
}

ACCEPTED = frozenset({"ACCEPTED"})
PROPOSED = frozenset({"PROPOSED"})
AMINAS_PROPOSED = Clause(workshop="amina", stages=PROPOSED)


def _ministry_place(province: str) -> tuple[Clause, ...]:
    here = frozenset({province})
    return (
        Clause(where=here, classes=UP_TO_C1, stages=ACCEPTED),
        Clause(where=here, classes=UP_TO_C2, stages=ACCEPTED, about_state=False),
    )


PLACES: dict[str, Line] = {
    "view": {
        "amina": (Clause(where=frozenset({TANGANYIKA}), classes=UP_TO_C1, stages=ACCEPTED), AMINAS),
        "bahati": (Clause(where=frozenset({MANIEMA}), classes=UP_TO_C1, stages=ACCEPTED),),
        "celine": (Clause(classes=UP_TO_C2, stages=ACCEPTED),),
        "daudi": _ministry_place(TANGANYIKA),
        "habiba": _ministry_place(MANIEMA),
        **BOTH_OF_THE_SECRETARIAT,
    },
    "export": {
        "celine": (Clause(classes=UP_TO_C2, stages=ACCEPTED),),
        **BOTH_OF_THE_SECRETARIAT,
    },
    "add": {"amina": (AMINAS_PROPOSED,), **BOTH_OF_THE_SECRETARIAT},
    "change": {"amina": (AMINAS_PROPOSED,), **BOTH_OF_THE_SECRETARIAT},
    "accept": _secretariat(stages=PROPOSED),
    "qualify": {"daudi": _ministry_place(TANGANYIKA), "habiba": _ministry_place(MANIEMA)},
    "merge": _secretariat(stages=ACCEPTED | PROPOSED),
    "withdraw": _secretariat(stages=ACCEPTED),
    "settle": BOTH_OF_THE_SECRETARIAT,
}

ACTORS: dict[str, Line] = {
    "view": {
        "amina": (Clause(classes=UP_TO_C1, stages=ACCEPTED), AMINAS),
        "bahati": (Clause(classes=UP_TO_C1, stages=ACCEPTED),),
        "celine": (Clause(classes=UP_TO_C2, stages=ACCEPTED),),
        "daudi": (Clause(classes=UP_TO_C1, stages=ACCEPTED),),
        "habiba": (Clause(classes=UP_TO_C1, stages=ACCEPTED),),
        **BOTH_OF_THE_SECRETARIAT,
    },
    "change": BOTH_OF_THE_SECRETARIAT,
}

READERS = ("amina", "bahati", "daudi", "habiba")
NO_WORKSHOP = ""
SOURCES: dict[str, Line] = {
    "view": {
        **{name: (Clause(classes=UP_TO_C1, workshop=NO_WORKSHOP),) for name in READERS},
        "celine": (Clause(classes=UP_TO_C2, workshop=NO_WORKSHOP),),
        **BOTH_OF_THE_SECRETARIAT,
    }
}
ZONES: dict[str, Line] = {
    "view": {
        **{name: (Clause(classes=UP_TO_C1),) for name in (*READERS, "celine")},
        **BOTH_OF_THE_SECRETARIAT,
    }
}
ROWS: dict[str, dict[str, Line]] = {
    "claims.Claim": CLAIMS,
    "sites.Place": PLACES,
    "sites.Actor": ACTORS,
    "sites.Source": SOURCES,
    "sites.Zone": ZONES,
}
