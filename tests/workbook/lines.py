"""A socket as a browser opens it, against the whole application in this process."""

import asyncio
import json
from typing import Any
from uuid import UUID

from asgiref.testing import ApplicationCommunicator
from django.conf import settings
from django.test import Client

from accounts.models import Person
from config.asgi import application
from workbook.document import SCHEMA
from workbook.log import in_base64

WAIT_SECONDS = 5.0
HOST = "testserver"


def cookie_of(person: Person | None) -> str:
    """The cookie of a new session of that person."""
    browser = Client()
    if person is not None:
        browser.force_login(person)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value if person is not None else ""


class Line:
    """One socket of one person: what is said and heard on it."""

    def __init__(
        self, workshop: UUID, cookie: str, path: str = "", origin: str = f"http://{HOST}", server: Any = application
    ) -> None:
        headers = [(b"origin", origin.encode()), (b"host", HOST.encode())]
        if cookie:
            headers.append((b"cookie", f"{settings.SESSION_COOKIE_NAME}={cookie}".encode()))
        address = f"/ws/workbook/{workshop}/{path}"
        scope = {"type": "websocket", "path": address, "query_string": b"", "headers": headers, "subprotocols": []}
        self.wire = ApplicationCommunicator(server, scope)
        self.open = False

    async def __aenter__(self) -> "Line":
        await self.wire.send_input({"type": "websocket.connect"})
        self.open = (await self.wire.receive_output(WAIT_SECONDS))["type"] == "websocket.accept"
        return self

    async def __aexit__(self, *failure: object) -> None:
        if self.open:
            await self.wire.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.wire.wait(WAIT_SECONDS)

    async def hello(self, vector: bytes = b"", epoch: int = 1) -> dict[str, Any]:
        """Say hello; what is lacking comes back."""
        await self.say({"type": "hello", "epoch": epoch, "schema": SCHEMA, "vector": in_base64(vector)})
        return await self.hear("state", "ended")

    async def push(self, *items: dict[str, Any], epoch: int = 1) -> dict[str, Any]:
        """Hand in; what became of it comes back."""
        await self.say({"type": "push", "epoch": epoch, "items": list(items)})
        return await self.hear("received", "held", "refused", "ended")

    async def say(self, content: dict[str, Any]) -> None:
        """Say one message."""
        await self.say_text(json.dumps(content))

    async def say_text(self, words: str) -> None:
        """Say anything."""
        await self.wire.send_input({"type": "websocket.receive", "text": words})

    async def hear(self, *kinds: str) -> dict[str, Any]:
        """The next message of one of these kinds; `closed` is the end of the line."""
        while True:
            heard = await self.wire.receive_output(WAIT_SECONDS)
            told: dict[str, Any] = json.loads(heard["text"]) if "text" in heard else {"type": "closed"}
            if told["type"] in kinds:
                return told

    async def next(self, seconds: float) -> dict[str, Any] | None:
        """The next message, or None when nothing comes for so long or the line is closed."""
        try:
            async with asyncio.timeout(seconds):
                heard = await self.wire.receive_output(WAIT_SECONDS)
        except TimeoutError:
            return None
        told: dict[str, Any] | None = json.loads(heard["text"]) if "text" in heard else None
        return told

    async def silent(self, *kinds: str, seconds: float = 0.5) -> bool:
        """Whether nothing of these kinds is said for a while."""
        try:
            async with asyncio.timeout(seconds):
                await self.hear(*kinds)
        except TimeoutError:
            return True
        return False
