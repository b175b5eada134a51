"""A running workshop of a facilitator of the cast, its workbook, and a laptop that writes in it."""

import base64
import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

from pycrdt import Doc, Map, Text

from access.reach import SYSTEM
from tests.people import TANGANYIKA, WORKSHOPS
from workbook.document import SCHEMA
from workbook.exchange import Asked, Exchanged, exchange
from workbook.models import Workbook
from workbook.services import prepare_workbook
from workshops.models import Round, Workshop
from workshops.services import open_workshop

DAYS = {"starts_on": date(2026, 9, 1), "ends_on": date(2026, 9, 2)}


def running_workshop(owner: str = "amina", **fields: Any) -> Workshop:
    """A running workshop of that facilitator."""
    of, _ = Round.objects.get_or_create(title="Round of the tests", defaults={"starts_on": DAYS["starts_on"]})
    defaults: dict[str, Any] = {
        "id": WORKSHOPS[owner],
        "round": of,
        "name": "Workshop at the lake",
        "territoire": "Kalemie",
        "provinces": [TANGANYIKA],
        **DAYS,
    }
    workshop = Workshop.objects.create(**defaults | fields)
    open_workshop(workshop, by=SYSTEM)
    return workshop


def running_workbook(owner: str = "amina") -> Workbook:
    """The workbook of a running workshop of that facilitator."""
    return prepare_workbook(running_workshop(owner), by=SYSTEM)


def item(update: bytes, *entries: str) -> dict[str, Any]:
    """One item of an outbox."""
    return {
        "hash": hashlib.sha256(update).hexdigest(),
        "update": base64.b64encode(update).decode(),
        "entries": list(entries),
    }


class Laptop:
    """A document with an outbox, as a page holds it: each change is one item until its digest comes back."""

    def __init__(self) -> None:
        self.doc: Doc[Any] = Doc()
        self.outbox: dict[str, dict[str, Any]] = {}

    def change(self, work: Callable[[Any], None], *entries: str) -> dict[str, Any]:
        """Do `work` with the document and put what it changed into the outbox."""
        before = self.doc.get_state()
        with self.doc.transaction():
            work(self.doc)
        made = item(self.doc.get_update(before), *entries)
        self.outbox[made["hash"]] = made
        return made

    def make(self, root: str, key: str, text: str = "", **fields: Any) -> dict[str, Any]:
        """Make an entry."""

        def work(doc: Any) -> None:
            doc.get(root, type=Map)[key] = Map({"text": Text(text), **fields})

        return self.change(work, f"{root}/{key}")

    def set(self, root: str, key: str, **fields: Any) -> dict[str, Any]:
        """Set plain values of an entry."""

        def work(doc: Any) -> None:
            for name, value in fields.items():
                doc.get(root, type=Map)[key][name] = value

        return self.change(work, f"{root}/{key}")

    def type(self, root: str, key: str, more: str) -> dict[str, Any]:
        """Type at the end of an entry's text."""

        def work(doc: Any) -> None:
            shared = doc.get(root, type=Map)[key]["text"]
            shared += more

        return self.change(work, f"{root}/{key}")

    def take(self, update: bytes) -> None:
        """Apply what came from the server."""
        self.doc.apply_update(update)

    def settle(self, done: Exchanged) -> None:
        """What was received or held leaves the outbox."""
        for key in [*done.received, *(key for keys in done.held.values() for key in keys)]:
            self.outbox.pop(key, None)

    def sync(self, workbook: Workbook, by: Any) -> Exchanged:
        """Hand in the outbox and take what is lacking."""
        done = hand_in(workbook, by, *self.outbox.values(), vector=self.doc.get_state())
        self.settle(done)
        if done.update is not None:
            self.take(done.update)
        return done

    def words(self, root: str = "nodes") -> dict[str, Any]:
        """The entries of a root as plain values."""
        found: dict[str, Any] = self.doc.get(root, type=Map).to_py() or {}
        return found


def hand_in(workbook: Workbook, by: Any, *items: dict[str, Any], vector: bytes | None = None, **told: Any) -> Exchanged:
    """One exchange."""
    origin = told.pop("device", None)
    asked = {"epoch": workbook.epoch, "schema": SCHEMA} | told
    return exchange(workbook, Asked(asked["epoch"], asked["schema"], vector, list(items)), by, device=origin)


def text_of(words: dict[str, Any], key: str) -> str:
    """The text of an entry."""
    return str(words[key]["text"])
