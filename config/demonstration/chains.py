"""Invented legs that join into chains, beneficiaries with their reasons, and decisions on sites."""

from typing import Any

from .speech import C0, C1, C3, Fate, Said, carried, gained, qualified

S, V, C = Fate.SUBMITTED, Fate.VERIFIED, Fate.CONTESTED
SELL, END, PASS = "SELLING_POINT", "DESTINATION", "TRANSIT"
YES: dict[str, Any] = {"formal": "YES"}
NO: dict[str, Any] = {"formal": "NO"}

LEGS: tuple[Said, ...] = (
    carried("nyota", "lake", "soko", "GOLD", key="nyota-soko", leg_kind=SELL, transport="MOTO", volume_low=2,
            volume_high=4, **NO),  # fmt: skip
    carried("mwezi", "lake", "soko", "COLTAN", leg_kind=SELL, transport="TRUCK", volume_low=900, volume_high=1200,
            **YES),  # fmt: skip
    carried("jua", "recent", "soko", "CASSITERITE", when="-45", sensitivity=C1, leg_kind=SELL, transport="MOTO",
            volume_low=1500, volume_high=2000, **YES),  # fmt: skip
    carried("soko", "report", "bandari", "COLTAN", leg_kind=PASS, transport="TRUCK", volume_low=3000,
            volume_high=4000, basis="DOCUMENT", **YES),  # fmt: skip
    carried("soko", "lake", "bandari", "GOLD", key="soko-bandari", transport="ON_PERSON", volume_low=3, volume_high=5,
            disclosure="GROUP_ONLY", **NO),  # fmt: skip
    carried("bandari", "lake", "mbali", "GOLD", key="bandari-mbali", leg_kind=END, transport="BOAT", volume_low=3,
            volume_high=6, via=["Lac fictif"]),  # fmt: skip
    carried("bandari", "report", "mbali", "COLTAN", V, leg_kind=END, transport="BOAT", basis="DOCUMENT", **YES),
    carried("mchanga", "lake", "bandari", "GOLD", leg_kind=SELL, transport="FOOT"),
    carried("wingu", "open", "Ville fictive du sud", "CASSITERITE", when="2020-02-11", sensitivity=C1, leg_kind=END),
    carried("moto", "lake", "fumbo", "COLTAN", C, leg_kind=PASS, volume_low=600, volume_high=900, **NO),
    carried("radi", "hills", "Destination fictive inconnue", "CASSITERITE", S, leg_kind=END),
    carried("twiga", "river", "kijiji", "GOLD", key="twiga-kijiji", leg_kind=SELL, transport="FOOT", volume_low=1,
            volume_high=3, **NO),  # fmt: skip
    carried("kijiji", "river", "nuru", "GOLD", leg_kind=PASS, transport="MOTO", volume_low=2, volume_high=5, **NO),
    carried("kobe", "river", "soko", "GOLD", leg_kind=SELL, transport="MOTO", volume_low=1, volume_high=2, **NO),
    carried("nuru", "report", "mbali", "GOLD", leg_kind=END, transport="AIR", volume_low=4, volume_high=8, **YES),
    carried("punda", "recent", "nuru", "CASSITERITE", when="-200", sensitivity=C1, leg_kind=SELL, transport="TRUCK",
            volume_low=700, volume_high=800, **YES),  # fmt: skip
    carried("bata", "river", "nuru", "CASSITERITE", V, leg_kind=SELL, transport="TRUCK"),
    carried("konokono", "open", "nuru", "CASSITERITE", when="2019-05-05", sensitivity=C1, leg_kind=SELL),
)  # fmt: skip

BENEFITS: tuple[Said, ...] = (
    gained("nyota", "lake", "ARMED_COMMAND", about_involvement_key="nyota-a", link="direct"),
    gained("nyota", "lake", "LOCAL_TRADER", about_leg_key="nyota-soko", beneficiary_key="M", sensitivity=C3,
           link="indirect", disclosure="GROUP_ONLY"),  # fmt: skip
    gained("mwezi", "lake", "ANONYMOUS", unspecified_reason="TOO_DANGEROUS", disclosure="GROUP_ONLY"),
    gained("bandari", "lake", "FOREIGN_NETWORK", about_leg_key="bandari-mbali", beneficiary_key="N", sensitivity=C3),
    gained("soko", "lake", "UNKNOWN", about_leg_key="soko-bandari", unspecified_reason="NOT_KNOWN"),
    gained("jua", "recent", "MINERS", when="-45", sensitivity=C1, link="direct"),
    gained("moto", "lake", "ARMED_COMMAND", C, about_involvement_key="moto-c", link="direct"),
    gained("twiga", "river", "ARMED_COMMAND", about_involvement_key="twiga-d", link="direct"),
    gained("kobe", "river", "FOREIGN_COMPANY", about_involvement_key="kobe-a", link="indirect",
           unspecified_reason="SUSPICION", disclosure="GROUP_ONLY"),  # fmt: skip
    gained("bata", "river", "VDP_COMMAND", V, disclosure="GROUP_ONLY"),
    gained("kijiji", "river", "COMMUNITY", about_leg_key="twiga-kijiji", link="indirect"),
    gained("paka", "forest", "UNKNOWN", Fate.SUBMITTED, unspecified_reason="DISAGREEMENT"),
)  # fmt: skip

QUALIFICATIONS: tuple[Said, ...] = (
    qualified("jua", "decree", "GREEN", Fate.SUPERSEDED, when="2014-02-10", decided_on="2014-02-10", key="jua-green"),
    qualified("jua", "notice", "GREEN", sensitivity=C0, decided_on="-25", supersedes_key="jua-green",
              decree="Avis fictif n° 001-DEMO"),  # fmt: skip
    qualified("mwezi", "decree", "GREEN", decided_on="2023-04-14", decree="Arrêté fictif n° 000-DEMO/2023"),
    qualified("wingu", "decree", "YELLOW", decided_on="2023-04-14"),
    qualified("nyota", "decree", "RED", decided_on="2023-04-14", key="nyota-red"),
    qualified("mchanga", "decree", "BLUE", sensitivity=C0),
    qualified("punda", "decree", "GREEN", decided_on="2023-04-14"),
    qualified("nyuki", "notice", "YELLOW", V, decided_on="-25"),
    qualified("konokono", "decree", "NOT_CLASSED", decided_on="2023-04-14"),
    qualified("sungura", "notice", "NONE", V),
    qualified("kuku", "notice", "RED", S, decided_on="-25"),
)  # fmt: skip
