"""The room behind a statement: who said it, and which causes name its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from access.reach import Reach
from claims.models import Claim
from sites.models import Place

from .models import Group, TreeNode, Workshop
from .told import words_for


@dataclass(frozen=True)
class Room:
    """One workshop as the desk shows it beside a statement."""

    workshop: Workshop
    group: Group | None
    causes: tuple[str, ...]


def room_of(claim: Claim, reach: Reach) -> Room | None:
    """The workshop, the group and the nodes of its tree that name the place of `claim`, as `reach` reads them."""
    workshop = Workshop.objects.permitted_to(reach).filter(pk=claim.workshop).first() if claim.workshop else None
    if workshop is None:
        return None
    group = Group.objects.permitted_to(reach).filter(pk=claim.group).first() if claim.group else None
    return Room(workshop, group, tuple(_causes(claim, reach)))


def _causes(claim: Claim, reach: Reach) -> Iterable[str]:
    """A node names the place by the key that it had in the room, which may have been merged since."""
    if claim.place_id is None:
        return []
    same: list[UUID] = list(
        Place.objects.filter(Q(pk=claim.place_id) | Q(merged_into=claim.place_id)).values_list("pk", flat=True)
    )
    nodes: Any = TreeNode.objects.permitted_to(reach).filter(workshop=claim.workshop, places__overlap=same)
    told: list[str] = list(nodes.annotate(words=words_for(reach)).values_list("words", flat=True))
    return [words for words in told if words]
