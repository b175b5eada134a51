"""Reads every address of the product as one person and gives back the answers as text that can be searched."""

import gzip
import html
import re
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from access.reach import READING_AUDIENCES, reach_of
from claims.viewsets import KIND_OF_WORD
from mapping.keeping import current_base
from reports.formats import FORMATS
from reports.paper import MEDIA_TYPES
from reports.restitution.papers import RESTITUTION
from reports.workshop.papers import VERBS
from reports.workshop.telling import PARTS
from tests.reports.reading import text_of

from .expected_routes import ROUTES
from .routes import calm

NEUTRALISED = (
    (re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"'), "csrf"),
    (re.compile(r'(csrf(?:[-_]?token)?"?[:=]\s*)"[^"]*"', re.I), "csrf"),
    (re.compile(r"\d\d/\d\d/\d{4} à \d\d\sh\s\d\d"), "the minute of a paper"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+\d\d:\d\d"), "the minute of an export"),
)
ALONE = ("account_login", "account_logout", "accounts:alive", "accounts:ready", "usersessions_list", "api-schema")
"""Addresses that tell nothing of rows, or the time."""


ROOM_DOORS = ("closing", "striking", "context", "register", "last_round", "versions", "devices", "findings", "wall")
ROOM_ENTRIES = ("nodes/core", "nodes/n1", "nodes/n2", "groups/g1", "places/p1", "involvements/i1", "benefits/b1")

TERRITOIRE = "?f.territoire=CD74.nyunzu"
"""Of the planted sites of Tanganyika."""

VARYING = ("Date", "Expires", "Set-Cookie", "Content-Length", "Content-Encoding")
"""Headers that differ at each request: the last two because compressed answers are padded at random."""


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers and text, with what differs at each request neutralised."""

    status: int
    headers: tuple[tuple[str, str], ...]
    text: str

    @property
    def whole(self) -> str:
        """Everything in which a value could stand."""
        return "\n".join(f"{name}: {value}" for name, value in self.headers) + "\n" + self.text


@dataclass(frozen=True)
class Keys:
    """What addresses are made with."""

    places: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    claims: tuple[Any, ...] = ()
    workshops: tuple[Any, ...] = ()
    nodes: tuple[Any, ...] = ()
    advice: tuple[Any, ...] = ()
    rounds: tuple[Any, ...] = ()
    room: Any = None


def addresses(keys: Keys, forms: tuple[str, ...] = tuple(MEDIA_TYPES)) -> dict[str, str]:
    """Every address that is read, by a name that says the channel; papers in these forms."""
    found = {f"page {route}": reverse(route) for route, target in ROUTES if not target and route not in ALONE}
    found |= {f"api {kind}": reverse("api-claims", args=[kind]) for kind in KIND_OF_WORD}
    found |= {f"export {layout}": reverse("reports:places", args=[layout]) for layout in FORMATS}
    for key in keys.places:
        found |= {
            f"panel {key}": reverse("mapping:panel", args=[key]),
            f"sheet {key}": reverse("mapping:place", args=[key]),
        }
    found |= {f"api place {code}": reverse("api-place", args=[code]) for code in keys.codes}
    for claim in keys.claims:
        found |= {
            f"{name} {claim}": reverse(f"claims:{name}", args=[claim])
            for name in ("review_claim", "correction", "reply")
        }
    found |= {f"workshop {key}": reverse("workshops:workshop", args=[key]) for key in keys.workshops}
    found |= {f"tree {key}": reverse("workshops:tree", args=[key]) for key in keys.workshops}
    found |= {f"node {key}": reverse("workshops:tree", args=[keys.workshops[0]]) + f"?node={key}" for key in keys.nodes}
    found |= {f"advice {key}": reverse("workshops:recommendation", args=[key]) for key in keys.advice}
    found["advice as a table"] = reverse("workshops:recommendations") + "?view=table"
    found |= {f"consent {key}": reverse("workshops:consent", args=[key]) for key in keys.workshops}
    for key in keys.workshops:
        for part in PARTS:
            found[f"report {part} {key}"] = reverse("reports:workshop", args=[key, part])
            found[f"Word file {part} {key}"] = reverse("reports:word", args=[key, part, "report"])
    found |= _papers(keys, forms)
    found |= {f"fates {key}": reverse("workshops:fates", args=[key]) for key in keys.workshops}
    found |= {f"words {key}": reverse("workshops:words", args=[key]) for key in keys.workshops}
    found |= {f"round {key}": reverse("workshops:round", args=[key]) for key in keys.rounds}
    if keys.room:
        found["room fates"] = reverse("workshops:fates", args=[keys.room])
        found["room given"] = reverse("workbook:recall", args=[keys.room])
        found |= {f"room {door}": reverse(f"workbook:{door}", args=[keys.room]) for door in ROOM_DOORS}
        found |= {
            f"room history {entry}": reverse("workbook:history", args=[keys.room]) + f"?entry={entry}"
            for entry in ROOM_ENTRIES
        }
    found["search"] = reverse("mapping:map") + "?q=z&f.mineral=GOLD&from=1990-01-01"
    return found


def _papers(keys: Keys, forms: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for form in forms:
        found |= {f"note {key} {form}": reverse("reports:place_note", args=[key, form]) for key in keys.places}
        found |= {f"letter {key} {form}": reverse("reports:letter", args=[key, form]) for key in keys.advice}
        found[f"paper sites {form}"] = reverse("reports:site_table", args=[form])
        found[f"paper territoire {form}"] = reverse("reports:territoire_note", args=[form]) + TERRITOIRE
        for name in VERBS if keys.room else ():
            found[f"paper {name} {form}"] = reverse("reports:workshop_paper", args=[keys.room, name, form])
        for key in keys.workshops:
            found |= {
                f"paper {name} {key} {form}": reverse("reports:workshop_paper", args=[key, name, form])
                for name in RESTITUTION
            }
    return found


def base_address(person: Any) -> str | None:
    """Where the base layer of `person` is now."""
    reach = reach_of(person)
    return reverse("mapping:base", args=[current_base(reach)[0]]) if reach.audience in READING_AUDIENCES else None


def crawl(browser: Client, person: Any, keys: Keys, forms: tuple[str, ...] = tuple(MEDIA_TYPES)) -> dict[str, Answer]:
    """The answer at each address."""
    wanted = addresses(keys, forms)
    if base := base_address(person):
        wanted["layer base"] = base
    with calm():
        return {name: read(browser, address) for name, address in wanted.items()}


def read(browser: Client, address: str) -> Answer:
    """One answer, unpacked."""
    response = browser.get(address, headers={"accept-encoding": "gzip"})
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    if response.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    packed = body[:2] == b"PK" or body[:4] == b"%PDF"
    text = html.unescape(text_of(body) if packed else body.decode("utf-8", "replace"))
    for pattern, word in NEUTRALISED:
        text = pattern.sub(word, text)
    told = {k: v for k, v in response.headers.items() if k not in VARYING}
    return Answer(response.status_code, tuple(sorted(told.items())), text)
