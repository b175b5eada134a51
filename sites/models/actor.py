"""Who acts around the mines."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from access.querysets import PermittedQuerySet

from ..codes import ActorCategory, PlaceStatus, Sensitivity


class Actor(models.Model):
    """An armed group, a service, a company, a network.

    Names of armed groups are reference (C1); only their link to a place is C2. An actor known only as a
    beneficiary is C3 and stands in no list.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    category = models.CharField(max_length=14, choices=ActorCategory.choices)
    name = models.CharField(max_length=200)
    acronym = models.CharField(max_length=40, blank=True)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="branches")
    active_from = models.DateField(null=True, blank=True)
    active_until = models.DateField(null=True, blank=True)
    successor_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="successors")
    status = models.CharField(max_length=8, choices=PlaceStatus.choices, default=PlaceStatus.PROPOSED)
    sensitivity = models.CharField(max_length=8, choices=Sensitivity.choices, default=Sensitivity.SEVERE)
    workshop = models.UUIDField(null=True, blank=True)
    import_batch = models.UUIDField(null=True, blank=True, db_index=True)

    objects = PermittedQuerySet["Actor"].as_manager()

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["category"], name="actor_category")]

    def __str__(self) -> str:
        return self.acronym or self.name
