"""The wall gets the plenary's part alone: what a group said is neither shown nor counted, and silence tells nothing."""

import json
from typing import Any

import pytest
from asgiref.sync import sync_to_async

from accounts.models import Person
from workbook.models import Workbook
from workbook.writing import Book, writing

from .lines import Line, cookie_of

SECRET = "zzsecretzz"
PLENARY, GROUP = "PLENARY", "GROUP_ONLY"
pytestmark = [pytest.mark.django_db(transaction=True)]


def write_room(workbook: Workbook, amina: Person) -> None:
    """A site with what was said of it before all, and a tree."""
    with writing(workbook, by=amina) as book:
        book.set("nodes", "core", text="Les groupes armés tirent profit de l’or")
        book.make("nodes", {"side": "cause", "parent": "core", "text": "Absence de l’État", "order": "a1"}, "n1")
        book.make("places", {"name": "Mwamba-7", "kind": "MINE_SITE", "treat": "a1", "order": "a1"}, "p1")
        act = {"place": "p1", "actor_category": "AG_LOCAL", "disclosure": PLENARY, "mode": ["TAX_MINERAL"]}
        book.make("involvements", {**act, "actor_name": "Groupe armé A", "note": SECRET, "said": SECRET}, "i1")


SECRETS: dict[str, tuple[str, dict[str, Any]]] = {
    "a cause of a group": ("nodes", {"side": "cause", "parent": "core", "text": SECRET, "disclosure": GROUP}),
    "an actor of a group": (
        "involvements",
        {"place": "p1", "actor_name": SECRET, "actor_category": "AG_LOCAL", "disclosure": GROUP},
    ),
    "an actor of the State": ("involvements", {"place": "p1", "actor_name": SECRET, "actor_category": "STATE_ARMED"}),
    "who gains": ("benefits", {"place": "p1", "beneficiary_name": SECRET, "beneficiary_type": "LOCAL_TRADER"}),
    "a place of a group": ("places", {"name": SECRET, "kind": "MINE_SITE", "order": "a2"}),
    "a group": ("groups", {"name": SECRET, "session": 1}),
    "advice of a group": ("recommendations", {"text": SECRET, "type": "OTHER", "disclosure": GROUP}),
    "the text of a reserve": ("reserves", {"text": SECRET, "about": f"nodes/{SECRET}"}),
}


async def test_the_wall_shows_what_was_said_before_all(workbook: Workbook, amina: Person) -> None:
    await sync_to_async(write_room)(workbook, amina)
    cookie = await sync_to_async(cookie_of)(amina)
    async with Line(workbook.workshop_id, cookie, "wall/") as line:
        wall = await line.hear("wall")
        assert [it["text"] for it in wall["nodes"]][1:] == ["Absence de l’État"]
        assert wall["rows"][0]["name"] == "Mwamba-7"
        assert wall["rows"][0]["involvements"][0]["actor"] == "Groupe armé A"
        assert SECRET not in json.dumps(wall)


@pytest.mark.parametrize("kept_back", SECRETS)
async def test_what_a_group_said_is_neither_shown_nor_counted(
    workbook: Workbook, amina: Person, kept_back: str
) -> None:
    await sync_to_async(write_room)(workbook, amina)
    cookie = await sync_to_async(cookie_of)(amina)

    def write() -> None:
        root, fields = SECRETS[kept_back]
        with writing(workbook, by=amina) as book:
            book.make(root, fields)

    async with Line(workbook.workshop_id, cookie, "wall/") as line:
        await line.hear("wall")
        await sync_to_async(write)()
        assert await line.silent("wall", seconds=1.0)


async def test_a_change_and_another_branch_are_drawn_once_calm(workbook: Workbook, amina: Person) -> None:
    cookie = await sync_to_async(cookie_of)(amina)

    def write(text: str) -> None:
        with writing(workbook, by=amina) as book:
            _retype(book, text)

    async with Line(workbook.workshop_id, cookie, "wall/") as wall, Line(workbook.workshop_id, cookie) as room:
        await wall.hear("wall")
        await sync_to_async(write)("L’or")
        drawn = await wall.hear("wall")
        assert [it["text"] for it in drawn["nodes"]] == ["L’or"]
        await room.say({"type": "show", "station": "tree", "branch": "core"})
        assert (await wall.hear("wall"))["shown"] == {"station": "tree", "branch": "core"}


async def test_a_card_of_a_group_opens_nothing_on_the_wall(workbook: Workbook, amina: Person) -> None:
    cookie = await sync_to_async(cookie_of)(amina)

    def write() -> None:
        with writing(workbook, by=amina) as book:
            book.make("nodes", {"side": "cause", "parent": "core", "text": SECRET, "disclosure": GROUP}, "kept")

    await sync_to_async(write)()
    async with Line(workbook.workshop_id, cookie, "wall/") as wall, Line(workbook.workshop_id, cookie) as room:
        await wall.hear("wall")
        await room.say({"type": "show", "station": "tree", "branch": "core"})
        assert (await wall.hear("wall"))["shown"]["branch"] == "core"
        await room.say({"type": "show", "station": "tree", "branch": "kept"})
        assert (await wall.hear("wall"))["shown"] == {"station": "tree", "branch": ""}
        await room.say({"type": "show", "station": "tree", "branch": "never there"})
        assert await wall.silent("wall", seconds=1.0)


async def test_findings_follow_some_seconds_after_a_change(workbook: Workbook, amina: Person) -> None:
    cookie = await sync_to_async(cookie_of)(amina)

    def write() -> None:
        with writing(workbook, by=amina) as book:
            book.make("places", {"name": "", "order": "a1"}, "p1")

    async with Line(workbook.workshop_id, cookie) as room:
        await room.hello()
        await room.hear("findings")
        await sync_to_async(write)()
        found = (await room.hear("findings"))["list"]
        assert ("PLACE_UNNAMED", "p1") in [(it["code"], it["id"]) for it in found]


def _retype(book: Book, text: str) -> None:
    book.set("nodes", "core", text=text)
