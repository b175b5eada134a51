"""Versions that somebody gave a name."""

from django.db import models

from access.querysets import PermittedQuerySet
from workshops.models import OfWorkshop


class NamedVersion(OfWorkshop):
    """A moment of the document, to come back to and to compare with: a name and a position in the log."""

    name = models.CharField(max_length=120)
    epoch = models.PositiveIntegerField()
    position = models.PositiveBigIntegerField()
    made_by = models.UUIDField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = PermittedQuerySet["NamedVersion"].as_manager()

    class Meta:
        ordering = ["-made_at", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="version_has_a_name")]

    def __str__(self) -> str:
        return self.name
