"""A hall that writes: a running workshop with a full workbook, and laptops at its socket."""

import asyncio
import base64
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from pycrdt import Doc, Map, Text, TransactionEvent, get_state
from websockets.asyncio.client import ClientConnection, connect

from bench.databases import CHECKOUT, Bench
from bench.servers import Server

T = TypeVar("T")
QUIET_SECONDS = 1.0
STILL_SECONDS = 8.0
SCHEMA = 1
EDITS_PER_SECOND = 30
"""Of all laptops together: hours of a hall in minutes, and below what one person, as whom they all come, may do."""
MAKE = """
import sys, django
django.setup()
from datetime import date
from pathlib import Path
from access.reach import SYSTEM
from accounts.codes import Role
from accounts.models import Person
from accounts.services import Scope, add_membership
from bench.figures.workbook import document
from workbook import log
from workbook.models import Workbook
from workbook.received import item_of
from workbook.exchange import Asked, exchange
from workbook.services import prepare_workbook
from workshops.models import Round, Workshop
from workshops.services import open_workshop
of, _ = Round.objects.get_or_create(title='Measured', defaults={'starts_on': date(2026, 9, 1)})
room = Workshop.objects.create(round=of, name='Measured', territoire='Kalemie', provinces=['CD74'],
    starts_on=date(2026, 9, 1), ends_on=date(2026, 9, 2))
open_workshop(room, by=SYSTEM)
amina = Person.objects.get(email='amina@demo.invalid')
add_membership(amina, Role.FACILITATOR, Scope(provinces=('CD74',), workshop=room.pk), by=SYSTEM)
workbook = prepare_workbook(room, by=SYSTEM)
item = item_of(document(), ())
told = {'hash': item.hash, 'update': log.in_base64(item.payload), 'entries': []}
exchange(workbook, Asked(workbook.epoch, 1, None, [told]), SYSTEM)
print(room.pk)
"""


def made(bench: Bench) -> str:
    """The key of a new running workshop whose workbook has 500 nodes and 200 statements; amina leads it."""
    done = subprocess.run(
        [sys.executable, "-c", MAKE], cwd=CHECKOUT, env=bench.environment, check=True, capture_output=True, text=True
    )
    return done.stdout.split()[-1]


class Laptop:
    """One note-taker's connection and its replica of the document."""

    def __init__(self, line: ClientConnection) -> None:
        self.line, self.doc = line, Doc[Any]()
        self.heard: list[dict[str, Any]] = []
        self.update = b""
        self.watch = self.doc.observe(self._changed)

    async def hello(self) -> None:
        """Ask for what this replica lacks."""
        vector = base64.b64encode(get_state(self.doc.get_update())).decode()
        await self._say({"type": "hello", "epoch": 1, "schema": SCHEMA, "vector": vector})
        await self.listen("state")

    async def listen(self, kind: str) -> dict[str, Any]:
        """Take messages until one of `kind`."""
        while True:
            message: dict[str, Any] = json.loads(await asyncio.wait_for(self.line.recv(), 60))
            self.heard.append(message)
            if message["type"] in ("state", "update"):
                self.doc.apply_update(base64.b64decode(message["update"]))
            if message["type"] == kind:
                return message

    async def write(self, node: str, words: str) -> float:
        """One edit of a node's words; milliseconds until it was said to be received."""
        with self.doc.transaction():
            nodes: Map[Any] = self.doc.get("nodes", type=Map)
            text: Text = nodes[node]["text"]
            text.clear()
            text += words
        update = self.update
        told = {"hash": hashlib.sha256(update).hexdigest(), "update": base64.b64encode(update).decode()}
        begun = time.perf_counter()
        items = [{**told, "entries": [f"nodes/{node}"]}]
        await self._say({"type": "push", "epoch": 1, "schema": SCHEMA, "items": items})
        await self.listen("received")
        return (time.perf_counter() - begun) * 1000

    async def quiet(self) -> None:
        """Take messages until none comes for a while."""
        while True:
            try:
                message = json.loads(await asyncio.wait_for(self.line.recv(), QUIET_SECONDS))
            except TimeoutError:
                return
            self.heard.append(message)

    def _changed(self, event: TransactionEvent) -> None:
        """What a page hands in is what one change did: asked of the document, an update tells all deletions again."""
        self.update = event.update

    async def _say(self, message: dict[str, Any]) -> None:
        await self.line.send(json.dumps(message))


def done(work: Coroutine[Any, Any, T]) -> T:
    """What `work` comes to, in a thread of its own: the browser's driver has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def joined(server: Server, workshop: str, cookie: str) -> Laptop:
    """A laptop that has the document."""
    address = f"ws://127.0.0.1:{server.port}/ws/workbook/{workshop}/"
    line = await connect(address, additional_headers={"Cookie": cookie}, origin=server.origin, max_size=None)  # type: ignore[arg-type]  # the library types origins as its own strings
    laptop = Laptop(line)
    await laptop.hello()
    return laptop


async def hall(server: Server, workshop: str, cookie: str, laptops: int, edits: int) -> list[float]:
    """`edits` made by `laptops` at once; milliseconds of each until it was received."""
    present = [await joined(server, workshop, cookie) for _ in range(laptops)]
    begun = time.perf_counter()

    async def note(number: int, laptop: Laptop) -> list[float]:
        taken = []
        for edit in range(number, edits, laptops):
            await asyncio.sleep(begun + edit / EDITS_PER_SECOND - time.perf_counter())
            taken.append(await laptop.write(f"n{(edit * 7) % 500}", f"Une cause de la salle, dite {edit} fois"))
        return taken

    taken = await asyncio.gather(*(note(number, laptop) for number, laptop in enumerate(present)))
    for laptop in present:
        await laptop.line.close()
    return [time for of_one in taken for time in of_one]


async def late_joiner(server: Server, workshop: str, cookie: str) -> int:
    """How many messages bring the document to somebody who comes when the hall is still, last, and has nothing."""
    await asyncio.sleep(STILL_SECONDS)
    laptop = await joined(server, workshop, cookie)
    await laptop.quiet()
    await laptop.line.close()
    return sum(message["type"] in ("state", "update") for message in laptop.heard)
