"""The problem tree, and clearing the words of rooms."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..codes import TreeSide
from ..models import ProblemTree, Recommendation, TreeLink, TreeNode, Workshop


def plant_tree(workshop: Workshop, *, core: str, by: Any, **fields: Any) -> TreeNode:
    """Return the core problem of a workshop's new tree. For the room and the secretariat. Recorded as `tree.plant`.

    Raises `Fault.CONFLICT` when the workshop has a tree.
    """
    with transaction.atomic():
        tree, made = ProblemTree.objects.get_or_create(workshop=workshop)
        if not made:
            raise Problem(Fault.CONFLICT)
        node = TreeNode.objects.create(tree=tree, workshop=workshop, side=TreeSide.CORE, text=core, **fields)
        record("tree.plant", node, by=by)
        require("change", node, by=by)
    return node


def add_node(parent: TreeNode, *, text: str, by: Any, side: str = "", **fields: Any) -> TreeNode:
    """Return a node under `parent`, on its side of the trunk. For the room and the secretariat. Recorded as `node.add`.

    Raises `Fault.NOT_VALID` for a node on no side, or on another one than its parent's.
    """
    side = side or parent.side
    if side == TreeSide.CORE or parent.side not in (TreeSide.CORE, side):
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        position = TreeNode.objects.filter(parent=parent, side=side).count() + 1
        node = TreeNode.objects.create(
            tree_id=parent.tree_id,
            workshop_id=parent.workshop_id,
            parent=parent,
            side=side,
            text=text,
            **{"position": position} | fields,
        )
        record("node.add", node, by=by)
        require("change", node, by=by)
    return node


def link_nodes(source: TreeNode, target: TreeNode, *, by: Any, loop: bool = False) -> TreeLink:
    """Return a cross-link between two nodes of one tree. For the room and the secretariat. Recorded as `node.link`.

    Raises `Fault.NOT_VALID` for nodes of different trees or a node with itself.
    """
    if source.tree_id != target.tree_id or source.pk == target.pk:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        link = TreeLink.objects.create(
            tree_id=source.tree_id, workshop_id=source.workshop_id, source=source, target=target, loop=loop
        )
        record("node.link", link, by=by)
        require("change", link, by=by)
    return link


def clear_words(row: TreeNode | Recommendation, *, text: str, by: Any) -> None:
    """Readers outside the room get `text` in the place of what was said. For the secretariat.

    Recorded as `words.clear`. Raises `Fault.NOT_VALID` for an empty text.
    """
    if not text.strip():
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        row.cleared_text = text.strip()
        row.cleared_by = reach_of(by).person
        row.cleared_at = timezone.now()
        row.save(update_fields=["cleared_text", "cleared_by", "cleared_at"])
        record("words.clear", row, by=by)
        require("clear", row, by=by)
