"""Paging by key: a page starts after the last key of the one before, so the last page costs what the first does."""

from dataclasses import dataclass

from .problems import Fault, Problem

PAGE_ROWS = 100
MOST_ROWS = 1_000
COUNTED_ROWS = 10_000
"""Counts are exact up to this many rows and absent beyond."""


@dataclass(frozen=True)
class PageAsked:
    """Where a page starts and how many rows it may hold."""

    after: str
    limit: int


def page_asked(after: str | None, limit: str | None) -> PageAsked:
    """Read `?after=` and `?limit=`; raises `Fault.BAD_REQUEST` for a limit that is no number from 1 to 1,000."""
    if not limit:
        return PageAsked(after or "", PAGE_ROWS)
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:6]) <= MOST_ROWS):
        raise Problem(Fault.BAD_REQUEST)
    return PageAsked(after or "", int(limit))
