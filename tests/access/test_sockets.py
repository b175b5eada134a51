"""Every socket: opened for exactly whom the table says, silent to everybody else; the wall holds its part."""

import json
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.core.cache import cache

from tests.people import CAST, make_person
from tests.workbook.lines import Line, cookie_of
from workbook.routing import sockets

from .expected_sockets import SOCKETS, WALL_NEVER_SHOWS
from .planted_words import Planted, plant_words

pytestmark = pytest.mark.django_db(transaction=True)
PATHS = {"room": "", "wall": "wall/"}
EVERYBODY = {*CAST, "anonymous"}
HELLO = {"type": "hello", "epoch": 1, "schema": 1, "vector": ""}


def test_every_socket_has_a_line_for_everybody() -> None:
    assert {it.name for it in sockets} == set(SOCKETS)
    for line in SOCKETS.values():
        assert sorted(name for names in line.values() for name in names) == sorted(EVERYBODY)


def test_each_person_gets_the_declared_connection_and_meets_nothing_else(settings: Any) -> None:
    """One world for all cells: each connection says hello, tries to write and listens until nothing more comes."""
    settings.FILON_SECOND_FACTOR = False
    cache.clear()  # what another test kept of a room with the same key
    people: dict[str, Any] = {name: make_person(name) for name in CAST} | {"anonymous": None}
    planted = plant_words(people)
    cookies = {name: cookie_of(person) for name, person in people.items()}
    executed = 0
    for route, line in SOCKETS.items():
        for ending, names in line.items():
            for name in names:
                heard = async_to_sync(_heard)(planted, route, cookies[name])
                _check(planted, route, name, ending, heard)
                executed += 1
    assert executed == len(SOCKETS) * len(EVERYBODY)


def _check(planted: Planted, route: str, name: str, ending: str, heard: list[dict[str, Any]]) -> None:
    text = json.dumps(heard, ensure_ascii=False)
    met = planted.met(text)
    if ending != "open":
        assert heard == [{"type": "ended", "reason": ending}], (route, name)
        return
    assert not any(it["type"] == "ended" for it in heard)
    if route == "wall":
        assert met >= {"core problem of the room", "cause before all", "site of the room"}
        assert not met & set(WALL_NEVER_SHOWS)
        assert {it["type"] for it in heard} == {"wall"}


async def _heard(planted: Planted, route: str, cookie: str) -> list[dict[str, Any]]:
    heard: list[dict[str, Any]] = []
    async with Line(planted.keys.room, cookie, PATHS[route]) as line:
        await line.say(HELLO)
        await line.say({"type": "show", "station": "tree", "branch": "n2"})
        while (told := await line.next(1.0)) is not None:
            heard.append(told)
    return heard
