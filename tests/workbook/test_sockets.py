"""The socket of lead and note-takers: live, in order, and over at once when rights, stage or session are."""

import base64
from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.contrib.sessions.models import Session

from access.reach import SYSTEM
from accounts.models import Membership, Person
from accounts.services import deactivate_person, end_membership
from workbook.models import HeldUpdate, Workbook
from workshops.services import close_workshop

from .lines import Line, cookie_of
from .rooms import Laptop, text_of

pytestmark = [pytest.mark.django_db(transaction=True)]


def _end_rights(workbook: Workbook, amina: Person) -> None:
    for membership in Membership.objects.filter(person=amina, workshop=workbook.workshop_id):
        end_membership(membership, by=SYSTEM)


def _close(workbook: Workbook, amina: Person) -> None:
    close_workshop(workbook.workshop, plenary={}, group_only={}, by=SYSTEM)


def _sign_out(workbook: Workbook, amina: Person) -> None:
    for session in Session.objects.all():
        session.delete()


def _switch_off(workbook: Workbook, amina: Person) -> None:
    deactivate_person(amina, by=SYSTEM)


ENDS: dict[str, Callable[[Workbook, Person], None]] = {
    "RIGHTS": _end_rights,
    "CLOSED": _close,
    "SESSION": _sign_out,
}


async def test_a_colleagues_change_arrives(workbook: Workbook, amina: Person) -> None:
    cookie = await sync_to_async(cookie_of)(amina)
    one, other = Laptop(), Laptop()
    async with Line(workbook.workshop_id, cookie) as first, Line(workbook.workshop_id, cookie) as second:
        for laptop, line in ((one, first), (other, second)):
            laptop.take(base64.b64decode((await line.hello())["update"]))
        made = one.make("nodes", "n1", "La taxe")
        assert (await first.push(made))["hashes"] == [made["hash"]]
        other.take(base64.b64decode((await second.hear("update"))["update"]))
        assert text_of(other.words(), "n1") == "La taxe"
        assert await first.silent("update")


async def test_who_is_here_is_told_and_untold(workbook: Workbook, amina: Person) -> None:
    cookie = await sync_to_async(cookie_of)(amina)
    async with Line(workbook.workshop_id, cookie) as first:
        assert [it["name"] for it in (await first.hear("people"))["here"]] == ["Amina"]
        async with Line(workbook.workshop_id, cookie) as second:
            await second.say({"type": "presence", "group": "g1", "station": "tree", "entry": "nodes/n1"})
            told: list[Any] = []
            while not any(it["station"] == "tree" for it in told):
                told = (await first.hear("people"))["here"]
            assert len(told) == 2
        assert len((await first.hear("people"))["here"]) == 1


@pytest.mark.parametrize("reason", ENDS)
async def test_a_connection_ends_at_once(workbook: Workbook, amina: Person, reason: str) -> None:
    cookie = await sync_to_async(cookie_of)(amina)
    async with Line(workbook.workshop_id, cookie) as line:
        await line.hello()
        await sync_to_async(ENDS[reason])(workbook, amina)
        assert (await line.hear("ended", "update"))["reason"] == reason


async def test_an_account_that_is_switched_off_ends_its_connections(workbook: Workbook, amina: Person) -> None:
    cookie = await sync_to_async(cookie_of)(amina)
    async with Line(workbook.workshop_id, cookie) as line:
        await line.hello()
        await sync_to_async(_switch_off)(workbook, amina)
        assert (await line.hear("ended"))["reason"] == "SESSION"


async def test_a_message_after_the_end_of_rights_is_held_even_when_nobody_was_told(
    workbook: Workbook, amina: Person
) -> None:
    cookie = await sync_to_async(cookie_of)(amina)
    async with Line(workbook.workshop_id, cookie) as line:
        await line.hello()
        rows = Membership.objects.filter(person=amina, workshop=workbook.workshop_id)
        await sync_to_async(lambda: rows.update(expires_at="2020-01-01T00:00:00Z"))()
        made = Laptop().make("nodes", "n1")
        told = await line.push(made)
        assert (told["type"], told["reason"], told["hashes"]) == ("held", "RIGHTS", [made["hash"]])
        assert (await line.hear("ended"))["reason"] == "RIGHTS"
    assert await sync_to_async(HeldUpdate.objects.count)() == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [("bahati", "RIGHTS"), ("celine", "RIGHTS"), ("esther", "RIGHTS"), ("gaspard", "RIGHTS"), ("anonymous", "SESSION")],
)
async def test_nobody_else_connects(
    workbook: Workbook, name: str, reason: str, request: pytest.FixtureRequest, settings: Any
) -> None:
    settings.FILON_SECOND_FACTOR = False
    person = await sync_to_async(request.getfixturevalue)(name) if name != "anonymous" else None
    cookie = await sync_to_async(cookie_of)(person)
    async with Line(workbook.workshop_id, cookie) as line:
        assert (await line.hear("ended", "state", "people"))["reason"] == reason
        assert (await line.hear("closed", "state"))["type"] == "closed"


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "http://testserver:81", "null", ""])
async def test_a_page_from_elsewhere_opens_no_socket(workbook: Workbook, amina: Person, origin: str) -> None:
    cookie = await sync_to_async(cookie_of)(amina)
    async with Line(workbook.workshop_id, cookie, origin=origin) as line:
        assert not line.open


@pytest.mark.parametrize("words", ["", "{", "[]", '{"type": 7}', '{"type": "push"}', "[" * 5000, '{"type":"hello"}'])
async def test_a_message_that_nobody_understands_ends_nothing(workbook: Workbook, amina: Person, words: str) -> None:
    cookie = await sync_to_async(cookie_of)(amina)
    async with Line(workbook.workshop_id, cookie) as line:
        await line.say_text(words)
        assert (await line.hear("refused"))["reason"] == "MALFORMED"
        assert (await line.hello())["type"] == "state"
