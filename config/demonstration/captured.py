"""More sites of which the two rooms of September spoke: nature, actor, route, who gains, how far they agreed."""

from typing import Any

from .speech import C1, Said, acted, carried, gained, observed

INT, NO_INT, SEEN, ABSENT = "PRESENT_INT", "PRESENT_NO_INT", "PRESENT_NO_DATA", "ABSENT"
Line = dict[str, Any]


def site(
    place: str, room: str, presence: str, minerals: str, nature: Line, act: str = "", route: str = "", gain: str = "",
    **how: Any,
) -> tuple[Said, ...]:  # fmt: skip
    """One line of the table: `act` is actor, modes, frequency; `route` end, means, formal; `gain` type and reason."""
    told: list[Said] = [observed(place, room, presence, minerals, **nature, **how)]
    if act:
        actor, modes, frequency = act.split()
        key = f"{place}-{room}-{actor}"
        told.append(acted(place, room, actor, modes.replace("+", " "), key=key, frequency=frequency, **how))
    if route:
        end, means, formal = route.split()
        kind = "DESTINATION" if end == "mbali" else "SELLING_POINT"
        mineral = minerals.split()[0]
        told.append(carried(place, room, end, mineral, transport=means, formal=formal, leg_kind=kind, **how))
    if gain:
        of_type, _, reason = gain.partition(" ")
        about: Line = {"about_involvement_key": f"{place}-{room}-{act.split()[0]}"} if act else {}
        unknown: Line = {"unspecified_reason": reason} if reason else {"link": "direct"}
        told.append(gained(place, room, of_type, **about, **unknown, **how))
    return tuple(told)


def nature(modes: str, kinds: str, title: str, low: int, high: int, **more: Any) -> Line:
    """How a site is worked, under which title, by how many."""
    return {
        "exploitation_modes": modes.split(),
        "extraction_types": kinds.split(),
        "title_status": title,
        "workers_low": low,
        "workers_high": high,
        **more,
    }


GROUP: Line = {"disclosure": "GROUP_ONLY"}
MOST: Line = {"agreement": "MAJORITY"}
FEW: Line = {"agreement": "MINORITY"}
TORN: Line = {"agreement": "CONTESTED"}
BY_HAND = "ARTISANAL"

LAKE = (
    *site("tai", "lake", INT, "GOLD", nature(BY_HAND, "ALLUVIAL", "NONE", 150, 220, mercury="YES"),
          "A TAX_MINERAL+CONTROL_SITE WEEKLY", "soko MOTO NO", "ARMED_COMMAND"),
    *site("kunde", "lake", NO_INT, "COLTAN", nature(BY_HAND, "OPEN_PIT", "PE", 60, 90), "B BUYING MONTHLY",
          "soko MOTO NO_DATA", "LOCAL_TRADER SUSPICION", **MOST),
    *site("karafuu", "lake", ABSENT, "COPPER", nature("ARTISANAL SMALL_SCALE", "TUNNEL", "ZEA", 80, 130),
          "K LAWFUL_MINING PERMANENT", "bandari TRUCK YES", "MINERS"),
    *site("mpunga", "lake", SEEN, "CASSITERITE", nature(BY_HAND, "ELUVIAL", "NONE", 40, 70, children="YES"),
          "P EXTORT_INTERMEDIARY IRREGULAR", "kizuizi FOOT NO", "UNKNOWN BEYOND_VIEW", **FEW),
    *site("tangawizi", "lake", INT, "LITHIUM CASSITERITE", nature("ARTISANAL COHAB", "LODE", "PE", 200, 320),
          "F PROTECTION+TAX_ENTRY DAILY", "soko TRUCK NO", "SEC_OFFICERS", **GROUP),
    *site("zabibu", "lake", INT, "COLTAN", nature(BY_HAND, "OPEN_PIT", "PR", 90, 140, displaced="YES"),
          "C FORCED_LABOUR+PILLAGE PERMANENT", "fumbo ON_PERSON NO", "ANONYMOUS TOO_DANGEROUS", **TORN),
    *site("wingu", "lake", NO_INT, "LITHIUM", nature("ARTISANAL COHAB", "OPEN_PIT", "PE", 500, 900, women="YES"),
          "L LAWFUL_MINING PERMANENT", "bandari TRUCK YES", "NATIONAL_COMPANY"),
    *site("jiwe", "lake", ABSENT, "LITHIUM", nature(BY_HAND, "SHAFT", "NONE", 25, 40), "", "soko MOTO NO_DATA",
          "COOP_LEADERS NOT_DISCUSSED"),
    acted("radi", "lake", "D", "TAX_MINERAL LEVY_IN_KIND", key="radi-d", frequency="WEEKLY", agreement="MAJORITY"),
    acted("radi", "lake", "H", "TAGGING SUPERVISION", frequency="MONTHLY", disclosure="GROUP_ONLY", sensitivity=C1),
    gained("radi", "lake", "UNKNOWN", about_involvement_key="radi-d", unspecified_reason="DISAGREEMENT"),
    acted("mpakani", "lake", "K", "LAWFUL_MINING", key="mpakani-k", frequency="PERMANENT", sensitivity=C1),
    carried("mpakani", "lake", "soko", "CASSITERITE", transport="MOTO", formal="YES", leg_kind="SELLING_POINT"),
    carried("zabibu", "lake", "kizuizi", "COLTAN", transport="FOOT", formal="NO", volume_low=200, volume_high=300),
)  # fmt: skip

