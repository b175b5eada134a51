"""Several web processes on one room: what one stores the other tells, who is in one is seen in the other."""

import asyncio
import threading

import pytest
from asgiref.sync import sync_to_async
from django.db import transaction

from accounts.models import Person
from workbook import log
from workbook.consumers import lasting
from workbook.models import Workbook
from workbook.received import item_of

from .lines import Line, cookie_of
from .rooms import Laptop
from .web import Page, web

pytestmark = [pytest.mark.django_db(transaction=True)]


def test_two_processes_are_one_room(workbook: Workbook, amina: Person) -> None:
    """Both type as long as the other; then each hands in what is left and takes what it lacks."""
    one, other = (Page(name, workbook.workshop_id, cookie_of(amina)) for name in ("a", "b"))
    with web() as first, web() as second:
        typing = threading.Thread(target=asyncio.run, args=(one.live(first.port, 5),))
        typing.start()
        asyncio.run(other.live(second.port, 5))
        typing.join()
        assert max(len(one.people), len(other.people)) == 2
        for page, running in ((one, first), (other, second), (one, first)):
            asyncio.run(_settle(page, running.port))
    assert one.typed > 20 and other.typed > 20
    assert one.laptop.words() == other.laptop.words()


async def test_what_the_layer_lost_is_fetched_from_the_log(
    workbook: Workbook, amina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row without a message: the layer delivers at most once."""
    monkeypatch.setattr(lasting, "LOOK_AGAIN_SECONDS", 0.3)
    cookie = await sync_to_async(cookie_of)(amina)
    writer = Laptop()
    writer.make("nodes", "n1", "unheard of")

    def store_without_a_word() -> None:
        with transaction.atomic():
            locked = Workbook.objects.select_for_update().get(pk=workbook.pk)
            log.append(locked, [item_of(writer.doc.get_update())], log.Handed(amina.pk))

    async with Line(workbook.workshop_id, cookie) as line:
        await line.hello()
        await sync_to_async(store_without_a_word)()
        assert (await line.hear("update"))["update"] == log.in_base64(writer.doc.get_update())


async def _settle(page: Page, port: int) -> None:
    async with page.line(port) as line:
        await page.greet(line)
        while page.laptop.outbox:
            await page.send(line)
            await page.hear(line, "received")
