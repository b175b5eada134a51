"""Who sits in the room: groups and counts, never names."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from access.querysets import PermittedQuerySet
from accounts.codes import ParticipantCategory

from ..codes import GroupKind, Sex
from .round import OfWorkshop


class Group(OfWorkshop):
    """A group to which statements are attributed; its name stays with the secretariat."""

    name = models.CharField(max_length=120)
    session = models.PositiveSmallIntegerField(default=1, help_text="Day of the workshop.")
    kind = models.CharField(max_length=8, choices=GroupKind.choices, default=GroupKind.WORKING)
    areas = ArrayField(models.CharField(max_length=12), default=list, blank=True, help_text="P-codes.")

    objects = PermittedQuerySet["Group"].as_manager()

    class Meta:
        ordering = ["session", "name"]
        constraints = [models.UniqueConstraint(fields=["workshop", "session", "name"], name="group_named_once")]

    def __str__(self) -> str:
        return self.name


class ParticipantCount(OfWorkshop):
    """How many participants of one category and one sex were in the room."""

    category = models.CharField(max_length=20, choices=ParticipantCategory.choices)
    sex = models.CharField(max_length=1, choices=Sex.choices)
    number = models.PositiveSmallIntegerField()

    objects = PermittedQuerySet["ParticipantCount"].as_manager()

    class Meta:
        ordering = ["category", "sex"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "category", "sex"], name="participants_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.sex} {self.number}"
