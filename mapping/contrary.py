"""When two observations contradict each other on a page: the same rule by which `claims.state` draws the mark."""

from datetime import date
from typing import Any

from claims.codes import PRESENCE_ANSWERS
from claims.state import is_told_days
from lib.dates import last_day

Row = dict[str, Any]


def contrary(one: Row, other: Row, audience: str) -> bool:
    """Whether two observations answer otherwise about presence at times that overlap.

    For who is told months or quarters only where they overlap whichever days lie in them: two visits of one month,
    one after the other, contradict nothing.
    """
    answers = [row.get("armed_presence") for row in (one, other)]
    if any(answer not in PRESENCE_ANSWERS for answer in answers) or answers[0] == answers[1]:
        return False
    period = _period if is_told_days(audience) else _surely
    (begins, ends), (others_begin, others_end) = period(one), period(other)
    return bool(begins <= others_end and others_begin <= ends)


def _period(row: Row) -> tuple[date, date]:
    begins = row.get("observed_from") or row["stated_on"]
    return begins, max(_until(row) or row["known_on"], begins)


def _until(row: Row) -> date | None:
    until = row.get("observed_until")
    return last_day(until, row["observed_until_precision"]) if until else None


def _surely(row: Row) -> tuple[date, date]:
    """By when it has begun for sure, and until when it lasts for sure."""
    begins = row.get("observed_from")
    begun = last_day(begins, row["observed_from_precision"]) if begins else row["known_on"]
    return begun, row.get("observed_until") or row["stated_on"]
