"""The trail: who did, read or was refused what. Entries hold ids, never values."""

import uuid

from django.db import models


class AuditEntry(models.Model):
    """One write, refusal, export or read of a severe row, written in the transaction of what it tells."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    person = models.UUIDField(null=True, help_text="Who acted; empty for the built-in system and for the anonymous.")
    audience = models.CharField(max_length=12)
    verb = models.CharField(max_length=60)
    model = models.CharField(max_length=60, blank=True)
    row = models.UUIDField(null=True)
    details = models.JSONField(default=dict, help_text="Ids, counts, classes, checksums; never a value.")

    class Meta:
        ordering = ["-at", "id"]
        indexes = [
            models.Index(fields=["-at"], name="audit_at"),
            models.Index(fields=["row", "-at"], name="audit_row"),
            models.Index(fields=["person", "-at"], name="audit_person"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.model}"


class AnonymousRefusal(models.Model):
    """How many requests of the anonymous were refused in one minute; who they were is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    minute = models.DateTimeField(unique=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.minute:%Y-%m-%d %H:%M}"
