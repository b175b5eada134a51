"""Writing entries into a workbook from the server, through the same exchange that laptops use.

    with writing(workbook, by=person) as book:
        cause = book.make("nodes", {"side": "cause", "parent": core, "text": "…"})
        book.flag("nodes", cause, "place", site)

What is written inside one `with` is one update: all of it arrives, or nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from pycrdt import Doc, Map, Text

from access.querysets import require
from lib.problems import Fault, Problem

from . import log
from .document import REMOVED_AT, ROOTS, SCHEMA, SEPARATOR, Kind
from .exchange import Asked, exchange
from .models import Workbook
from .received import item_of

Entry = Any


class Book:
    """The document as it is, to be written into; every method checks roots and keys against `document.ROOTS`."""

    def __init__(self, doc: "Doc[Any]") -> None:
        self.doc = doc
        self.touched: dict[str, None] = {}

    def ids(self, root: str) -> list[str]:
        """Ids of the entries of a root, removed ones too."""
        return list(self._root(root).keys())

    def get(self, root: str, key: str) -> dict[str, Any]:
        """One entry as plain values; texts as strings."""
        found: dict[str, Any] = self._entry(root, key).to_py()
        return found

    def make(self, root: str, fields: Mapping[str, Any], key: str = "") -> str:
        """Make an entry and return its id; its texts are made with it, also the empty ones.

        A list under a key of flags sets each of them; a mapping under a key of ranks gives each its number.
        """
        key = key or str(uuid4())
        texts = {name for name, it in ROOTS[root].keys.items() if it.kind == Kind.TEXT}
        plain = {name: value for name, value in fields.items() if name not in texts}
        made = {name: Text(str(fields.get(name) or "")) for name in sorted(texts)}
        self._root(root)[key] = Map({**made, **self._values(root, plain)})
        self._touch(root, key)
        return key

    def set(self, root: str, key: str, **fields: Any) -> None:
        """Replace values of an entry; a text is replaced as a whole."""
        entry = self._entry(root, key)
        for name, value in fields.items():
            if _known(root, name).kind == Kind.TEXT:
                shared = entry[name]
                shared.clear()
                shared += str(value)
        plain = {name: value for name, value in fields.items() if _known(root, name).kind != Kind.TEXT}
        for name, value in self._values(root, plain).items():
            entry[name] = value
        self._touch(root, key)

    def flag(self, root: str, key: str, name: str, value: str, on: bool = True) -> None:
        """Set or take away one flag of a set."""
        assert _known(root, name).kind == Kind.FLAGS, f"{root}.{name} is no set"
        entry, flagged = self._entry(root, key), f"{name}:{value}"
        if on:
            entry[flagged] = True
        elif flagged in entry:
            del entry[flagged]
        self._touch(root, key)

    def rank(self, root: str, key: str, name: str, value: str, number: int | None) -> None:
        """Give a value its rank, or take it away."""
        assert _known(root, name).kind == Kind.RANKS, f"{root}.{name} has no ranks"
        entry, ranked = self._entry(root, key), f"{name}:{value}"
        if number is not None:
            entry[ranked] = number
        elif ranked in entry:
            del entry[ranked]
        self._touch(root, key)

    def vote(self, node: str, group: str, points: int) -> None:
        """The dots that a group gave a node."""
        key = f"{node}{SEPARATOR}{group}"
        self._root("votes")[key] = points
        self._touch("votes", key)

    def remove(self, root: str, key: str, at: str) -> None:
        """Mark an entry as removed at a time; it can be restored."""
        self._entry(root, key)[REMOVED_AT] = at
        self._touch(root, key)

    def _values(self, root: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in fields.items():
            kind = _known(root, name).kind
            if kind == Kind.FLAGS:
                values |= {f"{name}:{one}": True for one in value}
            elif kind == Kind.RANKS:
                values |= {f"{name}:{one}": number for one, number in dict(value).items()}
            else:
                values[name] = value
        return values

    def _root(self, root: str) -> Any:
        assert root in ROOTS, f"no root {root}"
        return self.doc.get(root, type=Map)

    def _entry(self, root: str, key: str) -> Entry:
        return self._root(root)[key]

    def _touch(self, root: str, key: str) -> None:
        self.touched[f"{root}/{key}"] = None


@contextmanager
def writing(workbook: Workbook, *, by: Any) -> Iterator[Book]:
    """Give the document of `workbook` to be written into, and hand in what was written as one update by `by`.

    Raises `Fault.FORBIDDEN` for whoever may not write now, and `Fault.NOT_READY` where it did not become part of the
    document: too large, or the room was closed meanwhile.
    """
    require("write", workbook, by=by)
    doc = log.document(log.state(workbook).update)
    before, book = doc.get_state(), Book(doc)
    yield book
    if not book.touched:
        return
    item = item_of(doc.get_update(before), tuple(book.touched))
    told = {"hash": item.hash, "update": log.in_base64(item.payload), "entries": list(item.entries)}
    done = exchange(workbook, Asked(workbook.epoch, SCHEMA, None, [told]), by)
    if item.hash not in done.received:
        raise Problem(Fault.NOT_READY)


def _known(root: str, name: str) -> Any:
    assert name in ROOTS[root].keys, f"no key {name} in {root}"
    return ROOTS[root].keys[name]
