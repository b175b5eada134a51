"""What was withdrawn at once, by one person, and how it comes back: only by two."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from access.querysets import PermittedQuerySet
from sites.models import Place

from .claim import Claim


class Emergency(models.Model):
    """One withdrawal in an emergency: a claim, a site with all that is said of it, or all that a workshop said.

    `before` keeps codes alone, to undo by: the stage of each claim and the class of each place, by key, and the stage
    of the workshop.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.SET_NULL, related_name="emergencies")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.SET_NULL, related_name="emergencies")
    workshop = models.UUIDField(null=True, blank=True)
    reason = models.TextField()
    before = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undo_asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    undo_asked_at = models.DateTimeField(null=True, blank=True)
    undo_reason = models.TextField(blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["Emergency"].as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "emergencies"
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_by=None) | ~Q(undone_by=F("undo_asked_by")), name="emergency_undone_by_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
