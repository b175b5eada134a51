"""What every lasting connection has in common: who it is, whether it may stay, and that it ends when it may not."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from channels.consumer import get_handler_name
from channels.db import database_sync_to_async
from channels.exceptions import StopConsumer
from channels.generic.websocket import AsyncWebsocketConsumer

from accounts.models import Person

from ..codes import EndReason
from ..relay import connections_of_person, connections_of_session

log = logging.getLogger("filon.workbook")
P = ParamSpec("P")
T = TypeVar("T")
CLOSE_CODE = 4403
LOOK_AGAIN_SECONDS = 20
SAY_SECONDS = 60
"""How long a laptop may take nothing at all: longer than the server's own patience for a sign of life."""
MOMENT_SECONDS = 0.05
THREADS_AT_MOST = 8
THREADS = ThreadPoolExecutor(max_workers=THREADS_AT_MOST, thread_name_prefix="workbook")
"""Database work of sockets; the default would be one thread for all of them."""


async def in_thread(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do `work` with the database, beside the loop."""
    call = database_sync_to_async(partial(work, *args, **kwargs), thread_sensitive=False, executor=THREADS)
    result: T = await call()
    return result


class LastingConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]  # Channels has no types
    """Looks before it opens, again when told, and again from time to time, whether its person may stay."""

    workshop: UUID
    person: Person | None = None
    channel_name = ""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        self.joined: list[str] = []
        self.background: set[asyncio.Task[None]] = set()

    async def __call__(self, *words: Any) -> None:
        """Leave no trace of the connection, whatever ends it: a fault, or a link that broke, is told to nobody."""
        try:
            await super().__call__(*words)
        finally:
            await self._leave()

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Do what the message asks for; without the look at database connections that Channels takes before each.

        All such work is done in threads that look themselves. One thread looks for all connections: of a dozen
        laptops each would wait for all others before every message, and what the room writes would pile up.
        """
        await getattr(self, get_handler_name(message))(message)

    def standing(self, active: bool) -> tuple[Person | None, EndReason | None]:
        """Who is connected and why it must end, if it must; asked in a thread, of the database as it is now."""
        raise NotImplementedError

    def groups_of(self) -> list[str]:
        """Groups whose messages the connection gets."""
        raise NotImplementedError

    async def opened(self) -> None:
        """After the connection is accepted."""

    async def looked_again(self) -> None:
        """From time to time, while the connection may stay."""

    async def closed(self) -> None:
        """After the connection has ended, from whichever side."""

    async def connect(self) -> None:
        """Open for who may; tell everybody else why not: the same for a workshop that does not exist."""
        self.workshop = self.scope["url_route"]["kwargs"]["workshop_id"]
        self.person, ends = await in_thread(self.standing, True)
        await self.accept()
        if ends is not None or self.person is None:
            await self.end(ends or EndReason.SESSION)
            return
        key = self.session_key or ""
        own = [connections_of_person(self.person.pk), connections_of_session(key)]
        for group in [*self.groups_of(), *own]:
            await self.channel_layer.group_add(group, self.channel_name)
            self.joined.append(group)
        if await self.may_stay():
            await self.opened()
            self.beside(self._look_again())

    async def may_stay(self, active: bool = False) -> bool:
        """Look again; end the connection where it may not stay."""
        _person, ends = await in_thread(self.standing, active)
        if ends is not None:
            await self.end(ends)
        return ends is None

    async def end(self, reason: EndReason) -> None:
        """Say why, and close."""
        await self.say({"type": "ended", "reason": reason})
        await self.close(code=CLOSE_CODE)

    async def workbook_check(self, message: dict[str, Any]) -> None:
        """Rights, stage or session have changed somewhere."""
        await self.may_stay()

    async def say(self, content: dict[str, Any]) -> None:
        """Send one message. To a link that broke nothing is sent: that it ended is heard next.

        Whoever takes nothing for long is let go, or all that the room writes would wait here for a laptop asleep.
        """
        try:
            async with asyncio.timeout(SAY_SECONDS):
                await self.send(text_data=json.dumps(content, ensure_ascii=False, default=str))
        except TimeoutError:
            raise StopConsumer from None
        except OSError:
            return

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Let `work` run beside the messages, until the connection ends."""
        task = asyncio.get_running_loop().create_task(_noted(work))
        self.background.add(task)
        task.add_done_callback(self.background.discard)

    @property
    def session_key(self) -> str | None:
        """The key of the session that the browser has shown."""
        session = self.scope.get("session")
        return session.session_key if session is not None else None

    async def _leave(self) -> None:
        """No work beside it, in no group, no queue, not among who is here."""
        for task in self.background:
            task.cancel()
        try:
            for group in self.joined:
                await self.channel_layer.group_discard(group, self.channel_name)
        finally:
            await self._drop_queue()
        if self.joined:
            await self.closed()

    async def _drop_queue(self) -> None:
        """The layer drops a queue only where a reader of it, empty, is called off: what still waits is taken first."""
        while self.channel_name in self.channel_layer.channels:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.channel_layer.receive(self.channel_name), MOMENT_SECONDS)

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
            if not await self.may_stay():
                return
            await self.looked_again()


async def _noted(work: Awaitable[None]) -> None:
    """A failure beside the messages is noted; the next look finds what it missed."""
    try:
        await work
    except Exception as fault:
        log.warning("work beside a connection failed: %s", type(fault).__name__)
