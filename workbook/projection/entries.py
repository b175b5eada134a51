"""Entries as the document's list of keys describes them: each value of its kind, or nothing and a finding."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from claims.codes import DatePrecision

from ..document import REMOVED_AT, ROOTS, Key, Kind
from .findings import Finding, FindingCode
from .reading import Document
from .said import Day

LONGEST_LINE = 200
LARGEST_INTEGER = 2**31 - 1
LARGEST_NUMBER = 1e11
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
SIGNED = {("checks", "due")}
"""Integers that count from a day backwards too."""
LAST = "\x7f"
"""Sorts behind every fractional index: an entry without an order comes last."""


@dataclass
class Entry:
    """One live entry: `said` holds only what was said and could be read."""

    root: str
    id: str
    said: dict[str, Any]

    def text(self, key: str) -> str:
        """A text, a line or a code; empty when not said."""
        return str(self.said.get(key, ""))

    def get(self, key: str) -> Any:
        """A value of any kind; nothing when not said."""
        return self.said.get(key)

    def flags(self, key: str) -> tuple[str, ...]:
        """A set, sorted; or codes in the order of their ranks."""
        return tuple(self.said.get(key, ()))

    @property
    def place_in_order(self) -> tuple[str, str]:
        """Where it stands among its like, the same on every replica."""
        return self.text("order") or LAST, self.id


@dataclass
class Book:
    """The live entries of a document, and what was found on the way."""

    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    removed: dict[str, set[str]] = field(default_factory=dict)
    votes: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def of(self, root: str) -> list[Entry]:
        """Live entries of a root in their order."""
        return sorted(self.entries.get(root, {}).values(), key=lambda it: it.place_in_order)

    def find(self, code: str, entry: Entry, key: str = "", other: str = "") -> None:
        """Note a finding about an entry."""
        self.findings.append(Finding(str(code), entry.root, entry.id, key, other))


def open_book(document: Document) -> Book:
    """Return the entries of `document`, each value of its kind and each reference to a live entry."""
    book = Book()
    for name in sorted(document):
        if name not in ROOTS:
            book.findings.append(Finding(FindingCode.UNKNOWN_ROOT, name[:LONGEST_LINE]))
    for name, root in ROOTS.items():
        held = document.get(name)
        held = held if isinstance(held, dict) else {}
        if root.scalar:
            book.votes = held
        else:
            _take(book, name, held)
    for name in ROOTS:
        for entry in book.entries.get(name, {}).values():
            _check_references(book, entry)
    return book


def _take(book: Book, name: str, held: dict[str, Any]) -> None:
    live = book.entries[name] = {}
    gone = book.removed[name] = set()
    for key, value in held.items():
        if not isinstance(value, dict):
            book.findings.append(Finding(FindingCode.UNREADABLE, name, str(key)))
        elif value.get(REMOVED_AT):
            gone.add(str(key))
        else:
            live[str(key)] = _entry(book, name, str(key), value)


def _entry(book: Book, root: str, id: str, held: dict[str, Any]) -> Entry:
    entry = Entry(root, id, {})
    keys = ROOTS[root].keys
    sets: dict[str, dict[str, Any]] = {}
    for name, value in held.items():
        if value is None or name == REMOVED_AT:
            continue
        base, _, member = name.partition(":")
        key = keys.get(base)
        if key is None or (key.kind in (Kind.FLAGS, Kind.RANKS)) != bool(member):
            book.find(FindingCode.UNKNOWN_KEY, entry, name[:LONGEST_LINE])
        elif member:
            sets.setdefault(base, {})[member] = value
        else:
            _keep(book, entry, name, _signed(value) if (root, name) in SIGNED else _read(key, value))
    for base, members in sets.items():
        _keep_set(book, entry, base, members)
    return entry


def _keep(book: Book, entry: Entry, name: str, read: Any) -> None:
    if isinstance(read, FindingCode):
        book.find(read, entry, name)
    elif read != "":
        entry.said[name] = read
        if ROOTS[entry.root].keys[name].kind == Kind.LINE and len(read) > LONGEST_LINE:
            book.find(FindingCode.TOO_LONG, entry, name)


def _keep_set(book: Book, entry: Entry, base: str, members: dict[str, Any]) -> None:
    """Flags sorted, ranks in their order; a member outside the list or with a strange value is left out."""
    key, kept = ROOTS[entry.root].keys[base], []
    for member, value in members.items():
        if value is False:
            continue
        rank = _number(value) if key.kind == Kind.RANKS else value
        if isinstance(rank, FindingCode) or (key.kind == Kind.FLAGS and rank is not True):
            book.find(FindingCode.UNREADABLE, entry, f"{base}:{member}"[:LONGEST_LINE])
        elif key.codes and member not in key.codes.values:
            book.find(FindingCode.UNKNOWN_CODE, entry, f"{base}:{member}"[:LONGEST_LINE])
        else:
            kept.append((float(rank), clean(member)))
    if kept:
        entry.said[base] = tuple(member for _, member in sorted(kept))


def _read(key: Key, value: Any) -> Any:
    """`value` as its kind, or the code of what is wrong with it; a blank text is nothing."""
    if key.kind == Kind.CODE and key.codes:
        if value == "":
            return ""
        return value if isinstance(value, str) and value in key.codes.values else FindingCode.UNKNOWN_CODE
    return _READERS[key.kind](value)


def clean(value: str) -> str:
    """`value` without what no database keeps, composed as Unicode recommends."""
    if value.isascii():
        return CONTROLS.sub("", value)
    return unicodedata.normalize("NFC", CONTROLS.sub("", value).encode(errors="replace").decode())


def _text(value: Any) -> Any:
    return clean(value).strip() if isinstance(value, str) else FindingCode.UNREADABLE


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST_NUMBER:
        return FindingCode.UNREADABLE
    return value


def _integer(value: Any) -> Any:
    number = _signed(value)
    return FindingCode.NEGATIVE if not isinstance(number, FindingCode) and number < 0 else number


def _signed(value: Any) -> Any:
    number = _number(value)
    if isinstance(number, FindingCode) or number != int(number) or abs(number) > LARGEST_INTEGER:
        return FindingCode.UNREADABLE
    return int(number)


def _yes(value: Any) -> Any:
    return value if isinstance(value, bool) else FindingCode.UNREADABLE


def _day(value: Any) -> Any:
    """2024, 2024-08 or 2024-08-15: the first day of what was said and how precise it is."""
    if value == "":
        return ""
    parts = DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if parts is None:
        return FindingCode.UNREADABLE_DAY
    year, month, day = parts.groups()
    precision = DatePrecision.DAY if day else DatePrecision.MONTH if month else DatePrecision.YEAR
    try:
        return Day(date(int(year), int(month or 1), int(day or 1)), str(precision))
    except ValueError:
        return FindingCode.UNREADABLE_DAY


_READERS: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _text,
    Kind.LINE: _text,
    Kind.CODE: _text,
    Kind.NUMBER: _number,
    Kind.INTEGER: _integer,
    Kind.YES: _yes,
    Kind.DAY: _day,
    Kind.TIME: _text,
    Kind.ORDER: _text,
    Kind.REF: _text,
}


def _check_references(book: Book, entry: Entry) -> None:
    """References inside the document lead to live entries; those into registers are somebody else's to resolve."""
    for name, key in ROOTS[entry.root].keys.items():
        if not key.of or key.of.startswith("@") or name not in entry.said:
            continue
        said = entry.said[name]
        pointed = said if key.kind == Kind.FLAGS else (said,)
        found = tuple(it for it in pointed if it in book.entries[key.of])
        for lost in sorted(set(pointed) - set(found)):
            was = lost in book.removed[key.of]
            book.find(FindingCode.REMOVED_REFERENCE if was else FindingCode.UNKNOWN_REFERENCE, entry, name, lost)
        if key.kind == Kind.FLAGS:
            entry.said[name] = found
        elif not found:
            del entry.said[name]


def in_order(book: Book, entry: Entry, pairs: Iterable[tuple[str, str]]) -> None:
    """Each pair of keys runs from low to high; otherwise a finding, and neither figure is used."""
    for low, high in pairs:
        if entry.get(low) is not None and entry.get(high) is not None and entry.get(low) > entry.get(high):
            book.find(FindingCode.LOW_ABOVE_HIGH, entry, low, high)
            del entry.said[low], entry.said[high]
        for key in (low, high):
            if entry.get(key) is not None and entry.get(key) < 0:
                book.find(FindingCode.NEGATIVE, entry, key)
                del entry.said[key]
