"""Agenda, checks, invitations, groups and counts."""

from accounts.codes import ParticipantCategory
from workshops.codes import GroupKind, Sex

from ..document import SEPARATOR
from .entries import Book, Entry
from .findings import Finding, FindingCode
from .records import AgendaItem, Attachment, Check, Count, Group, Invitation


def agenda(book: Book) -> tuple[AgendaItem, ...]:
    """Items day by day, in their order."""
    items = [
        AgendaItem(
            it.id, it.get("day") or 1, it.text("title"), it.get("minutes") or 0, it.text("state"), it.text("started_at")
        )
        for it in book.of("agenda")
    ]
    return tuple(sorted(items, key=lambda it: it.day))


def checks(book: Book) -> tuple[Check, ...]:
    """What was to be done before the workshop."""
    return tuple(
        Check(it.id, it.get("due") or 0, it.text("title"), bool(it.get("done")), it.text("note"))
        for it in book.of("checks")
    )


def invitations(book: Book) -> tuple[Invitation, ...]:
    """Bodies and their seats."""
    return tuple(_invitation(book, it) for it in book.of("invitations"))


def _invitation(book: Book, entry: Entry) -> Invitation:
    seats, women = entry.get("seats") or 0, entry.get("women") or 0
    if not entry.text("name"):
        book.find(FindingCode.NO_TEXT, entry, "name")
    if women > seats:
        book.find(FindingCode.WOMEN_ABOVE_SEATS, entry, "women")
    category = entry.text("category") or ParticipantCategory.OTHER
    return Invitation(entry.id, entry.text("name"), str(category), seats, women)


def groups(book: Book) -> tuple[Group, ...]:
    """Groups by day and order."""
    found = []
    for it in book.of("groups"):
        if not it.text("name"):
            book.find(FindingCode.NO_TEXT, it, "name")
        kind = it.text("kind") or GroupKind.WORKING
        found.append(Group(it.id, it.text("name"), it.get("session") or 1, str(kind), it.flags("area")))
    return tuple(sorted(found, key=lambda it: it.session))


def counts(book: Book) -> tuple[Count, ...]:
    """Participants by category and sex; the category is in the id where the entry does not say it."""
    numbers: dict[tuple[str, str], int] = {}
    for it in book.of("counts"):
        category, _, sex = it.id.partition(SEPARATOR)
        category, sex = it.text("category") or category, it.text("sex") or sex
        if category not in ParticipantCategory.values or sex not in Sex.values:
            book.find(FindingCode.UNKNOWN_CODE, it)
        elif it.get("number"):
            numbers[category, sex] = max(numbers.get((category, sex), 0), it.get("number"))
    if not numbers:
        book.findings.append(Finding(FindingCode.NO_COUNTS, "counts"))
    listed = ParticipantCategory.values
    return tuple(
        Count(category, sex, number)
        for (category, sex), number in sorted(numbers.items(), key=lambda it: (listed.index(it[0][0]), it[0][1]))
    )


def attachments(book: Book) -> tuple[Attachment, ...]:
    """What lies outside the document."""
    return tuple(Attachment(it.id, it.text("hash"), it.text("type"), it.text("about")) for it in book.of("attachments"))
