"""Invented observations: contradictions, silences of each kind, old and new, open data and a single voice."""

from .speech import C1, C3, Fate, Said, observed

A, INT, NO_INT, PRESENT = "ABSENT", "PRESENT_INT", "PRESENT_NO_INT", "PRESENT_NO_DATA"
D, S, V, C = Fate.DRAFT, Fate.SUBMITTED, Fate.VERIFIED, Fate.CONTESTED

OBSERVATIONS: tuple[Said, ...] = (
    # Tanganyika
    observed("nyota", "old", A, "GOLD", workers_high=60),
    observed("nyota", "second", INT, "GOLD", when="2016-05-12", workers_low=120, workers_high=160, mercury="NO"),
    observed("nyota", "lake", INT, "GOLD CASSITERITE", workers_low=180, workers_high=220, key="nyota-2024",
             observed_from="2024-06-01", services=["DIVMINES", "SAEMAPE"], mercury="YES", women="YES", children="YES",
             note="Le groupe passe chaque semaine, le jour du marché."),  # fmt: skip
    observed("nyota", "recent", A, "GOLD", workers_high=140, services=["SAEMAPE"], mercury="YES", women="YES"),
    observed("mwezi", "open", NO_INT, "COLTAN", when="2019-07-03", sensitivity=C1, workers_high=75,
             programme="ITSCI", programme_state="ACTIVE"),  # fmt: skip
    observed("mwezi", "lake", INT, "COLTAN", observed_from="2024-07-01", workers_high=110, women="YES"),
    observed("mwezi", "report", A, "COLTAN", sensitivity="HIGH", observed_from="2024-08-01", basis="DOCUMENT"),
    observed("jua", "lake", A, "CASSITERITE", workers_high=90, title_status="ZEA", programme="ITSCI",
             programme_state="SUSPENDED", key="jua-2024"),  # fmt: skip
    observed("jua", "recent", A, "CASSITERITE WOLFRAMITE", when="-45", workers_low=100, workers_high=120,
             title_status="ZEA", services=["DIVMINES", "PMH"]),  # fmt: skip
    observed("upepo", "lake", "WITHHELD", "GOLD", activity_status="SEASONAL", disclosure="GROUP_ONLY"),
    observed("mvua", "lake", "NO_DATA", "GOLD", sensitivity="HIGH", activity_status="UNKNOWN"),
    observed("radi", "second", PRESENT, "CASSITERITE", Fate.WITHDRAWN, when="2015", workers_high=300),
    observed("radi", "lake", INT, "CASSITERITE", workers_high=400, disclosure="GROUP_ONLY", agreement="MAJORITY"),
    observed("wingu", "open", PRESENT, "LITHIUM CASSITERITE", when="2020-02-11", sensitivity=C1, workers_high=800,
             title_status="PE", exploitation_modes=["ARTISANAL", "COHAB"]),  # fmt: skip
    observed("wingu4", "lake", NO_INT, "LITHIUM", workers_high=55, key="wingu4-2024", extraction_types=["OPEN_PIT"]),
    observed("jiwe", "recent", A, "LITHIUM", when="-120", workers_high=35),
    observed("jiwe", "hills", NO_INT, "LITHIUM", S, workers_high=50, key="jiwe-now"),
    observed("mchanga", "open", INT, "GOLD", when="2019-10-22", sensitivity=C1, workers_high=45, mercury="YES"),
    observed("mchanga", "lake", A, "GOLD", workers_high=20, since_last_round="BETTER"),
    observed("udongo", "lake", "NOT_ASKED", "COPPER", V, activity_status="ABANDONED"),
    observed("moto", "lake", INT, "COLTAN", C, workers_high=210, displaced="YES", key="moto-2024"),
    observed("ukungu", "lake", INT, "GOLD", agreement="SINGLE", sensitivity=C3, disclosure="GROUP_ONLY"),
    observed("anga", "lake", A, "GOLD", workers_high=15, activity_status="SEASONAL"),
    observed("bonde", "hills", PRESENT, "GOLD", D),
    observed("mpakani", "lake", A, "CASSITERITE", workers_high=130),
    # Maniema
    observed("twiga", "old", A, "GOLD", when="2011-03", workers_high=90),
    observed("twiga", "river", INT, "GOLD", workers_high=260, mercury="YES", children="YES",
             note="Les hommes armés gardent l’entrée du site."),  # fmt: skip
    observed("punda", "river", A, "CASSITERITE", workers_high=70, key="punda-2024"),
    observed("punda", "recent", PRESENT, "CASSITERITE", when="-200", workers_high=85),
    observed("samaki", "river", NO_INT, "GOLD", V, exploitation_modes=["DREDGING"], extraction_types=["DIVING"],
             workers_high=40),  # fmt: skip
    observed("kobe", "river", INT, "GOLD", workers_high=240, since_last_round="WORSE", women="YES"),
    observed("nyuki", "open", A, "COLTAN", when="2020-03-15", workers_high=65),
    observed("nyuki", "river", NO_INT, "COLTAN", C, workers_high=60, key="nyuki-2024"),
    observed("kipepeo", "river", A, "WOLFRAMITE", V, workers_high=30, note="Le site rouvrirait bientôt."),
    observed("konokono", "open", PRESENT, "CASSITERITE", when="2019-05-05", sensitivity=C1, workers_high=150),
    observed("konokono", "river", A, "CASSITERITE", workers_high=160, services=["CEEC"], key="konokono-2024"),
    observed("sungura", "river", "NO_DATA", "CASSITERITE", activity_status="INACCESSIBLE", no_visit_reason="ROADS"),
    observed("paka", "forest", INT, "GOLD", Fate.RETURNED),
    observed("kuku", "recent", A, "CASSITERITE", when="-30", activity_status="SUSPENDED", workers_high=0),
    observed("bata", "river", INT, "CASSITERITE COLTAN", workers_high=320, children="WITHHELD"),
    observed("njiwa", "report", A, "DIAMOND", Fate.RETIRED, when="2022"),
    observed("mbuni", "recent", NO_INT, "GOLD", when="-90", title_status="PROTECTED", workers_high=25),
    observed("panzi", "slip", INT, "GOLD", S),
    observed("jongoo", "river", A, "GOLD", workers_high=50),
    observed("popo", "river", A, "GOLD CASSITERITE", V, workers_high=45, activity_status="SEASONAL"),
)  # fmt: skip
