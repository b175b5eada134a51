"""The problem tree: one core problem, who hangs on whom, and how deep."""

from collections.abc import Mapping
from typing import Any

from claims.codes import Disclosure
from sites.codes import ABOUT_STATE_CATEGORIES
from workshops.codes import NodeKind, TreeSide

from ..document import SEPARATOR
from .entries import Book, Entry
from .findings import Finding, FindingCode
from .records import Link, Node, Vote
from .rings import opened
from .wording import folded

KINDS = {
    TreeSide.CAUSE: (NodeKind.CAUSE_DIRECT, NodeKind.CAUSE_UNDERLYING, NodeKind.CAUSE_ROOT),
    TreeSide.EFFECT: (NodeKind.EFFECT_DIRECT, NodeKind.EFFECT_INDIRECT),
}


def kind_at(side: str, depth: int) -> str:
    """What a card is by its distance from the core problem."""
    if side == TreeSide.CORE or depth < 1:
        return str(NodeKind.CORE)
    kinds = KINDS[TreeSide(side)]
    return str(kinds[min(depth, len(kinds)) - 1])


def nodes(book: Book, votes: tuple[Vote, ...], categories: Mapping[str, str]) -> tuple[Node, ...]:
    """Cards from the core problem downwards, siblings in their order; every card that hangs on nothing comes last."""
    core = _core(book)
    parents = _parents(book, core)
    depths = _depths(book, core, parents)
    points: dict[str, int] = {}
    for vote in votes:
        points[vote.node] = points.get(vote.node, 0) + vote.points
    sides: dict[str, str] = {}
    found = []
    for entry in sorted(book.of("nodes"), key=lambda it: (depths[it.id], *it.place_in_order)):
        side = sides[entry.id] = _side(book, entry, core, sides.get(parents.get(entry.id, ""), ""))
        found.append(_node(book, entry, core, side, parents.get(entry.id, ""), depths[entry.id], points, categories))
    _same_wordings(book, found)
    return tuple(found)


def _core(book: Book) -> str:
    """The one core problem; every other card on that side is told."""
    cores = [it for it in book.of("nodes") if it.text("side") == TreeSide.CORE]
    for other in cores[1:]:
        book.find(FindingCode.TWO_CORES, other, "side", cores[0].id)
    if not cores or not cores[0].text("text"):
        book.findings.append(Finding(FindingCode.NO_CORE, "nodes", cores[0].id if cores else ""))
    return cores[0].id if cores else ""


def _parents(book: Book, core: str) -> dict[str, str]:
    said = {it.id: it.text("parent") for it in book.of("nodes") if it.text("parent") and it.id != core}
    kept, cut = opened(said)
    for node, parent in cut.items():
        book.find(FindingCode.CYCLE, book.entries["nodes"][node], "parent", parent)
    for entry in book.of("nodes"):
        if entry.id != core and entry.id not in said and entry.text("side") != TreeSide.CORE:
            book.find(FindingCode.ORPHAN, entry, "parent")
    return kept


def _depths(book: Book, core: str, parents: Mapping[str, str]) -> dict[str, int]:
    """Steps to the core problem; a card that hangs on nothing counts as if it hung on the core problem."""
    depths = {core: 0}
    for start in book.entries["nodes"]:
        path = []
        here = start
        while here and here not in depths:
            path.append(here)
            here = parents.get(here, "")
        base = depths.get(here, 0)
        for step, node in enumerate(reversed(path), 1):
            depths[node] = base + step
    return depths


def _side(book: Book, entry: Entry, core: str, above: str) -> str:
    """A card stands on the side of the card above it; just below the core problem its own word counts."""
    if entry.id == core:
        return str(TreeSide.CORE)
    own = entry.text("side")
    own = "" if own == TreeSide.CORE else own
    if above and above != TreeSide.CORE:
        if own and own != above:
            book.find(FindingCode.OTHER_SIDE, entry, "side", entry.text("parent"))
        return above
    return own or str(TreeSide.CAUSE)


def _node(
    book: Book,
    entry: Entry,
    core: str,
    side: str,
    parent: str,
    depth: int,
    points: Mapping[str, int],
    categories: Mapping[str, str],
) -> Node:
    text = entry.text("text")
    if not text and entry.id != core:
        book.find(FindingCode.EMPTY_NODE, entry, "text")
    kind = entry.text("kind")
    by_depth = kind_at(side, depth)
    return Node(
        id=entry.id,
        side=side,
        parent=parent,
        depth=depth,
        kind=kind if kind in {str(it) for it in KINDS.get(TreeSide(side), ())} else by_depth,
        text=text,
        said=entry.text("said"),
        language=entry.text("language"),
        theme=entry.text("theme"),
        group=entry.text("group"),
        disclosure=entry.text("disclosure") or _default(book, entry, categories),
        places=entry.flags("place"),
        actors=entry.flags("actor"),
        areas=entry.flags("area"),
        points=points.get(entry.id, 0),
        orphan=entry.id != core and not parent,
    )


def _default(book: Book, entry: Entry, categories: Mapping[str, str]) -> str:
    """What names a body of the State, or somebody of whom nothing is known, stays in the group."""
    named = [categories.get(it, "") for it in entry.flags("actor")]
    if any(not it or it in ABOUT_STATE_CATEGORIES for it in named):
        book.find(FindingCode.GROUP_ONLY_UNASKED, entry, "disclosure")
        return str(Disclosure.GROUP_ONLY)
    return str(Disclosure.PLENARY)


def _same_wordings(book: Book, found: list[Node]) -> None:
    first: dict[str, str] = {}
    for node in found:
        wording = folded(node.text)
        if wording and first.setdefault(wording, node.id) != node.id:
            book.findings.append(Finding(FindingCode.SAME_WORDING, "nodes", node.id, "text", first[wording]))


def links(book: Book, cards: tuple[Node, ...]) -> tuple[Link, ...]:
    """Cross-links between two different live cards, each pair once."""
    sides = {it.id: it.side for it in cards}
    found: dict[tuple[str, str], Link] = {}
    for entry in book.of("links"):
        source, target, loop = entry.text("from"), entry.text("to"), bool(entry.get("loop"))
        if not source or not target:
            book.find(FindingCode.LINK_INCOMPLETE, entry)
        elif source == target:
            book.find(FindingCode.LINK_ON_ITSELF, entry, "to", source)
        else:
            if (sides[source], sides[target]) == (TreeSide.EFFECT, TreeSide.CAUSE) and not loop:
                book.find(FindingCode.EFFECT_FEEDS_CAUSE, entry, "loop", target)
            found.setdefault((source, target), Link(entry.id, source, target, loop))
    return tuple(found.values())


def votes(book: Book) -> tuple[Vote, ...]:
    """Points per card and group; what belongs to no live card or group is told and left out."""
    found = []
    for key, value in sorted(book.votes.items(), key=lambda it: str(it[0])):
        points = _points(value)
        node, _, group = str(key).partition(SEPARATOR)
        if node in book.removed["nodes"] or points == 0:
            continue
        if points is None or node not in book.entries["nodes"] or group not in book.entries["groups"]:
            book.findings.append(Finding(FindingCode.VOTE_ASTRAY, "votes", str(key)))
        else:
            found.append(Vote(node, group, points))
    return tuple(found)


def _points(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10_000:
        return 0 if value is None else None
    return int(value)
