"""What became of a claim: review, replies, contestation, withdrawal, attachments."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from access.querysets import PermittedQuerySet
from accounts.models import Institution
from sites.codes import Sensitivity
from sites.models import Place

from ..codes import ReviewStatus
from .claim import Claim


class ReviewEvent(models.Model):
    """One step in the review of a claim, with its reason and its answers to the four questions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="review")
    before = models.CharField(max_length=9, choices=ReviewStatus.choices)
    after = models.CharField(max_length=9, choices=ReviewStatus.choices)
    reason = models.TextField(blank=True)
    answers = models.JSONField(default=dict, blank=True, help_text="The four questions asked before releasing.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = PermittedQuerySet["ReviewEvent"].as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Reply(models.Model):
    """What an institution answers to a released claim; other readers get the cleared text."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="replies")
    institution = models.ForeignKey(Institution, null=True, on_delete=models.PROTECT, related_name="replies")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    cleared_text = models.TextField(blank=True)
    cleared_by = models.UUIDField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["Reply"].as_manager()

    class Meta:
        ordering = ["at"]
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"{self.pk}"


class CorrectionRequest(models.Model):
    """A ministry contests a claim; the secretariat answers, readers see nothing until then."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="corrections")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    accepted = models.BooleanField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["CorrectionRequest"].as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "institution"], condition=Q(answered_at=None), name="one_open_correction"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class WithdrawalRequest(models.Model):
    """Somebody who was in the room asks that what was said be taken back; no reason is asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.CASCADE, related_name="withdrawals")
    workshop = models.UUIDField(null=True, blank=True)
    text = models.TextField(blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    granted = models.BooleanField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["WithdrawalRequest"].as_manager()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(claim__isnull=False) | Q(workshop__isnull=False), name="withdrawal_of_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Attachment(models.Model):
    """A scan or a photograph, kept outside the database under the hash of its bytes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(Claim, null=True, blank=True, on_delete=models.CASCADE, related_name="attachments")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.CASCADE, related_name="attachments")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the bytes.")
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField(help_text="Bytes.")
    about = models.CharField(max_length=200, blank=True)
    sensitivity = models.CharField(max_length=8, choices=Sensitivity.choices, default=Sensitivity.SEVERE)
    provinces = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = PermittedQuerySet["Attachment"].as_manager()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(claim__isnull=False) | Q(place__isnull=False), name="attachment_of_something"
            )
        ]

    def __str__(self) -> str:
        return self.digest[:12]
