"""Who may meet which planted value, and through which channels whoever may does meet it.

`in scope` are the readers of Tanganyika; a value that stands on no line may be met by the secretariat alone.
"""

SECRETARIAT = ("esther", "furaha")
CHECKERS = ("celine", *SECRETARIAT)
MINISTRY_UP = ("daudi", *CHECKERS)
IN_SCOPE = ("amina", *MINISTRY_UP)
ROOM = ("amina", *SECRETARIAT)
IN_THE_WEST = ("bahati", "habiba", *CHECKERS)

PAPERS = tuple(f"paper {name} {form}" for name in ("room", "secretariat") for form in ("pdf", "docx"))
FILE = PAPERS[2:]
"""What the room adopted: its own paper, and the secretariat's file, which the room reads too while it is open."""

NOTES = ("note pdf", "note docx")
LONG_NOTE = "note docx"
"""Where a note stands whole: the other form has one page and leaves out what no longer fits."""
TABLES = tuple(f"paper {name} {form}" for name in ("sites", "territoire") for form in ("pdf", "docx"))

ADVICE = ("sheet", "panel", "page api-recommendations")
EXPORTS = ("export places.csv", "export places.geojson", "export places-ipis.csv")

WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "site name": (
        IN_SCOPE,
        ("layer base", "page api-places", "panel", "sheet", "api place", *EXPORTS, *NOTES, *TABLES),
    ),
    "site alias": (IN_SCOPE, ("layer base", "page api-places")),
    "name of a western site": (IN_THE_WEST, ("layer base", "page api-places")),
    "name of a severe site": (SECRETARIAT, ("page mapping:state", "page api-places")),
    "name of a proposed site": (SECRETARIAT, ()),
    "cleared text": (IN_SCOPE, ("sheet", "api observations", LONG_NOTE)),
    "note": (SECRETARIAT, ("sheet", "api observations")),
    "said": (SECRETARIAT, ("sheet", "api observations")),
    "draft": (SECRETARIAT, ("api observations",)),
    "actor": (CHECKERS, ("page api-actors", "api involvements", "sheet", *NOTES, *TABLES)),
    "actor as stated": (SECRETARIAT, ("api involvements",)),
    "beneficiary": (SECRETARIAT, ("api benefits", "sheet", "page api-actors")),
    "far end": (IN_SCOPE, ("api legs", "sheet", "page mapping:claims", *NOTES)),
    "way": (MINISTRY_UP, ("api legs", "sheet", *NOTES)),
    "way that the room told": (ROOM, ("api legs", "sheet")),
    "note of the room": (SECRETARIAT, ("api legs",)),
    "decree": (IN_SCOPE, ("api qualifications",)),
    "demands": (SECRETARIAT, ("api situations",)),
    "source title": (CHECKERS, ("api observations", "sheet")),
    "source reference": (SECRETARIAT, ()),
    "source origin": (SECRETARIAT, ()),
    "licence": (IN_SCOPE, ("api observations", "sheet")),
    "reply": (("daudi", *SECRETARIAT), ("sheet", "page claims:corrections")),
    "cleared reply": (IN_SCOPE, ()),
    "act that waits": (("daudi", *SECRETARIAT), ("page workshops:given",)),
    "approved actor that waits": (("daudi", *SECRETARIAT), ("page claims:approvals",)),
    "approved actor": (MINISTRY_UP, ("page claims:approvals",)),
    "correction": (("daudi", *SECRETARIAT), ("page claims:corrections",)),
    "withdrawal": (SECRETARIAT, ("page claims:corrections",)),
    "asked back by a code": (SECRETARIAT, ("page claims:corrections",)),
    "reason of an emergency": (SECRETARIAT, ("page claims:emergencies",)),
    "reason of a step": (SECRETARIAT, ()),
    "file": (SECRETARIAT, ("page imports:list",)),
    "asked of the room": (ROOM, ("room fates",)),
    "answer of the room": (ROOM, ("room fates",)),
    "place as the room said": (ROOM, ("room fates",)),
    "answer before a release": (SECRETARIAT, ()),
    "title of a round": (CHECKERS, ("workshop", "page api-workshops", "page mapping:map")),
    "workshop": (CHECKERS, ("workshop", "page workshops:list", "page api-workshops")),
    "hall": (CHECKERS, ("workshop",)),
    "raw cause": (SECRETARIAT, ("workshop", "tree", "sheet", "panel", "page api-nodes")),
    "cleared cause": (MINISTRY_UP, ("workshop", "tree", "sheet", "panel", "page api-nodes", LONG_NOTE)),
    "cause of a group": (CHECKERS, ("workshop", "tree", "sheet", "panel", "page api-nodes", LONG_NOTE)),
    "raw recommendation": (SECRETARIAT, ("page workshops:recommendations", *ADVICE)),
    "cleared recommendation": (
        MINISTRY_UP,
        ("page workshops:recommendations", "advice as a table", "page reports:recommendations", *ADVICE, LONG_NOTE),
    ),
    "recommendation of a group": (CHECKERS, ("page workshops:recommendations", *ADVICE, LONG_NOTE)),
    "letter": (MINISTRY_UP, ("page api-recommendations", "page reports:recommendations")),
    "evidence": (("daudi", *SECRETARIAT), ()),
    "evidence that waits": (("daudi", *SECRETARIAT), ()),
    "group": (SECRETARIAT, ("workshop",)),
    "invited": (SECRETARIAT, ("workshop",)),
    "workshop that nobody released": (SECRETARIAT, ("page workshops:list",)),
    "running workshop": (ROOM, ("room context", "page workshops:list")),
    "round of the room": (ROOM, ("room context",)),
    "core problem of the room": (ROOM, ("room history nodes/core", *PAPERS)),
    "cause before all": (ROOM, ("room history nodes/n1", *PAPERS)),
    "cause of a group of the room": (ROOM, ("room history nodes/n2", *FILE)),
    "group of the room": (ROOM, ("room history groups/g1", *PAPERS)),
    "site of the room": (ROOM, ("room history places/p1", *PAPERS)),
    "actor of a group": (ROOM, ("room history involvements/i1", *FILE)),
    "who gains": (ROOM, ("room history benefits/b1", *PAPERS)),
    "name of a version": (ROOM, ("room versions",)),
    "actor of the last round": (("amina", *CHECKERS), ("room last_round",)),
    "levy": (CHECKERS, ("api involvements", "sheet", *NOTES)),
    "volume": (CHECKERS, ("api legs", "sheet")),
    "strength": (CHECKERS, ("api situations",)),
    "workers": (IN_SCOPE, ("api observations", "page mapping:state", "sheet")),
    "day of observation": (CHECKERS, ("api observations",)),
    "e-mail address": (("celine", "gaspard", *SECRETARIAT), ()),
}
"""Value: who may meet it anywhere, and the channels in which all of those do meet it.

Channels that a person's role does not open (desk, exports) are not asked of that person.
"""

OPENED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(EXPORTS, CHECKERS),
    "cleared cause": ("celine", "daudi"),
    "cause of a group": ("celine",),
    "cleared recommendation": ("celine", "daudi"),
    "recommendation of a group": ("celine",),
    "page reports:recommendations": CHECKERS,
    "page claims:corrections": SECRETARIAT,
    "page claims:emergencies": SECRETARIAT,
    "page workshops:given": ("daudi",),
    "room last_round": ROOM,
    "page imports:list": SECRETARIAT,
}
"""Who a channel is open to; or, of a value, who reads it there while others read the original."""
