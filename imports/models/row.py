"""Rows as they arrived, and what a batch replaces once it is released."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from access.querysets import PermittedQuerySet
from claims.codes import ReviewStatus
from claims.models import Claim
from sites.models import Place

from .batch import ImportBatch


class ImportedRow(models.Model):
    """A row as it stood in the file: for columns without a home and for giving the layout back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField(help_text="Line in the file; the header is line 1.")
    external_id = models.CharField(max_length=40)
    raw = models.JSONField()
    content_hash = models.CharField(
        max_length=64, help_text="Of the columns that mean something, never of a key per download."
    )
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="imported_rows")
    entries = ArrayField(models.UUIDField(), default=list, help_text="Entries of the claims that the row became.")
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="replaces")

    objects = PermittedQuerySet["ImportedRow"].as_manager()

    class Meta:
        ordering = ["batch", "line"]
        indexes = [models.Index(fields=["external_id"], name="row_external_id")]

    def __str__(self) -> str:
        return f"{self.external_id} ({self.line})"


class Supersession(models.Model):
    """A claim that ends when the batch is released, and what it was before, so that undoing revives it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="supersessions")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="supersessions")
    was = models.CharField(max_length=9, choices=ReviewStatus.choices, blank=True, help_text="Empty until it ended.")

    objects = PermittedQuerySet["Supersession"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "claim"], name="superseded_once_a_batch")]

    def __str__(self) -> str:
        return f"{self.claim_id}"


class PlaceAmendment(models.Model):
    """What a batch changes in a place that stood before; done on release, taken back on undoing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="amendments")
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="amendments")
    before = models.JSONField()
    after = models.JSONField()
    done = models.BooleanField(default=False)

    objects = PermittedQuerySet["PlaceAmendment"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "place"], name="amended_once_a_batch")]

    def __str__(self) -> str:
        return f"{self.place_id}"
