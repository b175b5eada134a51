"""What every statement has in common: times, agreement, the last round, and who may hear it."""

from typing import Any

from claims.codes import Agreement, Disclosure, SinceLastRound
from lib.dates import last_day
from sites.codes import Sensitivity

from .entries import Book, Entry
from .findings import FindingCode

PAST = (SinceLastRound.ENDED, SinceLastRound.WRONG, SinceLastRound.NOT_KNOWN)
"""Answers to the last round by which its statement is none of today."""

PLENARY, GROUP_ONLY = str(Disclosure.PLENARY), str(Disclosure.GROUP_ONLY)


def common(book: Book, entry: Entry, *, kept_back: bool = False) -> dict[str, Any]:
    """The fields of `Statement`; `kept_back` where silence on the disclosure means: not for the plenary."""
    since, until = entry.get("from"), entry.get("until")
    if since and until and last_day(until.first, until.precision) < since.first:
        book.find(FindingCode.PERIOD_BACKWARDS, entry, "until")
        since = until = None
    if entry.text("since_last_round") and not entry.text("answers"):
        book.find(FindingCode.ANSWERS_NOTHING, entry, "answers")
    return {
        "id": entry.id,
        "place": entry.text("place"),
        "basis": entry.text("basis"),
        "agreement": entry.text("agreement"),
        "disclosure": _disclosure(book, entry, kept_back),
        "since_last_round": entry.text("since_last_round"),
        "answers": entry.text("answers"),
        "sensitivity": entry.text("sensitivity"),
        "group": entry.text("group"),
        "since": since,
        "until": until,
        "note": entry.text("note"),
        "said": entry.text("said"),
        "language": entry.text("language"),
    }


def _disclosure(book: Book, entry: Entry, kept_back: bool) -> str:
    """What one participant said, and what is for the secretariat, is never for the plenary."""
    if entry.text("agreement") == Agreement.SINGLE:
        book.find(FindingCode.SINGLE_VOICE, entry, "agreement")
        return GROUP_ONLY
    if entry.text("sensitivity") == Sensitivity.SEVERE:
        return GROUP_ONLY
    if entry.text("disclosure"):
        return entry.text("disclosure")
    if kept_back:
        book.find(FindingCode.GROUP_ONLY_UNASKED, entry, "disclosure")
    return GROUP_ONLY if kept_back else PLENARY


def need_place(book: Book, entry: Entry, *others: str) -> None:
    """A statement is about a place, or about one of `others`."""
    if not any(entry.text(key) or entry.flags(key) for key in ("place", *others)):
        book.find(FindingCode.NO_PLACE, entry, "place")
