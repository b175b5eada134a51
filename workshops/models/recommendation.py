"""What the room recommends, and what became of it."""

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from access.querysets import PermittedQuerySet
from accounts.models import Institution
from claims.codes import Agreement

from ..codes import ActionLevel, Horizon, RecommendationStatus, RecommendationType
from .round import OfWorkshop
from .tree import ClearedWords


@pghistory.track(
    pghistory.UpdateEvent(level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
)
class Recommendation(OfWorkshop, ClearedWords):
    """A way to peace that the room asks of somebody, with the causes it answers and by when."""

    entry_id = models.UUIDField(null=True, blank=True, help_text="The entry of the workbook.")
    rank = models.PositiveSmallIntegerField(default=1)
    type = models.CharField(max_length=16, choices=RecommendationType.choices)
    causes = ArrayField(models.UUIDField(), default=list, blank=True, help_text="Nodes of the tree that it answers.")
    places = ArrayField(models.UUIDField(), default=list, blank=True)
    level = models.CharField(max_length=10, choices=ActionLevel.choices, default=ActionLevel.PROVINCIAL)
    addressee = models.CharField(max_length=200, blank=True, help_text="In the words of the room.")
    addressed_to = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="recommendations")
    body = models.CharField(max_length=200, blank=True, help_text="Who is responsible for carrying it out.")
    horizon = models.CharField(max_length=6, choices=Horizon.choices, blank=True)
    roadmap = models.CharField(max_length=120, blank=True, help_text="Reference to the roadmap of the peace process.")
    agreement = models.CharField(max_length=13, choices=Agreement.choices, blank=True)
    letter = models.CharField(max_length=120, blank=True, help_text="Reference of the letter of transmission.")
    sent_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=9, choices=RecommendationStatus.choices, default=RecommendationStatus.PROPOSED)

    objects = PermittedQuerySet["Recommendation"].as_manager()

    class Meta:
        ordering = ["workshop", "rank", "id"]
        indexes = [GinIndex(fields=["places"], name="recommendation_places")]

    def __str__(self) -> str:
        return f"{self.type} {self.pk}"


class RecommendationStep(models.Model):
    """One entry of a recommendation's log: a status with its evidence, submitted until the secretariat takes it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="steps")
    status = models.CharField(max_length=9, choices=RecommendationStatus.choices)
    evidence = models.TextField(blank=True)
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    accepted_by = models.UUIDField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, help_text="Why the secretariat did not take it.")
    declined_by = models.UUIDField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["RecommendationStep"].as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(declined_at=None), name="step_taken_or_left"
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"
