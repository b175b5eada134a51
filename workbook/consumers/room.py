"""The socket of lead and note-takers: the exchange live, who is here, and what the wall shows."""

import asyncio
import json
import secrets
from typing import Any
from uuid import UUID

from accounts.signed_in import person_of_session
from lib.problems import Problem

from .. import log as book_log
from .. import presence
from ..answers import as_messages
from ..asked import page_of, read_request
from ..codes import EndReason, HeldReason
from ..document import SCHEMA
from ..exchange import Asked, Exchanged, exchange
from ..findings import COMPUTED_EVERY_SECONDS, findings_of, is_my_turn
from ..models import Workbook
from ..relay import room_of, walls_of
from ..seats import leave_seat
from ..standing import Standing, standing_of
from ..tasks import fold_soon
from .lasting import LastingConsumer, in_thread

MESSAGE_CHARACTERS = 4 * 1024 * 1024
NUMBERS = 2**31
GOING_AWAY = 1001


class RoomConsumer(LastingConsumer):
    """One note-taker's connection. It passes on updates in the order of the log and fetches what it was not told."""

    epoch = 0
    page: UUID | None = None
    through = -1
    """Position of the last update that this laptop was sent; below zero: it has not said hello."""

    def standing(self, active: bool) -> Standing:
        """Lead and note-takers, while the room writes and the document is the same."""
        person, ends = standing_of(self.session_key, self.workshop, "write", active)
        if ends is None and self.epoch:
            same = Workbook.objects.filter(workshop=self.workshop, epoch=self.epoch).exists()
            ends = None if same else EndReason.EPOCH
        return person, ends

    def groups_of(self) -> list[str]:
        """The room."""
        return [room_of(self.workshop)]

    async def opened(self) -> None:
        """Give the connection its number and say who is here."""
        self.you = secrets.randbelow(NUMBERS)
        self.people: list[dict[str, Any]] = []
        self.findings: list[dict[str, Any]] | None = None
        self.sending = asyncio.Lock()
        self.here = presence.Here(self.you, self.person.name if self.person else "")
        await self.renew_presence()

    async def disconnect(self, code: int) -> None:
        """A page that goes away by itself holds nothing any more; one whose link broke may."""
        if code == GOING_AWAY and self.page is not None:
            await in_thread(leave_seat, self.workshop, self.page)

    async def closed(self) -> None:
        """Others see at once that somebody left."""
        if hasattr(self, "you"):
            await in_thread(presence.leave, self.workshop, self.you)
            await self.channel_layer.group_send(room_of(self.workshop), {"type": "workbook.people"})

    async def looked_again(self) -> None:
        """What the layer lost is fetched from the log, and who vanished is taken out."""
        await in_thread(presence.renew, self.workshop, self.here)
        await self.say_people()
        await self.catch_up()
        await self.say_findings()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Read one message; before anything is done, look whether the connection may stay."""
        told = _read(text_data)
        if told is None:
            await self.say({"type": "refused", "hashes": [], "reason": "MALFORMED"})
            return
        acts = {"hello": self.hello, "push": self.push, "presence": self.be_present, "show": self.show}
        act = acts.get(told["type"])
        if act is None or not (told["type"] == "push" or await self.may_stay(active=True)):
            return
        try:
            await act(told)
        except Problem:
            await self.say({"type": "refused", "hashes": [], "reason": "MALFORMED"})

    async def hello(self, told: dict[str, Any]) -> None:
        """Send what the laptop lacks; from now on it is told each update."""
        done = await self._exchanged({**told, "vector": told.get("vector") or "", "items": []})
        if done is None or done.update is None:
            return
        async with self.sending:
            self.epoch, self.through = done.epoch, done.position
            self.page = page_of(told.get("page"))
            update = book_log.in_base64(done.update)
            await self.say({"type": "state", "epoch": done.epoch, "schema": SCHEMA, "update": update, "you": self.you})
        await self.say_people()
        self.beside(self.say_findings())

    async def push(self, told: dict[str, Any]) -> None:
        """Take items; what was received is said after the commit. What comes too late is held, then the end is said."""
        await self._exchanged({**told, "vector": None})

    async def be_present(self, told: dict[str, Any]) -> None:
        """Where the person is; others are told."""
        words = {name: presence.word(told.get(name)) for name in ("group", "station", "entry")}
        self.here = presence.Here(self.you, self.here.name, **words)
        await self.renew_presence()

    async def renew_presence(self) -> None:
        """Keep and tell where the person is."""
        await in_thread(presence.renew, self.workshop, self.here)
        await self.channel_layer.group_send(room_of(self.workshop), {"type": "workbook.people"})

    async def show(self, told: dict[str, Any]) -> None:
        """What the walls show from now on."""
        shown = {name: presence.word(told.get(name)) for name in ("station", "branch")}
        await in_thread(presence.show, self.workshop, shown)
        await self.channel_layer.group_send(walls_of(self.workshop), {"type": "workbook.changed"})

    async def workbook_people(self, message: dict[str, Any]) -> None:
        """Somebody came, left or moved."""
        await self.say_people()

    async def say_people(self) -> None:
        """Say who is here, where that has changed."""
        people = await in_thread(presence.here, self.workshop)
        if people != self.people:
            self.people = people
            await self.say({"type": "people", "here": people})

    async def workbook_update(self, message: dict[str, Any]) -> None:
        """A colleague's update: sent on when it is the next one; else what is missing is fetched."""
        if message["origin"] in (self.channel_name, ""):
            self.beside(self.tell_findings())
        async with self.sending:
            if self.through < 0 or message["position"] <= self.through:
                return
            if message["position"] == self.through + 1:
                self.through = message["position"]
                if message["origin"] != self.channel_name:
                    await self.say({"type": "update", "update": message["update"]})
                return
        await self.catch_up()

    async def catch_up(self) -> None:
        """Send what the log has and this laptop was not sent; an update that it has already changes nothing there."""
        async with self.sending:
            if self.through < 0:
                return
            for position, payload in await in_thread(book_log.since, self.workshop, self.epoch, self.through):
                self.through = position
                await self.say({"type": "update", "update": book_log.in_base64(payload)})

    async def tell_findings(self) -> None:
        """Some seconds after changes, one connection looks for what is to be completed and tells all of the room."""
        if await in_thread(is_my_turn, self.workshop):
            await asyncio.sleep(COMPUTED_EVERY_SECONDS)
            found = await in_thread(self._findings)
            message = {"type": "workbook.findings", "list": found}
            await self.channel_layer.group_send(room_of(self.workshop), message)

    async def workbook_findings(self, message: dict[str, Any]) -> None:
        """Somebody has looked."""
        if self.through >= 0 and message["list"] != self.findings:
            self.findings = message["list"]
            await self.say({"type": "findings", "list": self.findings})

    async def say_findings(self) -> None:
        """Look and tell this laptop alone."""
        if self.through >= 0:
            await self.workbook_findings({"list": await in_thread(self._findings)})

    def _findings(self) -> list[dict[str, Any]]:
        return findings_of(Workbook.objects.get(workshop=self.workshop))

    async def _exchanged(self, told: dict[str, Any]) -> Exchanged | None:
        """What became of the items, which has been said; ends the connection where it may not go on."""
        done = await in_thread(self._exchange, read_request(told))
        if done is None:
            await self.end(EndReason.SESSION)
            return None
        for message in as_messages(done):
            await self.say(message)
        if done.standing is not None:
            erased = done.standing == HeldReason.ERASED
            await self.end(EndReason.EPOCH if erased else EndReason(done.standing))
        return done

    def _exchange(self, asked: Asked) -> Exchanged | None:
        person = person_of_session(self.session_key, active=True)
        workbook = Workbook.objects.filter(workshop=self.workshop).first()
        if person is None or workbook is None:
            return None
        done = exchange(workbook, asked, person, origin=self.channel_name)
        fold_soon(self.workshop, done)
        return done


def _read(text: str | None) -> dict[str, Any] | None:
    """One message of the contract; None for anything else."""
    if text is None or len(text) > MESSAGE_CHARACTERS:
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) and isinstance(told.get("type"), str) else None
