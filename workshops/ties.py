"""Causes of a place and places of a cause, and the recommendations that answer them; as a reader may know."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.urls import reverse

from access.reach import Audience, Reach
from sites.models import Place

from .advice import Followed, followed, readable
from .codes import FEWEST_COUNTED, CauseTheme, NodeKind, TreeSide
from .disclosed import ToldWorkshop, told_workshops
from .models import TreeNode
from .told import ToldNode, told_tree, words_for


@dataclass(frozen=True)
class Cause:
    """A cause or an effect that names a place."""

    id: UUID
    words: str
    side: TreeSide
    kind: str
    theme: str
    votes: int | None
    workshop: ToldWorkshop | None
    workshop_id: UUID

    @property
    def url(self) -> str:
        """The tree with this node chosen."""
        return f"{reverse('workshops:tree', args=[self.workshop_id])}?node={self.id}#node"


@dataclass
class TreeShown:
    """A tree as one reader is told it, with the number of places that the reader may see at each node."""

    forest: list[ToldNode]
    numbers: dict[UUID, int] = field(default_factory=dict)
    chosen: Cause | None = None
    places: list[Place] = field(default_factory=list)
    advice: list[Followed] = field(default_factory=list)


def causes_of(place: UUID, reach: Reach, *, on_paper: bool = False) -> list[Cause]:
    """Nodes that name the place, those with most votes first; a paper carries cleared words alone, whoever takes it."""
    rows = TreeNode.objects.permitted_to(reach).filter(places__contains=[place]).annotate(words=words_for(reach))
    found = list((_cleared(rows) if on_paper else rows).defer("text", "cleared_text", "said"))
    workshops = {it.id: it for it in told_workshops(reach, {row.workshop_id for row in found})} if found else {}
    causes = [_cause(row, workshops, reach) for row in found]
    return sorted(causes, key=lambda it: (-(it.votes or 0), it.words, it.id))


def advice_of(place: UUID, reach: Reach, *, on_paper: bool = False) -> list[Followed]:
    """Recommendations that name the place; a paper carries cleared words alone, whoever takes it."""
    rows = readable(reach).filter(places__contains=[place])
    return followed(_cleared(rows) if on_paper else rows, reach)


def tree_shown(workshop: UUID, node: UUID | None, reach: Reach) -> TreeShown:
    """The tree of a workshop; with a chosen `node` its places and what answers it, else every place that it names."""
    rows = TreeNode.objects.permitted_to(reach).filter(workshop=workshop)
    named: dict[UUID, list[UUID]] = dict(rows.values_list("pk", "places"))
    seen = {place.pk: place for place in _places(named.values(), reach)}
    shown = TreeShown(told_tree(workshop, reach))
    shown.numbers = {key: number for key, places in named.items() if (number := sum(it in seen for it in places))}
    if node is not None and node in named:
        row = rows.annotate(words=words_for(reach)).defer("text", "cleared_text", "said").get(pk=node)
        shown.chosen = _cause(row, {}, reach)
        shown.advice = followed(readable(reach).filter(causes__contains=[node]), reach)
    wanted = named[node] if shown.chosen and node else [key for places in named.values() for key in places]
    kept = {key for key in wanted if key in seen}
    shown.places = sorted((seen[key] for key in kept), key=lambda place: (place.name, str(place.pk)))
    return shown


def _cleared(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Those of `rows` whose words were cleared, in the cleared words."""
    cleared: QuerySet[Any] = rows.filter(cleared_at__isnull=False).exclude(cleared_text="")
    worded: QuerySet[Any] = cleared.annotate(words=F("cleared_text"))
    return worded


def _places(named: Iterable[list[UUID]], reach: Reach) -> Iterable[Place]:
    keys = {key for places in named for key in places}
    return Place.objects.permitted_to(reach).filter(pk__in=keys)


def _cause(row: Any, workshops: dict[UUID, ToldWorkshop], reach: Reach) -> Cause:
    exact = reach.audience == Audience.SECRETARIAT or row.workshop_id in reach.workshops
    votes = row.votes if row.votes and (exact or row.votes >= FEWEST_COUNTED) else None
    return Cause(
        row.pk,
        row.words,
        TreeSide(row.side),
        str(NodeKind(row.kind).label) if row.kind else str(TreeSide(row.side).label),
        str(CauseTheme(row.theme).label) if row.theme else "",
        votes,
        workshops.get(row.workshop_id),
        row.workshop_id,
    )
