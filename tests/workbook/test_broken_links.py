"""However a connection ends, nothing of it is left: not among who is here, in no group, no queue that goes on."""

import asyncio
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer

from accounts.models import Person
from config.asgi import application
from workbook import presence
from workbook.consumers import lasting
from workbook.models import Workbook

from .lines import WAIT_SECONDS, Line, cookie_of
from .rooms import Laptop

pytestmark = [pytest.mark.django_db(transaction=True)]
CHANGES = 5


class Link:
    """A server between application and laptop: what is said goes through until the laptop sleeps or the link breaks."""

    def __init__(self) -> None:
        self.awake = asyncio.Event()
        self.awake.set()
        self.fault: Exception | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def say(message: Any) -> None:
            await self.awake.wait()
            if self.fault is not None:
                raise self.fault
            await send(message)

        try:
            await application(scope, receive, say)
        except RuntimeError as fault:
            assert fault is self.fault, "the application failed by itself"


@pytest.mark.parametrize(
    "fault",
    [None, OSError("the link is gone"), RuntimeError("closed by the server")],
    ids=["sleeps", "breaks", "closed"],
)
async def test_nothing_is_left_of_a_connection_that_ends_unheard(
    workbook: Workbook, amina: Person, fault: Exception | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague writes meanwhile, so messages wait for it; what a server raises for each is its own."""
    monkeypatch.setattr(lasting, "SAY_SECONDS", 0.5)
    cookie, writer, link = await sync_to_async(cookie_of)(amina), Laptop(), Link()
    async with Line(workbook.workshop_id, cookie) as first:
        await first.hello()
        async with Line(workbook.workshop_id, cookie, server=link) as second:
            await second.hello()
            link.fault = fault
            if fault is None:
                link.awake.clear()
            for number in range(CHANGES):
                await first.push(writer.make("nodes", f"n{number}", "La taxe"))
            if isinstance(fault, OSError):
                await second.wire.send_input({"type": "websocket.disconnect", "code": 1006})
            await second.wire.wait(WAIT_SECONDS)
        assert len(await sync_to_async(presence.here)(workbook.workshop_id)) == 1
        layer = get_channel_layer()
        assert len(layer.channels) == 1
        assert all(members == set(layer.channels) for members in layer.groups.values())
