"""Claims as cards of a time line: what is said, by whom, how sure, how old; contradicting ones side by side."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from access.reach import Audience
from claims.codes import (
    ActivityStatus,
    Agreement,
    Answer,
    Basis,
    ClaimKind,
    Credibility,
    ExploitationMode,
    ExtractionType,
    IncidentCategory,
    IncidentFollowup,
    Mineral,
    Programme,
    ProgrammeState,
    QualificationStatus,
    ReviewStatus,
    SinceLastRound,
    StateService,
)
from claims.derived import expiry_of
from claims.models import CorrectionRequest, Reply
from sites.codes import Reliability, SourceKind, TitleStatus

from .contrary import contrary
from .involved import actor_sentence
from .reading import Reading, Row
from .words import age_in_words, day_in_words, is_old, joined, range_in_words, word, words

CHECKERS = (Audience.ANALYST, Audience.SECRETARIAT)
"""Audiences that read what is not released yet, so that the stage says something to them."""

SILENT = {Answer.NO_DATA, Answer.NOT_ASKED}


@dataclass
class Card:
    """One claim, with what the same source said of actors in the same breath."""

    row: Row
    presence: str = ""
    title: str = ""
    lines: list[str] = field(default_factory=list)
    meta: list[str] = field(default_factory=list)
    agreement: str = ""
    agreement_label: str = ""
    status: str = ""
    status_label: str = ""
    replies: list[Reply] = field(default_factory=list)
    asked: list[CorrectionRequest] = field(default_factory=list)
    contestable: bool = False
    reviewable: bool = False
    reserved: int = 0

    @property
    def when(self) -> str:
        """The day of statement, as exactly as the reader is told it."""
        return day_in_words(self.row["stated_on"], self.row["stated_precision"])

    @property
    def contested(self) -> bool:
        """Whether somebody contests it, as every reader is told."""
        return bool(self.row["review_status"] == ReviewStatus.CONTESTED)


@dataclass
class Moment:
    """Cards of one point of the time line; several only where they contradict each other."""

    when: str
    age: str
    old: bool
    cards: list[Card]

    @property
    def contradicted(self) -> bool:
        """Whether its cards contradict each other."""
        return len(self.cards) > 1


def time_line(reading: Reading) -> list[Moment]:
    """Return the claims of a place, the latest first."""
    cards = cards_of(reading)
    moments: list[Moment] = []
    taken: set[int] = set()
    for at, card in enumerate(cards):
        if at in taken:
            continue
        later = [n for n in range(at + 1, len(cards)) if n not in taken]
        against = [n for n in later if contrary(card.row, cards[n].row, reading.reach.audience)]
        taken.update(against)
        moments.append(_moment([card, *(cards[n] for n in against)], reading.on))
    return moments


def _moment(cards: list[Card], on: date) -> Moment:
    row = cards[0].row
    return Moment(cards[0].when, age_in_words(row["known_on"], on), is_old(row["known_on"], on), cards)


def cards_of(reading: Reading) -> list[Card]:
    """Return one card per observation, qualification and incident, and one per source that only names actors."""
    cards = [_card(row, reading) for row in reading.all if row["kind"] in HEADLINES]
    home: dict[tuple[Any, ...], Card] = {}
    for card in cards:
        if card.row["kind"] == ClaimKind.OBSERVATION:
            home.setdefault(_breath(card.row), card)
    for row in reading.of(ClaimKind.INVOLVEMENT):
        card = home.setdefault(_breath(row), _card(row, reading))
        card.lines.append(actor_sentence(row))
        if card.row is row:
            cards.append(card)
        else:
            card.reserved += reading.reserved(row)
    return sorted(cards, key=lambda card: (card.row["known_on"], str(card.row["id"])), reverse=True)


def _breath(row: Row) -> tuple[Any, ...]:
    """What one source said on one day, at one stage of review."""
    return row["source"], row["source_kind"], row["stated_on"], row["review_status"]


def _card(row: Row, reading: Reading) -> Card:
    card = Card(row, replies=reading.replies.get(row["id"], []), contestable=row["id"] in reading.contestable)
    card.asked = reading.asked.get(row["id"], [])
    card.reviewable = reading.reach.audience == Audience.SECRETARIAT
    card.reserved = reading.reserved(row)
    HEADLINES.get(row["kind"], _named)(card, reading)
    card.lines += dict.fromkeys(row[name] for name in ("text", "note", "said") if row.get(name))
    card.meta = _meta(row)
    card.agreement, card.agreement_label = row["agreement"], word(Agreement, row["agreement"])
    if reading.reach.audience in CHECKERS:
        card.status, card.status_label = row["review_status"], word(ReviewStatus, row["review_status"])
    return card


def _meta(row: Row) -> list[str]:
    since = word(SinceLastRound, row.get("since_last_round"))
    parts = [since, _period(row), source_in_words(row), row["licence"], word(Basis, row["basis"])]
    if "reliability" in row:
        parts.append(joined([row["reliability"], word(Reliability, row["reliability"])], " – "))
        parts.append(joined([row["credibility"], word(Credibility, row["credibility"])], " – "))
    return [part for part in parts if part]


def _period(row: Row) -> str:
    """Return when it was so, as exactly as the reader is told it; '' where only the day of the statement is known."""
    ends = {name: row.get(f"observed_{name}") for name in ("from", "until")}
    told = {name: day_in_words(day, row[f"observed_{name}_precision"]) if day else "" for name, day in ends.items()}
    if not any(told.values()):
        return ""
    if told["from"] == told["until"]:
        return _("Period: %(from)s") % told
    if told["from"] and told["until"]:
        return _("Period: %(from)s to %(until)s") % told
    return (_("Period: from %(from)s") if told["from"] else _("Period: until %(until)s")) % told


def source_in_words(row: Row) -> str:
    """Return a source as the reader is told it: its title, or what it is."""
    if row["source"]:
        return str(row["source"])
    return _("Workshop, a working group") if row["workshop_said_so"] else word(SourceKind, row["source_kind"])


def _observation(card: Card, reading: Reading) -> None:
    row = card.row
    card.presence = row["armed_presence"]
    parts = [
        joined(words(Mineral, row["minerals"])),
        joined(words(ExploitationMode, row["exploitation_modes"])),
        joined(words(ExtractionType, row["extraction_types"])),
        word(ActivityStatus, row["activity_status"]) if row["activity_status"] != ActivityStatus.UNKNOWN else "",
        range_in_words(row["workers_low"], row["workers_high"], _("workers")),
        word(TitleStatus, row["title_status"]) if row["title_status"] != TitleStatus.UNKNOWN else "",
        joined([word(Programme, row["programme"]), word(ProgrammeState, row["programme_state"])], " – "),
        joined(words(StateService, row["services"])),
    ]
    card.lines = [joined(parts, " · ")] if any(parts) else []
    asked = {
        "mercury": _("mercury"),
        "women": _("women"),
        "children": _("children"),
        "displaced": _("displaced people"),
    }
    harm = joined((_answered(what, row.get(name)) for name, what in asked.items()), " · ")
    card.lines += [harm] if harm else []


def _answered(what: str, answer: str | None) -> str:
    if not answer or answer in SILENT:
        return ""
    return _("%(what)s: %(answer)s") % {"what": what, "answer": word(Answer, answer).lower()}


def _qualification(card: Card, reading: Reading) -> None:
    row = card.row
    card.title = _("Qualification: %(status)s") % {"status": word(QualificationStatus, row["status"])}
    card.lines = [part for part in (row["decree"], expiry_in_words(row, reading.on)) if part]


def expiry_in_words(row: Row, on: date) -> str:
    """Return until when a qualification holds, or since when it has lapsed."""
    expiry = expiry_of(row["status"], row["decided_on"], row["stated_on"])
    if expiry is None:
        return ""
    day = f"{expiry.day:%d/%m/%Y}"
    if expiry.over_on(on):
        text = _("lapsed since %(day)s at the latest") if expiry.at_latest else _("lapsed since %(day)s")
    else:
        text = _("valid until %(day)s at the latest") if expiry.at_latest else _("valid until %(day)s")
    return text % {"day": day}


def _incident(card: Card, reading: Reading) -> None:
    row = card.row
    card.title = _("Incident: %(category)s") % {"category": word(IncidentCategory, row["category"])}
    card.lines = [word(IncidentFollowup, row["follow_up"])]


def _named(card: Card, reading: Reading) -> None:
    card.title = _("Actors at the site")


HEADLINES: dict[str, Any] = {
    ClaimKind.OBSERVATION: _observation,
    ClaimKind.QUALIFICATION: _qualification,
    ClaimKind.INCIDENT: _incident,
}
