"""Invented involvements, situations of armed actors and incidents: each of an actor known by its category alone."""

from typing import Any

from .speech import C1, C3, Fate, Said, acted, happened, stands

D, S, V = Fate.DRAFT, Fate.SUBMITTED, Fate.VERIFIED
ROAD: dict[str, Any] = {"levy_base": "PASSAGE", "levy_unit": "CDF", "levy_per": "WEEKLY"}

INVOLVEMENTS: tuple[Said, ...] = (
    acted("nyota", "second", "A", "TAX_MINERAL", when="2016-05-12", frequency="MONTHLY"),
    acted("nyota", "lake", "A", "TAX_MINERAL CONTROL_ROUTE", key="nyota-a", chain_role="TAXER", frequency="WEEKLY",
          levy_low=1000, levy_high=2000, **ROAD),  # fmt: skip
    acted("mwezi", "lake", "B", "MONOPOLY PREFINANCE", key="mwezi-b", chain_role="PREFINANCER", frequency="PERMANENT"),
    acted("mwezi", "open", "F", "", when="2019-07-03", sensitivity=C1),
    acted("wingu4", "lake", "F", "SECURITY_SERVICE", frequency="PERMANENT", disclosure="GROUP_ONLY"),
    acted("jiwe", "hills", "P", "PILLAGE", S, frequency="IRREGULAR"),
    acted("mchanga", "open", "F", "TAX_ENTRY", when="2019-10-22", sensitivity=C1, frequency="DAILY"),
    acted("moto", "lake", "C", "CONTROL_SITE FORCED_LABOUR", key="moto-c", frequency="PERMANENT"),
    acted("ukungu", "lake", "F", "DIGGING", agreement="SINGLE", sensitivity=C3, disclosure="GROUP_ONLY"),
    acted("kizuizi", "lake", "G", "DOUBLE_TAX", frequency="DAILY", levy_low=500, levy_high=1500, **ROAD),
    acted("mvua", "report", "G", "TAX_ENTRY", frequency="IRREGULAR"),
    acted("njia", "lake", "P", "CONTROL_ROUTE", frequency="IRREGULAR", agreement="MAJORITY"),
    acted("jua", "recent", "K", "LAWFUL_MINING", when="-45", sensitivity=C1, chain_role="COOPERATIVE"),
    acted("bonde", "hills", "A", "TAX_HOUSEHOLD", D),
    acted("twiga", "river", "D", "TAX_MINERAL LEVY_IN_KIND", key="twiga-d", frequency="DAILY", levy_base="SHARE",
          levy_low=10, levy_high=20, levy_unit="PERCENT", levy_per="DAILY"),  # fmt: skip
    acted("punda", "recent", "F", "PROTECTION", when="-200", frequency="ON_EVENT"),
    acted("samaki", "river", "L", "ILLEGAL_MECH", V, chain_role="TITLE_HOLDER", frequency="PERMANENT"),
    acted("kobe", "river", "A", "CONTROL_SITE BUYING", key="kobe-a", frequency="PERMANENT", chain_role="BUYER"),
    acted("nyuki", "river", "K", "LAWFUL_MINING", chain_role="COOPERATIVE", sensitivity=C1),
    acted("bata", "river", "E", "TAX_MINERAL PIT_OWNERSHIP", frequency="WEEKLY", disclosure="GROUP_ONLY"),
    acted("mbuni", "recent", "R", "SUPERVISION", when="-90", frequency="ON_EVENT"),
    acted("paka", "forest", "D", "TAX_ENTRY", Fate.RETURNED, frequency="DAILY"),
    acted("kunguru", "forest", "B", "BUYING", Fate.RETURNED),
    acted("jongoo", "river", "H", "TAGGING SUPERVISION", V, frequency="BIWEEKLY"),
)  # fmt: skip

SITUATIONS: tuple[Said, ...] = (
    stands("A", "lake", "ENGAGED", "CD74", strength_low=80, strength_high=120, ex_combatants="YES",
           demands="Réinsertion dans les villages d’origine."),  # fmt: skip
    stands("C", "report", "REFUSES", "CD74", strength_low=200, strength_high=400),
    stands("D", "river", "ASSEMBLED", "CD63", strength_low=40, strength_high=60, ex_combatants="NO"),
    stands("E", "river", "NOT_CONTACTED", "CD63", V),
    stands("B", "hills", "UNKNOWN", "CD74 CD63", D),
)  # fmt: skip

INCIDENTS: tuple[Said, ...] = (
    happened("nyota", "slip", "ROADBLOCK", when="-70", severity=2, follow_up="IN_FOLLOWUP"),
    happened("wingu", "slip", "ACCIDENT", when="-400", sensitivity=C1, severity=3, follow_up="RESOLVED"),
    happened("kobe", "slip", "CLASH", S, when="-28", severity=1),
    happened("mbuni", "slip", "ENVIRONMENT", V, when="-12", sensitivity=C1, severity=3),
    happened("wingu4", "slip", "SMUGGLING", when="-1", severity=2),
    happened("fumbo", "slip", "SMUGGLING", V, when="-150", severity=2, follow_up="INCOMPLETE"),
    happened("panzi", "slip", "ABDUCTION", S, when="-15", severity=1, sensitivity=C3),
)  # fmt: skip
