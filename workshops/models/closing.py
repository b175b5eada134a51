"""What the room agreed on, frozen."""

import hashlib

import pgtrigger
from django.conf import settings
from django.db import models

from access.querysets import PermittedQuerySet

from .round import OfWorkshop


class Closing(OfWorkshop):
    """One closing of a workshop: its content as canonical JSON, what was read in plenary apart from the rest."""

    number = models.PositiveSmallIntegerField()
    plenary = models.TextField(help_text="Canonical JSON.")
    plenary_digest = models.CharField(max_length=64, help_text="SHA-256 of the plenary part.")
    group_only = models.TextField(blank=True, help_text="Canonical JSON.")
    group_only_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of both parts together.")
    because = models.CharField(max_length=500, blank=True, help_text="Why the version before was not the last one.")
    struck_at = models.DateTimeField(null=True, blank=True, help_text="An entry was erased from the text since.")
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(auto_now_add=True)

    objects = PermittedQuerySet["Closing"].as_manager()

    class Meta:
        ordering = ["workshop", "-number"]
        constraints = [models.UniqueConstraint(fields=["workshop", "number"], name="closing_numbered_once")]
        triggers = [
            pgtrigger.ReadOnly(name="closing_never_changes", exclude=["provinces", "workshop_state", "struck_at"])
        ]

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.number}"

    @property
    def checksum(self) -> str:
        """SHA-256 of the canonical JSON of both parts, `{"group_only":…,"plenary":…}`, as they were adopted."""
        return (
            self.digest
            or hashlib.sha256(f'{{"group_only":{self.group_only},"plenary":{self.plenary}}}'.encode()).hexdigest()
        )
