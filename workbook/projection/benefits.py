"""Who gains in the end; nothing of it is for the plenary unless the room chose so."""

from claims.codes import BeneficiaryType

from .entries import Book, Entry
from .findings import FindingCode
from .said import Benefit
from .statements import common, need_place

UNSAID = (BeneficiaryType.ANONYMOUS, BeneficiaryType.UNKNOWN)


def benefits(book: Book) -> tuple[Benefit, ...]:
    """Benefits in their order; one about an actor or a leg is about its place too."""
    return tuple(_benefit(book, it) for it in book.of("benefits"))


def _benefit(book: Book, entry: Entry) -> Benefit:
    need_place(book, entry, "involvement", "leg")
    kind, reason = entry.text("beneficiary_type"), entry.text("unspecified_reason")
    named = entry.text("beneficiary") or entry.text("beneficiary_name")
    if not reason and not kind:
        book.find(FindingCode.NO_BENEFIT_TYPE, entry, "beneficiary_type")
    elif not reason and kind in UNSAID and not named:
        book.find(FindingCode.NO_REASON, entry, "unspecified_reason")
    return Benefit(
        involvement=entry.text("involvement"),
        leg=entry.text("leg"),
        beneficiary=entry.text("beneficiary"),
        beneficiary_name=entry.text("beneficiary_name"),
        beneficiary_type=kind,
        link=entry.text("link"),
        unspecified_reason=reason,
        **{**common(book, entry, kept_back=True), "place": entry.text("place") or _place(book, entry)},
    )


def _place(book: Book, entry: Entry) -> str:
    for root, key in (("involvements", "involvement"), ("legs", "leg")):
        about = book.entries[root].get(entry.text(key))
        if about is not None and about.text("place"):
            return about.text("place")
    return ""
