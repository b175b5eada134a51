"""Where minerals go from a place."""

from .entries import Book, Entry, in_order
from .findings import FindingCode
from .involvements import decimal
from .said import Leg
from .statements import common, need_place


def legs(book: Book) -> tuple[Leg, ...]:
    """Legs in their order."""
    return tuple(_leg(book, it) for it in book.of("legs"))


def _leg(book: Book, entry: Entry) -> Leg:
    in_order(book, entry, [("volume_low", "volume_high")])
    need_place(book, entry)
    start, end, text = entry.text("place"), entry.text("to"), entry.text("to_text")
    if not end and not text:
        book.find(FindingCode.NO_END, entry, "to")
    if start and start == end:
        book.find(FindingCode.LEG_ON_ITSELF, entry, "to", start)
    return Leg(
        to=end,
        to_text=text,
        leg_kind=entry.text("leg_kind"),
        mineral=entry.text("mineral"),
        transport=entry.text("transport"),
        volume_low=decimal(entry, "volume_low", 3),
        volume_high=decimal(entry, "volume_high", 3),
        formal=entry.text("formal"),
        via=tuple(it.strip() for it in entry.text("via").split(",") if it.strip()),
        **common(book, entry),
    )
