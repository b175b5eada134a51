"""Causes that name a place and recommendations that answer them, as its note carries them: cleared words alone."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from access.reach import Reach
from mapping.words import joined
from workshops.advice import Followed
from workshops.ties import Cause, advice_of, causes_of

MOST_LETTERS = 200
"""Longer words are cut on a note; the sheet has them whole."""


@dataclass(frozen=True)
class Line:
    """One cause or recommendation: its words, and what is told of it."""

    words: str
    told: str


def causes_on_paper(place: UUID, reach: Reach) -> list[Line]:
    """Causes that name the place, as its sheet tells them to `reach`, those with most votes first."""
    return [_line(it.words, _of_cause(it)) for it in causes_of(place, reach, on_paper=True)]


def advice_on_paper(place: UUID, reach: Reach) -> list[Line]:
    """Recommendations that name the place, as its sheet tells them to `reach`; late ones first."""
    rows = sorted(advice_of(place, reach, on_paper=True), key=lambda it: not it.late)
    return [_line(it.row.words, _of_advice(it)) for it in rows]


def first_of(causes: list[Line], advice: list[Line], most: int) -> dict[str, Any]:
    """As many of each as there is room for, and how many stand on the sheet alone."""
    left_out = max(len(causes) - most, 0) + max(len(advice) - most, 0)
    return {"causes": causes[:most], "advice": advice[:most], "ties_left_out": left_out}


def _line(words: str, told: str) -> Line:
    return Line(Truncator(" ".join(words.split())).chars(MOST_LETTERS), told)


def _of_cause(cause: Cause) -> str:
    return joined([cause.kind, cause.theme], " · ")


def _of_advice(advice: Followed) -> str:
    horizon = advice.row.get_horizon_display() if advice.row.horizon else ""
    return joined([advice.asked_of, horizon, str(advice.status.label), _("late") if advice.late else ""], " · ")
