"""What stands in a report: plain words in their order, the same for the Word file and for the page."""

from dataclasses import dataclass
from datetime import date

from .layout import Picture


@dataclass(frozen=True)
class Heading:
    """Whose report it is, of which part and version."""

    title: str
    part: str
    round: str
    when: str
    where: str
    number: str
    version: str
    made_on: date
    classed: str
    demonstration: bool


@dataclass(frozen=True)
class People:
    """How many took part; `small` are the categories too small to be counted."""

    total: int
    categories: tuple[tuple[str, int], ...]
    small: tuple[str, ...]
    sexes: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Card:
    """A card of the tree in its outline."""

    depth: int
    kind: str
    text: str
    points: int
    group_only: bool = False


@dataclass(frozen=True)
class Site:
    """One row of the summary mapping; `spot` is where it lies, `drawn` what a map draws of it.

    `past` is what the last round said and this one no longer does, each with the answer that was given.
    """

    name: str
    where: str
    presence: str
    nature: tuple[str, ...]
    actors: tuple[str, ...]
    modes: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    agreement: str
    past: tuple[str, ...] = ()
    group_only: bool = False
    spot: tuple[float, float] | None = None
    drawn: str = ""
    contradicted: bool = False


@dataclass(frozen=True)
class Advice:
    """One recommendation."""

    type: str
    text: str
    causes: tuple[str, ...]
    body: str
    level: str
    horizon: str
    agreement: str
    group_only: bool = False


@dataclass(frozen=True)
class Goal:
    """One objective: what should hold in place of a cause; `cause` is empty where the room named none."""

    text: str
    cause: str


@dataclass(frozen=True)
class Dissent:
    """One réserve; `about` is empty where it concerns the whole."""

    about: str
    text: str


@dataclass(frozen=True)
class Report:
    """Everything in a report."""

    heading: Heading
    agenda: tuple[tuple[int, str, int], ...]
    groups: tuple[str, ...]
    people: People
    core: str
    causes: tuple[Card, ...]
    effects: tuple[Card, ...]
    loops: tuple[tuple[str, str, bool], ...]
    picture: Picture | None
    picture_says: str
    sites: tuple[Site, ...]
    not_reached: tuple[str, ...]
    not_reached_says: str
    advice: tuple[Advice, ...]
    goals: tuple[Goal, ...]
    dissent: tuple[Dissent, ...]
    to_complete: tuple[tuple[str, int], ...]
