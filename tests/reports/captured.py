"""What a room captured: for the plenary, and planted in whatever is not for it."""

from typing import Any

HIDDEN = "planted"
"""In every word that is not for the plenary."""
KEPT = {"disclosure": "GROUP_ONLY"}


def entries(book: Any) -> None:
    """A small workbook: for the room a site with an armed group; planted, everything of the group alone."""
    north = book.make("groups", {"name": "Groupe du nord"})
    book.set("nodes", "core", text="L’insécurité se nourrit des mines")
    roads = book.make(
        "nodes", {"side": "cause", "parent": "core", "order": "a1", "text": "Barrières", "theme": "TAXATION"}
    )
    pay = book.make("nodes", {"side": "cause", "parent": roads, "order": "a2", "text": f"Soldes {HIDDEN}s", **KEPT})
    book.make("objectives", {"node": roads, "text": "Des routes libres de barrières", "order": "a1"})
    book.make("objectives", {"node": pay, "text": f"Des soldes {HIDDEN}s payées", "order": "a2"})
    leaving = book.make("nodes", {"side": "effect", "parent": "core", "order": "a3", "text": "Des villages se vident"})
    book.make("links", {"from": leaving, "to": roads, "loop": True})
    book.vote(roads, north, 7)
    for category, sex, number in (
        ("CIVIL_SOC", "F", 6),
        ("CIVIL_SOC", "M", 7),
        ("MEDIA", "M", 3),
        ("PROV_DIV", "F", 8),
    ):
        book.set("counts", f"{category}|{sex}", number=number)
    sites(book, roads)


def sites(book: Any, cause: str) -> None:
    """One site for the room, one that only the group spoke of, and what was said of both."""
    here = {"territoire": "CD7402", "lon": 27.9, "lat": -5.9}
    site = book.make("places", {"name": "Mwamba-7", "label": "S-1", "treat": "a1", **here})
    book.make("places", {"name": "Kalima-Sud", "treat": "a2", "territoire": "CD7402"})
    dark = book.make("places", {"name": f"Fosse {HIDDEN}e", "territoire": "CD7402"})
    book.make(
        "observations",
        {"place": site, "armed_presence": "PRESENT_INT", "mineral": {"COLTAN": 1}, "exploitation": ["ARTISANAL"]},
    )
    band = book.make(
        "involvements",
        {
            "place": site,
            "actor_name": "Groupe armé A",
            "actor_category": "AG_LOCAL",
            "mode": ["TAX_MINERAL"],
            "note": f"{HIDDEN} en note",
        },
    )
    book.make("involvements", {"place": site, "actor_name": f"Brigade {HIDDEN}e", "actor_category": "STATE_ARMED"})
    book.make("involvements", {"place": dark, "actor_name": "Groupe armé B", "actor_category": "AG_LOCAL", **KEPT})
    book.make(
        "benefits", {"involvement": band, "beneficiary_name": f"Maison {HIDDEN}e", "beneficiary_type": "LOCAL_TRADER"}
    )
    book.make(
        "recommendations",
        {"type": "TRACE_GOLD", "text": "Ouvrir un point d’achat d’or", "cause": [cause], "horizon": "SHORT"},
    )
    book.make("recommendations", {"type": "JUSTICE", "text": f"Enquêter {HIDDEN}", **KEPT})
    book.make("reserves", {"about": f"places/{site}", "text": "Deux personnes ne signent pas"})
    book.make("reserves", {"about": f"places/{dark}", "text": f"Réserve {HIDDEN}e"})  # fmt: skip
