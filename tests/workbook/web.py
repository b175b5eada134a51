"""Real processes on the database of the tests: a web that can be killed, a worker, and a page at its socket."""

import asyncio
import base64
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.middleware.csrf import get_token
from websockets.asyncio.client import ClientConnection, connect

from ops.installation import any_free_port
from workbook.document import SCHEMA
from workbook.log import in_base64

from .rooms import Laptop

CHECKOUT = Path(settings.BASE_DIR)
START_SECONDS = 60
WAIT_SECONDS = 20
BETWEEN_TRIES = 0.2


def environment(port: int = 0) -> dict[str, str]:
    """What a process of its own needs to work on the database and the Redis of this test process."""
    described = connection.settings_dict
    user = f"{quote(described['USER'])}:{quote(described['PASSWORD'])}@" if described["USER"] else ""
    where = f"{quote(described['HOST'], safe='')}:{described['PORT']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FILON_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "FILON_SECRET_KEY": settings.SECRET_KEY,
        "FILON_DATABASE_URL": f"postgis://{user}{where}/{described['NAME']}",
        "FILON_REDIS_URL": settings.CELERY_BROKER_URL,
        "FILON_DATA": str(settings.MEDIA_ROOT),
        "FILON_HOSTS": "127.0.0.1",
        "FILON_ORIGIN": f"http://127.0.0.1:{port}",
        "FILON_SECOND_FACTOR": "false",
    }


class Web:
    """One web process with HTTP and sockets, as `./dev run` starts it."""

    def __init__(self) -> None:
        self.port = any_free_port()
        self.start()

    def start(self) -> None:
        """Start it on its port."""
        words = ["-m", "uvicorn", "config.asgi:application", "--host", "127.0.0.1", "--port", str(self.port)]
        self.process = _started([*words, "--no-access-log", "--log-level", "warning"], environment(self.port))

    def kill(self) -> None:
        """Kill it, as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(WAIT_SECONDS)

    def wait(self) -> None:
        """Wait until it answers."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/", timeout=5):
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(BETWEEN_TRIES)
        raise AssertionError("the web does not answer")


@contextmanager
def web() -> Iterator[Web]:
    """A web process that answers, killed at the end."""
    running = Web()
    try:
        running.wait()
        yield running
    finally:
        running.kill()


@contextmanager
def worker() -> Iterator["subprocess.Popen[bytes]"]:
    """A worker of tasks, killed at the end."""
    words = ["-m", "celery", "--app", "config", "worker", "--pool", "solo", "--loglevel", "WARNING"]
    process = _started(words, environment())
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(WAIT_SECONDS)


def _started(words: list[str], variables: dict[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=CHECKOUT,
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


class Page:
    """A laptop whose page types, sends its outbox again after each break, and notes what was said to be received."""

    def __init__(self, name: str, workshop: UUID, cookie: str) -> None:
        self.name, self.workshop, self.cookie = name, workshop, cookie
        self.laptop = Laptop()
        self.acknowledged: set[str] = set()
        self.sent: set[str] = set()
        self.typed = 0
        self.people: list[Any] = []

    async def live(self, port: int, seconds: float) -> None:
        """Be connected for a while, typing all the time; come back by itself when the line breaks."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                async with self.line(port) as line:
                    await self._typing(line, deadline)
            except (OSError, EOFError, TimeoutError, ConnectionError) as _broken:
                await asyncio.sleep(BETWEEN_TRIES)
            except Exception as broken:
                if type(broken).__module__.split(".")[0] != "websockets":
                    raise
                await asyncio.sleep(BETWEEN_TRIES)

    def line(self, port: int) -> Any:
        """A socket to the web on that port."""
        address = f"ws://127.0.0.1:{port}/ws/workbook/{self.workshop}/"
        cookie = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={self.cookie}"}
        return connect(address, additional_headers=cookie, origin=f"http://127.0.0.1:{port}", max_size=None)  # type: ignore[arg-type]

    async def greet(self, line: ClientConnection) -> None:
        """Say hello and take what is lacking."""
        self.sent = set()
        vector = in_base64(self.laptop.doc.get_state())
        await line.send(json.dumps({"type": "hello", "epoch": 1, "schema": SCHEMA, "vector": vector}))
        await self.hear(line, "state")

    async def send(self, line: ClientConnection) -> None:
        """Hand in what of the outbox was not handed in on this line yet."""
        items = [it for key, it in self.laptop.outbox.items() if key not in self.sent][:100]
        self.sent.update(it["hash"] for it in items)
        if items:
            await line.send(json.dumps({"type": "push", "epoch": 1, "items": items}))

    def http_exchange(self, port: int) -> tuple[bytes, dict[str, str]]:
        """Body and headers of the same exchange by HTTP."""
        asked = {"epoch": 1, "schema": SCHEMA, "vector": "", "items": list(self.laptop.outbox.values())}
        token = get_token(HttpRequest())
        cookies = f"{settings.SESSION_COOKIE_NAME}={self.cookie}; {settings.CSRF_COOKIE_NAME}={token}"
        headers = {"Content-Type": "application/json", "Cookie": cookies, "X-CSRFToken": token}
        return json.dumps(asked).encode(), headers

    async def hear(self, line: ClientConnection, kind: str) -> dict[str, Any]:
        """Take what is said until a message of that kind."""
        while True:
            told: dict[str, Any] = json.loads(await asyncio.wait_for(line.recv(), WAIT_SECONDS))
            self._take(told)
            if told["type"] == kind:
                return told

    def write(self) -> None:
        """Type a word: a new card every tenth time, else more text on the last one."""
        number, more = divmod(self.typed, 10)
        card = f"{self.name}-{number}"
        if more == 0:
            self.laptop.make("nodes", card, f"{self.typed} ")
        else:
            self.laptop.type("nodes", card, f"{self.typed} ")
        self.typed += 1

    async def _typing(self, line: ClientConnection, deadline: float) -> None:
        await self.greet(line)
        listening = asyncio.get_running_loop().create_task(self._listen(line))
        try:
            while time.monotonic() < deadline and not listening.done():
                self.write()
                await self.send(line)
                await asyncio.sleep(0.02)
        finally:
            listening.cancel()

    async def _listen(self, line: ClientConnection) -> None:
        async for words in line:
            self._take(json.loads(words))

    def _take(self, told: dict[str, Any]) -> None:
        if told["type"] in ("state", "update"):
            self.laptop.take(base64.b64decode(told["update"]))
        elif told["type"] == "received":
            self.acknowledged.update(told["hashes"])
            for key in told["hashes"]:
                self.laptop.outbox.pop(key, None)
        elif told["type"] == "people":
            self.people = told["here"]
