"""Recommendations and objectives, dissent, and findings that the room lets stand."""

from claims.codes import Disclosure

from .entries import Book, Entry
from .findings import FindingCode
from .records import Acceptance, Objective, Recommendation, Reserve


def recommendations(book: Book) -> tuple[Recommendation, ...]:
    """Recommendations in their order."""
    return tuple(_recommendation(book, it) for it in book.of("recommendations"))


def _recommendation(book: Book, entry: Entry) -> Recommendation:
    wanted = {
        "text": FindingCode.NO_TEXT,
        "type": FindingCode.NO_TYPE,
        "body": FindingCode.NO_BODY,
        "horizon": FindingCode.NO_HORIZON,
    }
    for key, code in wanted.items():
        if not entry.text(key):
            book.find(code, entry, key)
    if not entry.flags("cause"):
        book.find(FindingCode.NO_CAUSE, entry, "cause")
    return Recommendation(
        id=entry.id,
        type=entry.text("type"),
        text=entry.text("text"),
        causes=entry.flags("cause"),
        places=entry.flags("place"),
        level=entry.text("level"),
        addressee=entry.text("addressee"),
        body=entry.text("body"),
        horizon=entry.text("horizon"),
        roadmap=entry.text("roadmap"),
        agreement=entry.text("agreement"),
        disclosure=entry.text("disclosure") or str(Disclosure.PLENARY),
        group=entry.text("group"),
    )


def objectives(book: Book) -> tuple[Objective, ...]:
    """Objectives in their order."""
    return tuple(Objective(it.id, it.text("node"), it.text("text")) for it in book.of("objectives"))


def reserves(book: Book) -> tuple[Reserve, ...]:
    """Dissent, in its order."""
    found = []
    for it in book.of("reserves"):
        if not it.text("text"):
            book.find(FindingCode.NO_TEXT, it, "text")
        found.append(Reserve(it.id, it.text("about"), it.text("text"), it.text("group")))
    return tuple(found)


def acceptances(book: Book) -> tuple[Acceptance, ...]:
    """Findings let stand; one without a reason lets nothing stand."""
    return tuple(
        Acceptance(it.id, it.text("finding"), it.text("reason"))
        for it in book.of("acceptances")
        if it.text("finding") and it.text("reason")
    )
