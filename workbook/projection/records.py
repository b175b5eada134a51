"""What a workbook says, as plain frozen records: what report, wall, closing and claims read."""

from dataclasses import dataclass, field

from .findings import Finding
from .said import Benefit, Involvement, Leg, Observation, Situation, Statement


@dataclass(frozen=True)
class AgendaItem:
    """One item of the agenda."""

    id: str
    day: int
    title: str
    minutes: int
    state: str
    started_at: str


@dataclass(frozen=True)
class Check:
    """Something to be done so many days before the workshop."""

    id: str
    due: int
    title: str
    done: bool
    note: str


@dataclass(frozen=True)
class Invitation:
    """A body with its seats; no person."""

    id: str
    name: str
    category: str
    seats: int
    women: int


@dataclass(frozen=True)
class Group:
    """A group to which statements are attributed."""

    id: str
    name: str
    session: int
    kind: str
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Count:
    """How many participants of one category and one sex."""

    category: str
    sex: str
    number: int


@dataclass(frozen=True)
class Node:
    """A card of the tree; `parent`, `side`, `kind` and `depth` are the ones that hold, whatever was moved where."""

    id: str
    side: str
    parent: str
    depth: int
    kind: str
    text: str
    said: str
    language: str
    theme: str
    group: str
    disclosure: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    areas: tuple[str, ...]
    points: int
    orphan: bool = False


@dataclass(frozen=True)
class Link:
    """A cross-link between two cards; `loop` where an effect feeds a cause."""

    id: str
    source: str
    target: str
    loop: bool


@dataclass(frozen=True)
class Vote:
    """Points that one group gave to one card."""

    node: str
    group: str
    points: int


@dataclass(frozen=True)
class Place:
    """A place that the room speaks of: known by its code (`ref`), or new with a name; `adopted` marks what was read."""

    id: str
    ref: str
    name: str
    label: str
    kind: str
    parent: str
    lon: float | None
    lat: float | None
    position_said: str
    precision: str
    territoire: str
    minerals: tuple[str, ...]
    group: str
    treat: str
    reached: bool
    adopted: str = ""


@dataclass(frozen=True)
class Recommendation:
    """A way to peace that the room asks of somebody."""

    id: str
    type: str
    text: str
    causes: tuple[str, ...]
    places: tuple[str, ...]
    level: str
    addressee: str
    body: str
    horizon: str
    roadmap: str
    agreement: str
    disclosure: str
    group: str


@dataclass(frozen=True)
class Objective:
    """What a cause becomes in the tree of solutions."""

    id: str
    node: str
    text: str


@dataclass(frozen=True)
class Reserve:
    """Dissent kept beside the agreed text; `about` is `root/id`, or empty for the whole."""

    id: str
    about: str
    text: str
    group: str


@dataclass(frozen=True)
class Acceptance:
    """A finding that the room lets stand, with its reason."""

    id: str
    finding: str
    reason: str


@dataclass(frozen=True)
class Attachment:
    """Bytes outside the document that belong to an entry."""

    id: str
    hash: str
    type: str
    about: str


@dataclass(frozen=True)
class Records:
    """Everything that a workbook says, each kind in its order."""

    schema: int = 0
    epoch: int = 0
    agenda: tuple[AgendaItem, ...] = ()
    checks: tuple[Check, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    groups: tuple[Group, ...] = ()
    counts: tuple[Count, ...] = ()
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    votes: tuple[Vote, ...] = ()
    places: tuple[Place, ...] = ()
    observations: tuple[Observation, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    legs: tuple[Leg, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    situations: tuple[Situation, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    objectives: tuple[Objective, ...] = ()
    reserves: tuple[Reserve, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Statements of every kind."""
        return (*self.observations, *self.involvements, *self.legs, *self.benefits, *self.situations)


@dataclass(frozen=True)
class Projection:
    """What a document says and what it lacks."""

    records: Records = field(default_factory=Records)
    findings: tuple[Finding, ...] = ()

    @property
    def accepted(self) -> dict[str, str]:
        """Marks of findings that the room lets stand → reason."""
        return {it.finding: it.reason for it in reversed(self.records.acceptances)}

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that still ask something of the room."""
        return tuple(it for it in self.findings if not (it.acceptable and it.mark in self.accepted))
