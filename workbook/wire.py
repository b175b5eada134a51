"""Reads the bytes of an update as a list of what it writes, without making a document of it.

Only what tells who wrote which value over which other one is given back: the items of maps. The format is version 1
of the updates that Yjs and pycrdt exchange; texts are measured in UTF-16, as browsers do.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Id = tuple[int, int]
"""Client and clock."""

HAS_KEY, HAS_RIGHT, HAS_LEFT, REF = 0x20, 0x40, 0x80, 0x1F
GC, DELETED, TYPE, ANY, SKIP = 0, 1, 7, 8, 10
NAMED_TYPES = (3, 5)
DEEPEST = 40


@dataclass(frozen=True)
class Written:
    """One item: where it stands, if it says so (a root's name or another item, and a key), what it stands after, and
    the last plain value that it sets (None for letters and shared types)."""

    id: Id
    parent: Id | str | None
    key: str | None
    after: Id | None
    ref: int
    value: Any = None


class Unreadable(ValueError):
    """The bytes end too early, or hold what the format does not."""


class Reader:
    """A cursor over bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def byte(self) -> int:
        """One byte."""
        if self.at >= len(self.data):
            raise Unreadable
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        """An unsigned number of seven bits a byte."""
        value, shift = 0, 0
        while shift < 70:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7
        raise Unreadable

    def skip(self, length: int) -> None:
        """Leave bytes out."""
        self.at += length
        if length < 0 or self.at > len(self.data):
            raise Unreadable

    def text(self) -> str:
        """A text with its length before it."""
        length = self.number()
        begin = self.at
        self.skip(length)
        return self.data[begin : self.at].decode("utf-8", "replace")

    def packed(self, form: str) -> Any:
        """A number of a fixed size, as `struct` names it."""
        begin = self.at
        self.skip(struct.calcsize(form))
        return struct.unpack(form, self.data[begin : self.at])[0]

    def integer(self) -> int:
        """A signed number: six bits in its first byte, whose sign is the seventh."""
        byte = self.byte()
        value, shift, minus = byte & 0x3F, 6, byte & 0x40
        while byte >= 0x80 and shift < 70:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
        return -value if minus else value

    def id(self) -> Id:
        """Client and clock of an item."""
        return self.number(), self.number()


def writes(update: bytes) -> list[Written]:
    """The items that `update` writes; nothing where it cannot be read."""
    try:
        return list(_items(Reader(update)))
    except (Unreadable, RecursionError):
        return []


def _items(reader: Reader) -> Iterator[Written]:
    for _ in range(reader.number()):
        count, client, clock = reader.number(), reader.number(), reader.number()
        for _ in range(count):
            info = reader.byte()
            if info & REF in (GC, SKIP):
                clock += reader.number()
                continue
            after = reader.id() if info & HAS_LEFT else None
            if info & HAS_RIGHT:
                reader.id()
            parent, key = _place(reader, info)
            length, value = _content(reader, info & REF)
            yield Written((client, clock), parent, key, after, info & REF, value)
            clock += length


def _place(reader: Reader, info: int) -> tuple[Id | str | None, str | None]:
    """Parent and key; an item with a neighbour stands where the neighbour does and says neither."""
    if info & (HAS_LEFT | HAS_RIGHT):
        return None, None
    parent: Id | str = reader.text() if reader.number() else reader.id()
    return parent, reader.text() if info & HAS_KEY else None


def _content(reader: Reader, ref: int) -> tuple[int, Any]:
    """How many clocks the content takes, and its last plain value."""
    match ref:
        case 1:  # deleted
            return reader.number(), None
        case 2:  # JSON
            return len([reader.text() for _ in range(reader.number())]), None
        case 3:  # bytes
            reader.skip(reader.number())
        case 4:  # a text
            return len(reader.text().encode("utf-16-le", "surrogatepass")) // 2, None
        case 5:  # embedded
            reader.text()
        case 6:  # format
            reader.text()
            reader.text()
        case 7:  # a shared type
            if reader.number() in NAMED_TYPES:
                reader.text()
        case 8:  # plain values
            values = [_any(reader, DEEPEST) for _ in range(reader.number())]
            return len(values), values[-1] if values else None
        case 9:  # a document
            reader.text()
            _any(reader, DEEPEST)
        case _:
            raise Unreadable
    return 1, None


def _any(reader: Reader, depth: int) -> Any:
    """One plain value."""
    if depth == 0:
        raise Unreadable
    match reader.byte():
        case 127 | 126:  # undefined, null
            return None
        case 121:
            return False
        case 120:
            return True
        case 125:
            return reader.integer()
        case 124:
            return reader.packed(">f")
        case 123:
            return reader.packed(">d")
        case 122:
            return reader.packed(">q")
        case 119:
            return reader.text()
        case 118:  # an object
            return {reader.text(): _any(reader, depth - 1) for _ in range(reader.number())}
        case 117:  # an array
            return [_any(reader, depth - 1) for _ in range(reader.number())]
        case 116:  # bytes
            reader.skip(reader.number())
            return None
        case _:
            raise Unreadable
