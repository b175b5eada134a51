"""Three views of a site next to each other: what workshops say, what a visit saw, what the qualification says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from claims.codes import PRESENCE_ANSWERS, ActivityStatus, ClaimKind, Mineral, QualificationStatus
from sites.codes import SourceKind

from .cards import expiry_in_words, source_in_words
from .reading import Reading, Row
from .words import age_in_words, day_in_words, joined, range_in_words, word, words


@dataclass(frozen=True)
class Column:
    """One of the views: its title, its source and day, and its rows, the latest first."""

    title: str
    under: str
    rows: list[Row]


@dataclass(frozen=True)
class Line:
    """One question with the answer of each view; `differs` where two of them contradict each other."""

    label: str
    cells: list[dict[str, str]]
    differs: bool = False


def columns_of_site(reading: Reading) -> list[Column]:
    """Return the three views."""
    seen = reading.of(ClaimKind.OBSERVATION)
    said = [row for row in seen if row["workshop_said_so"]]
    visited = [row for row in seen if not row["workshop_said_so"]]
    decided = reading.of(ClaimKind.QUALIFICATION)
    visit = _("What the last visit saw")
    if visited and visited[0]["source_kind"] not in (SourceKind.FIELD_VISIT, SourceKind.INCIDENT_REPORT):
        visit = _("What other sources say")
    return [
        Column(_("What the workshop says"), _under(said), said),
        Column(visit, _under(visited), visited),
        Column(_("What the qualification says"), _under(decided), decided),
    ]


def _under(rows: list[Row]) -> str:
    if not rows:
        return ""
    row = rows[0]
    when = day_in_words(row["stated_on"], row["stated_precision"])
    return joined([row.get("decree") or source_in_words(row), when], " · ")


def lines_of_site(reading: Reading, columns: list[Column]) -> list[Line]:
    """Return the questions that at least one view answers."""
    observed, decided = columns[:2], columns[2]
    presence = [_latest(column.rows, _presence) for column in observed]
    minerals = [_latest(column.rows, lambda row: row["minerals"]) or [] for column in observed]
    named = [tuple(sorted(found)) for found in minerals]
    status = decided.rows[0]["status"] if decided.rows else ""
    lines = [
        Line(_("Presence"), [{"presence": code or ""} for code in presence] + [{}], _differ(presence)),
        Line(_("Minerals"), _texts([joined(words(Mineral, found)) for found in minerals]), _differ(named)),
        Line(_("Qualification"), [{}, {}, {"text": word(QualificationStatus, status)}]),
        Line(_("Activity"), _texts([_latest(column.rows, _activity) or "" for column in observed])),
        Line(_("Workers"), _texts([_latest(column.rows, _workers) or "" for column in observed])),
        _ages(reading, columns),
    ]
    return [line for line in lines if any(any(cell.values()) for cell in line.cells)]


def _texts(found: list[str]) -> list[dict[str, str]]:
    return [{"text": text} for text in found] + [{}]


def _ages(reading: Reading, columns: list[Column]) -> Line:
    ages = [age_in_words(column.rows[0]["known_on"], reading.on) if column.rows else "" for column in columns]
    if columns[2].rows:
        ages[2] = expiry_in_words(columns[2].rows[0], reading.on) or ages[2]
    return Line(_("Age"), [{"text": age} for age in ages])


def _latest(rows: list[Row], told: Callable[[Row], Any]) -> Any:
    """The latest answer: a view that says nothing now keeps its older one."""
    return next((answer for answer in map(told, rows) if answer), None)


def _presence(row: Row) -> str:
    return row["armed_presence"] if row["armed_presence"] in PRESENCE_ANSWERS else ""


def _activity(row: Row) -> str:
    return word(ActivityStatus, row["activity_status"]) if row["activity_status"] != ActivityStatus.UNKNOWN else ""


def _workers(row: Row) -> str:
    return range_in_words(row["workers_low"], row["workers_high"])


def _differ(answers: Iterable[Any]) -> bool:
    said = [answer for answer in answers if answer]
    return len(set(said)) > 1
