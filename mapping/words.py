"""Codes, days and ages in words, as pages about places write them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import TextChoices
from django.utils.translation import gettext, ngettext

OLD_YEARS = 5
"""Beyond this an answer is shown as old."""


def word(codes: type[TextChoices], code: str | None) -> str:
    """Return the label of a code; '' for none."""
    return str(codes(code).label) if code in codes.values else ""


def words(codes: type[TextChoices], found: Iterable[str] | None) -> list[str]:
    """Return the labels of codes, in the order given."""
    return [word(codes, code) for code in found or () if code in codes.values]


def joined(parts: Iterable[str], mark: str = ", ") -> str:
    """Return the parts that say something, as one text."""
    return mark.join(part for part in parts if part)


def day_in_words(day: date | None, precision: str = "DAY") -> str:
    """Return a day as exactly as it is known: 24/09/2024, 09/2024, a quarter or 2024."""
    if day is None:
        return ""
    if precision == "YEAR":
        return f"{day:%Y}"
    if precision == "QUARTER":
        return gettext("quarter %(n)d of %(year)d") % {"n": (day.month + 2) // 3, "year": day.year}
    return f"{day:%m/%Y}" if precision == "MONTH" else f"{day:%d/%m/%Y}"


def age_in_words(last: date, on: date) -> str:
    """Return how long ago `last` was, coarsely: weeks, months, years."""
    days = max(0, (on - last).days)
    if days < 14:
        return gettext("under two weeks")
    if days < 61:
        return ngettext("%(n)d week", "%(n)d weeks", days // 7) % {"n": days // 7}
    if days < 730:
        return ngettext("%(n)d month", "%(n)d months", days // 30) % {"n": days // 30}
    years = int(days / 365.25)
    if years >= OLD_YEARS:
        return gettext("over %(n)d years") % {"n": years}
    return ngettext("%(n)d year", "%(n)d years", years) % {"n": years}


def is_old(last: date, on: date) -> bool:
    """Whether an answer is shown as old."""
    return (on - last).days > OLD_YEARS * 365.25


def range_in_words(low: Any, high: Any, unit: str = "") -> str:
    """Return "350 to 400"; '' where neither end was said."""
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return ""
    figures = [str(intcomma(int(end) if end == int(end) else end)) for end in dict.fromkeys(ends)]
    text = figures[0] if len(figures) == 1 else gettext("%(low)s to %(high)s") % {"low": figures[0], "high": figures[1]}
    return joined([text, unit], "\u00a0")


def magnitude_in_words(magnitude: int | None, unit: str = "") -> str:
    """Return a band of a power of ten: "100 to 1 000"; zero stands for under ten."""
    if magnitude is None:
        return ""
    if magnitude <= 0:
        return joined([gettext("under 10"), unit], "\u00a0")
    return range_in_words(10**magnitude, 10 ** (magnitude + 1), unit)
