"""The field table: what each audience gets of each field, as data; a field without a line is the secretariat's alone.

Masked is absent. Three values are softened below the secretariat and are no masks: see `SOFTENED`.
"""

from enum import StrEnum

from .reach import READING_AUDIENCES, Audience


class Rule(StrEnum):
    """What becomes of a field on its way out."""

    ABSENT = "absent"
    EXACT = "exact"
    MONTH = "month"
    QUARTER = "quarter"
    CATEGORY = "category"
    TYPE = "type"
    FAMILY = "family"
    BAND = "band"
    CLEARED = "cleared"
    TERRITOIRE_MONTH = "territoire and month"
    TERRITOIRE_QUARTER = "territoire and quarter"
    A_GROUP = "a working group"
    TOTAL_FROM_5 = "total from five"
    MARGINS_FROM_5 = "marginals from five"


A, E = Rule.ABSENT, Rule.EXACT


def _line(basic: Rule, ministry: Rule, analyst: Rule, secretariat: Rule = E) -> dict[Audience, Rule]:
    return dict(zip(READING_AUDIENCES, (basic, ministry, analyst, secretariat), strict=True))


FIELD_TABLE: dict[str, dict[Audience, Rule]] = {
    "position": _line(E, E, E),
    "site name": _line(E, E, E),
    "identity": _line(E, E, E),
    "situation": _line(E, E, E),
    "people and harm": _line(A, E, E),
    "armed actor": _line(A, Rule.CATEGORY, E),
    "modes": _line(A, Rule.FAMILY, E),
    "levies": _line(A, Rule.BAND, E),
    "observed period": _line(Rule.MONTH, Rule.MONTH, E),
    "beneficiary": _line(A, Rule.TYPE, Rule.TYPE),
    "volumes": _line(A, Rule.BAND, E),
    "workshop place and date": _line(Rule.TERRITOIRE_MONTH, Rule.TERRITOIRE_QUARTER, E),
    "group": _line(A, Rule.A_GROUP, Rule.A_GROUP),
    "participants": _line(A, Rule.TOTAL_FROM_5, Rule.MARGINS_FROM_5),
    "free text": _line(Rule.CLEARED, Rule.CLEARED, Rule.CLEARED),
    "sourcing": _line(E, E, E),
    "chain": _line(A, E, E),
    "review": _line(A, A, A),
}
"""`identity`: keys, kinds, dates of release. `situation`: presence, activity, workers, qualification, services,
minerals, legs without volume (rows of C1 for a facilitator elsewhere: the policy sees to that). `sourcing`: basis,
agreement, class. `chain`: role and frequency of an actor. `review`: reliability, batches, stages, who and when."""

OPEN_DATA_IN_FULL = frozenset({"armed actor", "modes", "levies", "people and harm", "volumes", "chain", "situation"})
"""Lines that a row of licensed open data shows in full to every signed-in audience in scope."""

OWN_ROOM_IN_FULL = OPEN_DATA_IN_FULL | {"beneficiary"}
"""Lines that a facilitator gets in full of what the own room said: it was said there. Words stay the cleared ones, and
days as coarse as on the facilitator's map: states and the date handle count by them."""

SOFTENED = {"WITHHELD": "NO_DATA", "TOO_DANGEROUS": "NOT_KNOWN", "ANONYMOUS": "UNKNOWN"}
"""Values that below the secretariat read as another: in rows, filters, counts and hashes alike."""


def rule_for(line: str, audience: Audience) -> Rule:
    """What `audience` gets of the fields on `line`; nothing where the table has no word for it."""
    return FIELD_TABLE.get(line, {}).get(audience, Rule.ABSENT)
