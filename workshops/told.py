"""What a reader is told of a workshop's tree, recommendations and statements: cleared words, permitted rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, QuerySet, TextField, When

from access.policy import permits
from access.reach import Audience, Reach
from claims.codes import RELEASED, ReviewStatus
from claims.models import Claim
from sites.models import Place

from .codes import CauseTheme, TreeSide
from .models import Recommendation, TreeNode


@dataclass
class ToldNode:
    """One node with the words that the reader gets, and what hangs on it."""

    id: UUID
    side: TreeSide
    words: str
    theme: str
    plenary: bool
    children: "list[ToldNode]" = field(default_factory=list)


def told_tree(workshop: UUID, reach: Reach) -> list[ToldNode]:
    """Return the nodes of a workshop that `reach` reads, as a forest: a node whose parent is not read stands alone."""
    rows = TreeNode.objects.permitted_to(reach).filter(workshop=workshop).annotate(words=words_for(reach))
    nodes: dict[UUID, ToldNode] = {}
    parents: dict[UUID, UUID | None] = {}
    for row in rows.order_by("position", "id").values("id", "parent_id", "side", "theme", "disclosure", "words"):
        theme = str(CauseTheme(row["theme"]).label) if row["theme"] else ""
        plenary = row["disclosure"] == "PLENARY"
        nodes[row["id"]] = ToldNode(row["id"], TreeSide(row["side"]), row["words"], theme, plenary)
        parents[row["id"]] = row["parent_id"]
    forest: list[ToldNode] = []
    for key, node in nodes.items():
        above = nodes.get(parents[key]) if parents[key] else None  # type: ignore[arg-type]  # parents of permitted rows are keys
        (above.children if above else forest).append(node)
    return forest


def sides(forest: list[ToldNode]) -> Iterator[tuple[TreeSide, list[ToldNode]]]:
    """Effects, the core problem, causes: as a tree stands; the branches of the trunk are told at their side."""
    trunk = [node for node in forest if node.side == TreeSide.CORE]
    loose = [node for node in forest if node.side != TreeSide.CORE]
    branches = [child for node in trunk for child in node.children] + loose
    yield TreeSide.EFFECT, [node for node in branches if node.side == TreeSide.EFFECT]
    yield TreeSide.CORE, trunk
    yield TreeSide.CAUSE, [node for node in branches if node.side == TreeSide.CAUSE]


def told_recommendations(workshop: UUID, reach: Reach) -> QuerySet[Recommendation]:
    """Return the recommendations that `reach` reads, with `words`; their raw text is not fetched."""
    rows = Recommendation.objects.permitted_to(reach).filter(workshop=workshop)
    may_report = Case(When(permits(reach, "report", Recommendation), then=True), default=False)
    return (
        rows.annotate(words=words_for(reach), reportable=may_report)
        .defer("text", "cleared_text")
        .order_by("rank", "id")
    )


def told_places(workshop: UUID, reach: Reach) -> list[dict[str, Any]]:
    """Return the places of which a workshop's statements speak, as far as `reach` reads both, with their numbers."""
    claims = Claim.objects.permitted_to(reach).filter(workshop=workshop).exclude(place=None)
    if workshop not in reach.workshops and reach.audience != Audience.SECRETARIAT:
        claims = claims.filter(review_status__in=RELEASED)
    released = Count("pk", filter=Q(review_status__in=RELEASED))
    counted = {
        row["place"]: row for row in claims.order_by().values("place").annotate(claims=Count("pk"), released=released)
    }
    places = Place.objects.permitted_to(reach).filter(pk__in=counted).order_by("name", "pk")
    return [counted[place.pk] | {"place": place} for place in places]


def stages(workshop: UUID, reach: Reach) -> list[tuple[str, int]]:
    """Return how many statements of a workshop stand at each stage of review, for those who read all of them."""
    rows = Claim.objects.permitted_to(reach).filter(workshop=workshop).order_by().values("review_status")
    numbers = {row["review_status"]: row["n"] for row in rows.annotate(n=Count("pk"))}
    return [(str(stage.label), numbers[stage]) for stage in ReviewStatus if stage in numbers]


def words_for(reach: Reach) -> Case:
    """The raw text for the secretariat and the own room, the cleared one for everybody else; chosen by the database."""
    if reach.audience == Audience.SECRETARIAT:
        return Case(default=F("text"), output_field=TextField())
    own = When(workshop__in=reach.workshops, then=F("text"))
    return Case(own, default=F("cleared_text"), output_field=CharField())
