"""Provinces, territoires and what lies below them."""

import uuid

from django.contrib.gis.db import models

from access.querysets import PermittedQuerySet

from ..constraints import sound_geometry


class Area(models.Model):
    """An administrative area, known by its P-code; without a polygon, declared names are used and screens say so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pcode = models.CharField(max_length=12, unique=True)
    level = models.PositiveSmallIntegerField(help_text="1 province, 2 territoire or ville, 3 and below as loaded.")
    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    geom = models.MultiPolygonField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True, help_text="Attribution shown wherever the polygon is drawn.")

    objects = PermittedQuerySet["Area"].as_manager()

    class Meta:
        ordering = ["pcode"]
        constraints = [sound_geometry("area_geometry_is_sound")]

    def __str__(self) -> str:
        return self.name
