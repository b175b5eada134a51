"""One file that was imported, from its arrival to its release or undoing."""

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from access.querysets import PermittedQuerySet

from ..codes import BatchState, Layout


class ImportBatchQuerySet(PermittedQuerySet["ImportBatch"]):
    """Batches."""

    def standing(self) -> "ImportBatchQuerySet":
        """Batches that were not undone."""
        return self.exclude(state=BatchState.UNDONE)


@pghistory.track(
    pghistory.UpdateEvent(level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    exclude=["report", "counts", "mapping"],
)
class ImportBatch(models.Model):
    """A file's rows, reviewed and released as a whole by two people of whom none imported it; it can be undone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    layout = models.CharField(max_length=12, choices=Layout.choices)
    file_name = models.CharField(max_length=200)
    checksum = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    mapping = models.JSONField(default=dict, help_text="Column of the file to what became of it.")
    counts = models.JSONField(default=dict)
    report = models.JSONField(
        default=dict, help_text="Cells refused, corrected or not understood, with line and reason."
    )
    state = models.CharField(max_length=9, choices=BatchState.choices, default=BatchState.IMPORTED)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Empty: the built-in system.",
    )
    imported_at = models.DateTimeField(auto_now_add=True)
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-imported_at", "id"]
        verbose_name_plural = "import batches"
        constraints = [
            models.CheckConstraint(
                name="batch_two_people",
                condition=(Q(verified_by=None) | Q(imported_by=None) | ~Q(verified_by=F("imported_by")))
                & (Q(published_by=None) | Q(imported_by=None) | ~Q(published_by=F("imported_by")))
                & (Q(published_by=None) | Q(verified_by=None) | ~Q(published_by=F("verified_by"))),
            )
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """The screen on which it is reviewed."""
        return reverse("imports:batch", args=[self.pk])
