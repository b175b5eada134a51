"""How a round is released: by two people, one of whom has answered four questions in writing."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from access.querysets import PermittedQuerySet

from .round import Round


class RoundRelease(models.Model):
    """The proposal to release a round, for exactly what was checked then, and what a second person made of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="releases")
    answers = models.JSONField(default=dict, help_text="Question → yes or no, with words.")
    covers = models.CharField(max_length=64, help_text="SHA-256 of what was checked when it was proposed.")
    claims = models.PositiveIntegerField(default=0)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["RoundRelease"].as_manager()

    class Meta:
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["round"], condition=Q(confirmed_at=None, taken_back_at=None), name="one_open_release_a_round"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("proposed_by")), name="release_needs_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def open(self) -> bool:
        """Whether it waits for a second person."""
        return self.confirmed_at is None and self.taken_back_at is None
