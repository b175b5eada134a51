"""Reads the bytes of an update as a list of what it writes, without making a document of it.

Only what tells who wrote which value over which other one is given back: the items of maps. The format is version 1
of the updates that Yjs and pycrdt exchange; texts are measured in UTF-16, as browsers do.
"""

from collections.abc import Iterator
from dataclasses import dataclass

Id = tuple[int, int]
"""Client and clock."""

HAS_KEY, HAS_RIGHT, HAS_LEFT, REF = 0x20, 0x40, 0x80, 0x1F
GC, DELETED, TYPE, ANY, SKIP = 0, 1, 7, 8, 10
NAMED_TYPES = (3, 5)
DEEPEST = 40


@dataclass(frozen=True)
class Written:
    """One item: where it stands, if it says so (a root's name or another item, and a key), and what it stands after."""

    id: Id
    parent: Id | str | None
    key: str | None
    after: Id | None
    ref: int


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
            yield Written((client, clock), parent, key, after, info & REF)
            clock += _content(reader, info & REF)


def _place(reader: Reader, info: int) -> tuple[Id | str | None, str | None]:
    """Parent and key; an item with a neighbour stands where the neighbour does and says neither."""
    if info & (HAS_LEFT | HAS_RIGHT):
        return None, None
    parent: Id | str = reader.text() if reader.number() else reader.id()
    return parent, reader.text() if info & HAS_KEY else None


def _content(reader: Reader, ref: int) -> int:
    """Leave the content out; how many clocks it takes."""
    match ref:
        case 1:  # deleted
            return reader.number()
        case 2:  # JSON
            count = reader.number()
            for _ in range(count):
                reader.text()
            return count
        case 3:  # bytes
            reader.skip(reader.number())
        case 4:  # a text
            return len(reader.text().encode("utf-16-le", "surrogatepass")) // 2
        case 5:  # embedded
            reader.text()
        case 6:  # format
            reader.text()
            reader.text()
        case 7:  # a shared type
            if reader.number() in NAMED_TYPES:
                reader.text()
        case 8:  # plain values
            count = reader.number()
            for _ in range(count):
                _any(reader, DEEPEST)
            return count
        case 9:  # a document
            reader.text()
            _any(reader, DEEPEST)
        case _:
            raise Unreadable
    return 1


def _any(reader: Reader, depth: int) -> None:
    """Leave one plain value out."""
    if depth == 0:
        raise Unreadable
    match reader.byte():
        case 127 | 126 | 121 | 120:  # undefined, null, false, true
            return
        case 125:  # an integer: six bits in its first byte, whose sign is the seventh
            while reader.byte() >= 0x80:
                pass
        case 124:  # four bytes of a number
            reader.skip(4)
        case 123 | 122:  # eight
            reader.skip(8)
        case 119:  # a text
            reader.text()
        case 118:  # an object
            for _ in range(reader.number()):
                reader.text()
                _any(reader, depth - 1)
        case 117:  # an array
            for _ in range(reader.number()):
                _any(reader, depth - 1)
        case 116:  # bytes
            reader.skip(reader.number())
        case _:
            raise Unreadable
