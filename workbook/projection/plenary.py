"""What the room may see: wall, read-back and the room's paper hold this part, and count nothing else."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from claims.codes import StateService
from workshops.codes import TreeSide

from .records import Link, Node, Objective, Place, Recommendation, Records, Reserve
from .said import Observation, Statement
from .statements import PLENARY
from .tree import kind_at

S = TypeVar("S", bound=Statement)
SAYS = {it.name for it in fields(Observation)} - {it.name for it in fields(Statement)} - {"chosen", "presence_told"}
"""Keys under which an observation says something of a site."""

FORCES = (StateService.FARDC, StateService.MIL_INTEL, StateService.ANR)
"""Services whose presence at a site is a statement about state forces."""


def plenary(records: Records, *, reserves: bool = False) -> Records:
    """Return the part of `records` that was said for the plenary, as if nothing else had ever been entered.

    Without the group's name, notes and original wording of statements; the text of réserves is for paper alone
    (`reserves`), the wall only has how many there are.
    """
    cards = _cards(records.nodes)
    legs = _statements(records.legs)
    routes = {"", *ids(legs)}
    involvements = tuple(it for it in _statements(records.involvements) if it.leg in routes)
    acts = {"", *ids(involvements)}
    benefits = tuple(it for it in _statements(records.benefits) if it.involvement in acts and it.leg in routes)
    told = replace(
        records,
        nodes=cards,
        links=_links(records.links, cards),
        votes=(),
        observations=tuple(it for it in map(_presence, _statements(records.observations)) if _says(it)),
        involvements=involvements,
        legs=legs,
        benefits=benefits,
        situations=_statements(records.situations),
        recommendations=_recommendations(records, cards),
        objectives=_objectives(records, ids(cards)),
        acceptances=(),
        attachments=(),
    )
    told = replace(told, places=_places(told))
    told = replace(told, recommendations=_at_told_places(told))
    return replace(told, reserves=tuple(_reserve(it, reserves) for it in records.reserves if _about(it, told)))


def ids(rows: Iterable[Any]) -> set[str]:
    """Ids of records."""
    return {it.id for it in rows}


def _statements(rows: tuple[S, ...]) -> tuple[S, ...]:
    """What nobody chose to keep back, without who said it and how."""
    return tuple(replace(it, group="", note="", said="", answers="") for it in rows if it.disclosure == PLENARY)


def _presence(it: Observation) -> Observation:
    """Without what would tell of forces that nobody chose to speak of before all."""
    if not it.chosen:
        it = replace(it, services=tuple(service for service in it.services if service not in FORCES))
    return it if it.presence_told else replace(it, armed_presence="", presence_told=True)


def _says(it: Observation) -> bool:
    """An observation with nothing left to read would tell that its presence is kept back."""
    return any(getattr(it, name) not in ("", (), None) for name in SAYS)


def _cards(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Cards for the plenary; one below a card that is kept back hangs on the next one above it."""
    by_id = {it.id: it for it in nodes}
    told: dict[str, Node] = {}
    for node in nodes:
        if node.disclosure != PLENARY:
            continue
        above = by_id.get(node.parent)
        while above is not None and above.id not in told:
            above = by_id.get(above.parent)
        depth = 0 if node.side == TreeSide.CORE else (told[above.id].depth if above else 0) + 1
        told[node.id] = replace(
            node,
            parent=above.id if above else "",
            depth=depth,
            kind=node.kind if depth == node.depth else kind_at(node.side, depth),
            group="",
            said="",
        )
    return tuple(told.values())


def _links(links: tuple[Link, ...], cards: tuple[Node, ...]) -> tuple[Link, ...]:
    told = ids(cards)
    return tuple(it for it in links if {it.source, it.target} <= told)


def _objectives(records: Records, told: set[str]) -> tuple[Objective, ...]:
    return tuple(it for it in records.objectives if it.node in told)


def _recommendations(records: Records, cards: tuple[Node, ...]) -> tuple[Recommendation, ...]:
    told = ids(cards)
    return tuple(
        replace(it, causes=tuple(cause for cause in it.causes if cause in told), group="")
        for it in records.recommendations
        if it.disclosure == PLENARY
    )


def _places(told: Records) -> tuple[Place, ...]:
    """Places on the list, and those that something told speaks of, with what they lie in."""
    spoken = {it.place for it in told.statements} | {it.to for it in told.legs}
    named = {place for it in told.nodes for place in it.places}
    named |= {place for it in told.recommendations for place in it.places}
    by_id = {it.id: it for it in told.places}
    shown: set[str] = set()
    for place in told.places:
        here = place if place.treat or place.id in spoken | named else None
        while here is not None and here.id not in shown:
            shown.add(here.id)
            here = by_id.get(here.parent)
    reached = {it.place for it in told.statements}
    return tuple(replace(it, group="", reached=it.id in reached) for it in told.places if it.id in shown)


def _at_told_places(told: Records) -> tuple[Recommendation, ...]:
    shown = ids(told.places)
    return tuple(
        replace(it, places=tuple(place for place in it.places if place in shown)) for it in told.recommendations
    )


def _about(reserve: Reserve, told: Records) -> bool:
    """A réserve about something that is kept back is kept back with it, and so is one about a site without a word."""
    root, _, id = reserve.about.partition("/")
    rows = getattr(told, root, None) if id else None
    if root == "places":
        rows = tuple(it for it in told.places if it.reached)
    return not reserve.about or (isinstance(rows, tuple) and id in {getattr(it, "id", "") for it in rows})


def _reserve(reserve: Reserve, with_text: bool) -> Reserve:
    return replace(reserve, group="", text=reserve.text if with_text else "")