RIVER = (
    *site("embe", "river", INT, "GOLD", nature(BY_HAND, "ALLUVIAL", "NONE", 110, 160, mercury="YES", women="YES"),
          "D TAX_MINERAL+TAX_HOUSEHOLD WEEKLY", "kijiji FOOT NO", "ARMED_COMMAND"),
    *site("papai", "river", INT, "GOLD", nature("ARTISANAL SEMI_MECH", "OPEN_PIT", "PE", 180, 260),
          "A BUYING+PREFINANCE PERMANENT", "soko MOTO NO", "FOREIGN_NETWORK SUSPICION", **MOST),
    *site("ndimu", "river", ABSENT, "CASSITERITE", nature(BY_HAND, "TUNNEL", "ZEA", 70, 100, programme="ITSCI",
          programme_state="ACTIVE"), "K LAWFUL_MINING PERMANENT", "nuru TRUCK YES", "COMMUNITY"),
    *site("nanasi", "river", SEEN, "DIAMOND GOLD", nature("DREDGING", "DIVING", "NONE", 35, 60),
          "P CONTROL_ROUTE IRREGULAR", "nuru BOAT NO_DATA", "UNKNOWN NOT_KNOWN", **FEW),
    *site("ufuta", "river", NO_INT, "COLTAN CASSITERITE", nature(BY_HAND, "SHAFT", "PR", 130, 180),
          "F SECURITY_SERVICE DAILY", "nuru TRUCK YES", "STATE_TREASURY", **GROUP),
    *site("mbaazi", "river", INT, "GOLD", nature(BY_HAND, "ALLUVIAL", "NONE", 60, 95, children="YES"),
          "E TAX_ENTRY+CHILD_LABOUR WEEKLY", "kijiji FOOT NO", "VDP_COMMAND", **GROUP),
    *site("kuku", "river", ABSENT, "CASSITERITE", nature(BY_HAND, "OPEN_PIT", "ZEA", 0, 30), "", "nuru TRUCK YES",
          "MINERS"),
    *site("njiwa", "river", NO_INT, "DIAMOND", nature(BY_HAND, "ALLUVIAL", "NONE", 45, 70),
          "M BUYING WEEKLY", "nuru ON_PERSON NO", "LOCAL_TRADER", **TORN),
    *site("mbuni", "river", SEEN, "GOLD", nature(BY_HAND, "ALLUVIAL", "PROTECTED", 20, 45),
          "R SUPERVISION ON_EVENT", "kijiji FOOT NO", "ANONYMOUS TOO_DANGEROUS", **GROUP),
    acted("samaki", "river", "Q", "TAX_ENTRY", key="samaki-q", frequency="MONTHLY", disclosure="GROUP_ONLY"),
    gained("samaki", "river", "CUSTOMARY", about_involvement_key="samaki-q", disclosure="GROUP_ONLY", link="direct"),
    acted("jongoo", "river", "K", "LAWFUL_MINING", frequency="PERMANENT", sensitivity=C1),
    carried("jongoo", "river", "kijiji", "GOLD", transport="FOOT", formal="NO_DATA", leg_kind="SELLING_POINT"),
    carried("popo", "river", "nuru", "GOLD", transport="MOTO", formal="NO", leg_kind="SELLING_POINT"),
    gained("popo", "river", "UNKNOWN", unspecified_reason="NOT_DISCUSSED"),
)  # fmt: skip
