"""Overlays of law and protection."""

import uuid

from django.contrib.gis.db import models

from access.querysets import PermittedQuerySet

from ..codes import Sensitivity, TitleStatus, ZoneKind
from ..constraints import sound_geometry
from .source import Source


class Zone(models.Model):
    """A mining title, an artisanal zone, a protected area or another published overlay."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=ZoneKind.choices)
    title = models.CharField(max_length=10, choices=TitleStatus.choices, blank=True)
    name = models.CharField(max_length=200)
    reference = models.CharField(max_length=100, blank=True)
    holder = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="zones")
    geom = models.MultiPolygonField()
    sensitivity = models.CharField(max_length=8, choices=Sensitivity.choices, default=Sensitivity.MODERATE)
    import_batch = models.UUIDField(null=True, blank=True, db_index=True)

    objects = PermittedQuerySet["Zone"].as_manager()

    class Meta:
        ordering = ["kind", "name", "id"]
        constraints = [sound_geometry("zone_geometry_is_sound")]

    def __str__(self) -> str:
        return self.name
