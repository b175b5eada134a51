"""Dates with a precision: the last day of a period, and the coarser period that a reader is given."""

import calendar
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date is known (the codes of the list `date_precision`)."""

    DAY = "DAY"
    EVENT = "EVENT"
    MONTH = "MONTH"
    SEASON = "SEASON"
    YEAR = "YEAR"


FINENESS = {Precision.DAY: 0, Precision.EVENT: 1, Precision.MONTH: 2, Precision.SEASON: 3, Precision.YEAR: 4}
"""Smaller is finer; an event has one day that is known only as far as the event is."""


def last_day(day: date, precision: str) -> date:
    """Return the last day of the period of `precision` in which `day` lies; an event is a single day.

    A season is half a year of the region: dry from May to September, rains from October to April.
    """
    if precision == Precision.MONTH:
        return month_end(day)
    if precision == Precision.YEAR:
        return date(day.year, 12, 31)
    if precision == Precision.SEASON:
        return _season_end(day)
    return day


def first_day(day: date, precision: str) -> date:
    """Return the first day of the period of `precision` in which `day` lies."""
    if precision == Precision.MONTH:
        return month_start(day)
    if precision == Precision.YEAR:
        return date(day.year, 1, 1)
    if precision == Precision.SEASON:
        return date(day.year, 5, 1) if 5 <= day.month <= 9 else date(day.year - (day.month < 5), 10, 1)
    return day


def _season_end(day: date) -> date:
    if 5 <= day.month <= 9:
        return date(day.year, 9, 30)
    return date(day.year + 1, 4, 30) if day.month >= 10 and day.year < date.max.year else date(day.year, 4, 30)


def month_start(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def month_end(day: date) -> date:
    """Return the last day of the month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def quarter_start(day: date) -> date:
    """Return the first day of the quarter."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def quarter_end(day: date) -> date:
    """Return the last day of the quarter."""
    return month_end(quarter_start(day).replace(month=3 * ((day.month - 1) // 3) + 3))


def half_year(day: date) -> tuple[int, int]:
    """Return the year and 1 or 2."""
    return day.year, 1 if day.month <= 6 else 2


def half_year_start(day: date) -> date:
    """Return the first day of the half-year."""
    return date(day.year, 1 if day.month <= 6 else 7, 1)


def half_year_end(day: date) -> date:
    """Return the last day of the half-year."""
    return date(day.year, 6, 30) if day.month <= 6 else date(day.year, 12, 31)


def days_since_1970(day: date) -> int:
    """Return the number of days since 1 January 1970, as map data carry dates."""
    return (day - date(1970, 1, 1)).days


def day_of(number: int) -> date:
    """Return the date of a number of days since 1 January 1970."""
    return date(1970, 1, 1) + timedelta(days=number)
