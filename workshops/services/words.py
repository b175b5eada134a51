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


def cut_link(link: TreeLink, *, by: Any) -> None:
    """The cross-link is gone. For the room and the secretariat. Recorded as `node.unlink`."""
    with transaction.atomic():
        require("change", link, by=by)
        record("node.unlink", link, by=by)
        link.delete()


AMENDED = frozenset({
    "text", "kind", "side", "parent", "position", "said", "said_language", "theme", "group", "votes", "places",
    "actors", "areas", "disclosure", "type", "rank", "causes", "level", "addressee", "addressed_to", "body", "horizon",
    "roadmap", "agreement", "status",
})  # fmt: skip
"""What the room may say anew; what the secretariat cleared and what became of it have their own ways."""


def amend_words(row: TreeNode | Recommendation, *, by: Any, **fields: Any) -> bool:
    """A node or recommendation says `fields`; return whether that is new. A new wording is not cleared any more.

    For the room and the secretariat. Recorded as `words.amend` with the names of the fields that changed. Raises
    `Fault.NOT_VALID` for a field that has its own way.
    """
    if not AMENDED.issuperset(fields):
        raise Problem(Fault.NOT_VALID)
    changed = {name: value for name, value in fields.items() if getattr(row, name) != value}
    if not changed:
        return False
    if "text" in changed:
        changed |= {"cleared_text": "", "cleared_by": None, "cleared_at": None}
    with transaction.atomic():
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=sorted(changed))
        record("words.amend", row, by=by, fields=sorted(changed))
        require("change", row, by=by)
    return True


def drop_words(row: TreeNode | Recommendation, *, by: Any) -> None:
    """A node, with what still hangs on it, or a recommendation is gone: the room took it back before it closed.

    For the room and the secretariat. Recorded as `words.drop`.
    """
    with transaction.atomic():
        require("change", row, by=by)
        record("words.drop", row, by=by)
        row.delete()


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
