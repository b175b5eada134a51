"""Which audience gets which value of a claim: a letter each, facilitator elsewhere to secretariat.

`+` present · `-` absent · `=` as stated · `~` softened (WITHHELD reads NO_DATA and the like) ·
`m` month · `q` quarter · `d` day.
The first word holds for what was said to us, the second for licensed open data.
"""

from datetime import date
from typing import Any

WORKSHOP_DAY = date(2024, 8, 24)
MONTH, QUARTER = date(2024, 8, 1), date(2024, 7, 1)
MONTH_END, QUARTER_END = date(2024, 8, 31), date(2024, 9, 30)

COMMON = {
    "stated_on": ("mqdd", "mmdd"),
    "known_on": ("mqdd", "mmdd"),
    "observed_from": ("mmdd", "mmdd"),
    "text": ("====", "===="),
    "note": ("---=", "---="),
    "said": ("---=", "---="),
    "group": ("---=", "---="),
    "workshop": ("---=", "---="),
    "credibility": ("---=", "---="),
    "about_state": ("---=", "---="),
    "recorded_at": ("---=", "---="),
    "basis": ("====", "===="),
    "agreement": ("====", "===="),
    "sensitivity": ("====", "===="),
    "place": ("====", "===="),
    "licence": ("====", "===="),
    **dict.fromkeys(
        ("id", "kind", "provinces", "published_at", "open_data", "review_status", "since_last_round")
        + ("place_as_stated", "source", "source_kind", "workshop_said_so", "stated_precision", "observed_until")
        + ("observed_from_precision", "observed_until_precision"),
        ("++++", "++++"),
    ),
    **dict.fromkeys(
        ("disclosure", "import_batch", "reliability", "retired_at", "verified_at"),
        ("---+", "---+"),
    ),
}

FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "OBSERVATION": {
        **COMMON,
        "armed_presence": ("~~~=", "~~~="),
        "activity_status": ("====", "===="),
        "workers_high": ("====", "===="),
        "services": ("====", "===="),
        "programme": ("====", "===="),
        "minerals": ("====", "===="),
        **dict.fromkeys(
            ("workers_low", "exploitation_modes", "extraction_types", "title_status", "programme_state")
            + ("no_visit_reason",),
            ("++++", "++++"),
        ),
        "mercury": ("-===", "===="),
        "women": ("-===", "===="),
        "children": ("-~~=", "~~~="),
        "displaced": ("-===", "===="),
    },
    "INVOLVEMENT": {
        **COMMON,
        "actor": ("--==", "===="),
        "actor_id": ("--==", "===="),
        "actor_category": ("-===", "===="),
        "actor_as_stated": ("---=", "---="),
        "chain_role": ("-===", "===="),
        "frequency": ("-===", "===="),
        "modes": ("--==", "===="),
        "mode_families": ("-===", "===="),
        "levy_low": ("--==", "===="),
        "levy_high": ("--==", "===="),
        "levy_per": ("--++", "++++"),
        "levy_base": ("--==", "===="),
        "levy_unit": ("--==", "===="),
        "levy_magnitude": ("-===", "===="),
    },
    "LEG": {
        **COMMON,
        "to": ("====", "===="),
        "to_place": ("++++", "++++"),
        "to_provinces": ("++++", "++++"),
        "leg_kind": ("====", "===="),
        "mineral": ("====", "===="),
        "formal": ("====", "===="),
        "transport": ("====", "===="),
        "via": ("-===", "===="),
        "volume_low": ("--==", "===="),
        "volume_high": ("--==", "===="),
        "volume_magnitude": ("-===", "===="),
    },
    "BENEFIT": {
        **COMMON,
        "beneficiary": ("---=", "---="),
        "beneficiary_type": ("-~~=", "-~~="),
        "link": ("-===", "-==="),
        "unspecified_reason": ("-~~=", "-~~="),
    },
    "SITUATION": {
        **COMMON,
        "actor": ("--==", "===="),
        "actor_category": ("-===", "===="),
        "actor_id": ("--++", "++++"),
        "areas": ("++++", "++++"),
        "ex_combatants": ("++++", "++++"),
        "strength_low": ("--++", "++++"),
        "ddr_stage": ("====", "===="),
        "strength_high": ("--==", "===="),
        "strength_magnitude": ("-===", "===="),
        "allies": ("--==", "===="),
        "rivals": ("--==", "===="),
        "demands": ("---=", "---="),
    },
    "QUALIFICATION": {**COMMON, "status": ("====", "===="), "decree": ("====", "===="), "decided_on": ("++++", "++++")},
    "INCIDENT": {**COMMON, "category": ("====", "===="), "follow_up": ("====", "===="), "severity": ("++++", "++++")},
}
FIELDS["SITUATION"]["place"] = ("++++", "++++")

