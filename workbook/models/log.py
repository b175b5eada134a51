"""What was handed in: the updates of the document, their merged state, and what is kept apart."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from access.querysets import PermittedQuerySet
from accounts.models import Device
from workshops.models import OfWorkshop

from ..codes import HeldDecision, HeldReason


class HandedIn(OfWorkshop):
    """One outbox item of a laptop: bytes, their digest, and who handed them in when and with what."""

    epoch = models.PositiveIntegerField()
    hash = models.CharField(max_length=64, help_text="SHA-256 of the bytes.")
    payload = models.BinaryField()
    entries = ArrayField(models.CharField(max_length=160), default=list, blank=True, help_text="As root/id, as told.")
    person = models.UUIDField(null=True, help_text="Empty: the built-in system.")
    device = models.ForeignKey(Device, models.SET_NULL, null=True, blank=True, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Update(HandedIn):
    """One update of the document, never changed; `folded_at` says since when the merged state holds it."""

    position = models.PositiveBigIntegerField()
    folded_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["Update"].as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "hash"], name="update_stored_once"),
            models.UniqueConstraint(fields=["workshop", "position"], name="update_has_its_place"),
        ]
        indexes = [
            models.Index(fields=["workshop", "epoch"], name="update_waiting", condition=Q(folded_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.position}"


class MergedState(OfWorkshop):
    """The folded updates of one epoch as one, made of exactly those bytes and never from a loaded document."""

    epoch = models.PositiveIntegerField()
    payload = models.BinaryField()
    position = models.PositiveBigIntegerField(default=0, help_text="Of the last update that is in it.")

    objects = PermittedQuerySet["MergedState"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "epoch"], name="merged_once_per_epoch")]

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.epoch} {self.position}"


class HeldUpdate(HandedIn):
    """What came too late to be part of the document: kept, shown to the secretariat, never applied silently."""

    reason = models.CharField(max_length=8, choices=HeldReason.choices)
    changes = models.JSONField(null=True, help_text="What it said, where the document that it was written for is gone.")
    decision = models.CharField(max_length=9, choices=HeldDecision.choices, blank=True)
    decided_because = models.CharField(max_length=500, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["HeldUpdate"].as_manager()

    class Meta:
        ordering = ["received_at", "id"]
        constraints = [models.UniqueConstraint(fields=["workshop", "hash"], name="update_held_once")]

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.reason}"
