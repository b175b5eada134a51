"""The problem tree: one core problem, causes below, effects above."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from access.querysets import PermittedQuerySet
from claims.codes import Disclosure

from ..codes import CauseTheme, NodeKind, TreeSide
from .room import Group
from .round import OfWorkshop


class ClearedWords(models.Model):
    """Words that were said; below the secretariat, and outside the own room, only the cleared text exists."""

    text = models.TextField()
    cleared_text = models.TextField(blank=True)
    cleared_by = models.UUIDField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)
    disclosure = models.CharField(max_length=10, choices=Disclosure.choices, default=Disclosure.PLENARY)

    class Meta:
        abstract = True


class ProblemTree(OfWorkshop):
    """The tree of one workshop."""

    objects = PermittedQuerySet["ProblemTree"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop"], name="one_tree_a_workshop")]

    def __str__(self) -> str:
        return f"{self.pk}"


@pghistory.track(
    pghistory.UpdateEvent(level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
)
class TreeNode(OfWorkshop, ClearedWords):
    """A cause or an effect in the words of the room, with the places, actors and areas that it names."""

    tree = models.ForeignKey(ProblemTree, on_delete=models.CASCADE, related_name="nodes")
    entry_id = models.UUIDField(null=True, blank=True, help_text="The entry of the workbook.")
    side = models.CharField(max_length=6, choices=TreeSide.choices, default=TreeSide.CAUSE)
    kind = models.CharField(max_length=16, choices=NodeKind.choices, blank=True, help_text="Empty: from the depth.")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    position = models.FloatField(default=0, help_text="Order among its siblings.")
    said = models.TextField(blank=True, help_text="Original wording.")
    said_language = models.CharField(max_length=8, blank=True)
    theme = models.CharField(max_length=16, choices=CauseTheme.choices, blank=True)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.SET_NULL, related_name="nodes")
    votes = models.PositiveIntegerField(null=True, blank=True)
    places = ArrayField(models.UUIDField(), default=list, blank=True)
    actors = ArrayField(models.UUIDField(), default=list, blank=True)
    areas = ArrayField(models.CharField(max_length=12), default=list, blank=True)

    objects = PermittedQuerySet["TreeNode"].as_manager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [GinIndex(fields=["places"], name="node_places")]
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("id")), name="node_is_not_its_own_parent"),
            models.UniqueConstraint(fields=["tree"], condition=Q(side="core"), name="one_core_problem"),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.pk}"


class TreeLink(OfWorkshop):
    """A cause that also feeds another branch, or an effect that feeds a cause back."""

    tree = models.ForeignKey(ProblemTree, on_delete=models.CASCADE, related_name="links")
    source = models.ForeignKey(TreeNode, on_delete=models.CASCADE, related_name="links_out")
    target = models.ForeignKey(TreeNode, on_delete=models.CASCADE, related_name="links_in")
    loop = models.BooleanField(default=False, help_text="An effect that feeds a cause.")

    objects = PermittedQuerySet["TreeLink"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target"], name="linked_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="link_joins_two_nodes"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id}"