OWN_ROOM: dict[str, dict[str, str]] = {
    "OBSERVATION": {**dict.fromkeys(("mercury", "women", "displaced"), "="), "children": "~"},
    "INVOLVEMENT": {
        **dict.fromkeys(("actor", "actor_id", "actor_category", "chain_role", "frequency"), "="),
        **dict.fromkeys(("modes", "mode_families", "levy_low", "levy_high", "levy_base", "levy_unit"), "="),
        "levy_magnitude": "=",
        "levy_per": "+",
    },
    "LEG": dict.fromkeys(("via", "volume_low", "volume_high", "volume_magnitude"), "="),
    "BENEFIT": {"beneficiary": "=", "beneficiary_type": "~", "link": "=", "unspecified_reason": "~"},
    "SITUATION": {
        **dict.fromkeys(("actor", "actor_category", "strength_high", "strength_magnitude", "allies", "rivals"), "="),
        **dict.fromkeys(("actor_id", "strength_low"), "+"),
    },
    "QUALIFICATION": {},
    "INCIDENT": {},
}
"""What a facilitator gets of the own room's statements beyond, or otherwise than, of others'."""

STATED: dict[str, Any] = {
    "text": "cleared words",
    "note": "raw note",
    "said": "raw words",
    "credibility": "2",
    "basis": "HEARD",
    "agreement": "MAJORITY",
    "sensitivity": "MODERATE",
    "licence": "licence line",
    "activity_status": "ACTIVE",
    "workers_high": 417,
    "services": ["SAEMAPE"],
    "programme": "ITSCI",
    "minerals": ["COLTAN"],
    "mercury": "YES",
    "women": "NO",
    "children": "WITHHELD",
    "displaced": "YES",
    "armed_presence": "WITHHELD",
    "actor": "Armed group A",
    "actor_category": "AG_LOCAL",
    "actor_as_stated": "those of the hill",
    "chain_role": "TAXER",
    "frequency": "WEEKLY",
    "modes": ["TAX_ENTRY", "PILLAGE"],
    "mode_families": ["LEVY", "VIOLENCE"],
    "levy_low": 300,
    "levy_high": 500,
    "levy_base": "DIGGER",
    "levy_unit": "CDF",
    "levy_magnitude": 2,
    "to": "a town on the lake",
    "leg_kind": "TRANSIT",
    "mineral": "GOLD",
    "formal": "NO",
    "transport": "BOAT",
    "via": ["the ferry"],
    "volume_low": 20,
    "volume_high": 40,
    "volume_magnitude": 1,
    "beneficiary": "a person of rank",
    "beneficiary_type": "ANONYMOUS",
    "link": "indirect",
    "unspecified_reason": "TOO_DANGEROUS",
    "ddr_stage": "ENGAGED",
    "strength_high": 120,
    "strength_magnitude": 2,
    "demands": "amnesty",
    "status": "YELLOW",
    "decree": "12/2024",
    "category": "ROADBLOCK",
    "follow_up": "OPEN",
}
SOFT = {
    "armed_presence": "NO_DATA",
    "children": "NO_DATA",
    "beneficiary_type": "UNKNOWN",
    "unspecified_reason": "NOT_KNOWN",
}
DAYS = {
    "stated_on": {"d": WORKSHOP_DAY, "m": MONTH, "q": QUARTER},
    "observed_from": {"d": WORKSHOP_DAY, "m": MONTH},
    "known_on": {"d": WORKSHOP_DAY, "m": MONTH_END, "q": QUARTER_END},
}
NOT_TOLD = {
    "area": "its provinces are told",
    "claim": "the key, told as id",
    "cleared_text": "told as text",
    "to_text": "told as to",
    **dict.fromkeys(("cleared_at", "cleared_by", "recorded_by", "verified_by"), "who did what: the desk's alone"),
    **dict.fromkeys(("content_hash", "entry_id"), "keys of a workbook or of a file"),
    **dict.fromkeys(("leg", "about_involvement", "about_leg"), "links between claims are not told yet"),
    "given_by": "whose word it is stands in its source",
    "released_to": "which institutions read a single claim is told to nobody but the desk",
    "said_language": "of the original words",
    "supersedes": "an earlier claim may be unreadable",
}
"""Columns of the tables that no reader gets under their name, with the reason."""
