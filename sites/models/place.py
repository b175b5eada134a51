"""Sites and every other place that a statement is about."""

import uuid

import pghistory
import pgtrigger
from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db.models import F, Q
from django.urls import reverse

from access.querysets import PermittedQuerySet

from ..codes import LocationPrecision, PlaceKind, PlaceStatus, Sensitivity
from ..constraints import sound_geometry


class PlaceQuerySet(PermittedQuerySet["Place"]):
    """Places."""

    def accepted(self) -> "PlaceQuerySet":
        """Places that stand in the register."""
        return self.filter(status=PlaceStatus.ACCEPTED)


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
)
class Place(models.Model):
    """A mine, a pit, a selling point, a town, an axis: known by six characters that tell nothing about it.

    A place known only by its territoire has no point and stands in a list beside the map, never on a centroid.
    `provinces`, the declared and located codes and `about_state` are kept by the database.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=14, choices=PlaceKind.choices, default=PlaceKind.MINE_SITE)
    code = models.CharField(max_length=6, null=True, blank=True, unique=True, help_text="Given on acceptance.")
    number = models.IntegerField(null=True, blank=True, unique=True, help_text="The code as an integer of 30 bits.")
    name = models.CharField(max_length=200)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    external_ids = models.JSONField(default=dict, blank=True, help_text="Keys in other registers, by layout.")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts", db_index=False
    )
    geom = models.GeometryField(null=True, blank=True, help_text="A point; a line for an axis.")
    location_precision = models.CharField(
        max_length=20, choices=LocationPrecision.choices, default=LocationPrecision.UNKNOWN
    )
    declared_province = models.CharField(max_length=120, blank=True)
    declared_territoire = models.CharField(max_length=120, blank=True)
    declared_collectivite = models.CharField(max_length=120, blank=True)
    declared_groupement = models.CharField(max_length=120, blank=True)
    declared_village = models.CharField(max_length=120, blank=True)
    province_declared = models.CharField(max_length=12, blank=True, editable=False)
    province_located = models.CharField(max_length=12, blank=True, editable=False)
    territoire_located = models.CharField(max_length=12, blank=True, editable=False)
    settled_province = models.CharField(
        max_length=12, blank=True, help_text="The secretariat's word on a disagreement."
    )
    provinces = ArrayField(models.CharField(max_length=12), default=list, editable=False)
    status = models.CharField(max_length=8, choices=PlaceStatus.choices, default=PlaceStatus.PROPOSED)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", db_index=False
    )
    sensitivity = models.CharField(max_length=8, choices=Sensitivity.choices, default=Sensitivity.HIGH)
    about_state = models.BooleanField(
        default=True, editable=False, help_text="No released claim here that a ministry may read."
    )
    workshop = models.UUIDField(null=True, blank=True)
    import_batch = models.UUIDField(null=True, blank=True, db_index=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["code", "id"]
        indexes = [
            GinIndex(fields=["provinces"], name="place_provinces"),
            models.Index(fields=["number"], name="place_number", condition=Q(status="ACCEPTED")),
            models.Index(fields=["parent"], name="place_parent", condition=Q(parent__isnull=False)),
            models.Index(fields=["merged_into"], name="place_merged_into", condition=Q(merged_into__isnull=False)),
            models.Index(
                fields=["sensitivity"], name="place_above_c1", condition=Q(sensitivity__in=("HIGH", "SEVERE"))
            ),
        ]
        constraints = [
            sound_geometry("place_geometry_is_sound"),
            models.CheckConstraint(condition=~Q(provinces=[]), name="place_has_a_province"),
            models.CheckConstraint(
                condition=~Q(status="ACCEPTED") | Q(code__isnull=False, number__isnull=False),
                name="accepted_place_has_a_code",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The sheet of the place."""
        return reverse("mapping:place", args=[self.code or self.pk])


class PlaceMerging(models.Model):
    """Two places that a person found to be one; both codes stay alive and the merging can be undone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    merged = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="mergings")
    into = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="received_mergings")
    moved = ArrayField(models.UUIDField(), default=list, help_text="Claims that followed, to bring back on undoing.")
    alias = models.CharField(
        max_length=200, blank=True, help_text="The other name that it gave `into`, to take away again on undoing."
    )
    by = models.UUIDField()
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["PlaceMerging"].as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.merged} → {self.into}"


class PlaceDistinction(models.Model):
    """Two places that look like one and that a person found to be two: the pair is not proposed again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    one = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+", help_text="The one of the lesser key.")
    other = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    by = models.UUIDField()
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["PlaceDistinction"].as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="distinction_in_order"),
            models.UniqueConstraint(fields=["one", "other"], condition=Q(undone_at=None), name="distinguished_once"),
        ]

    def __str__(self) -> str:
        return f"{self.one} ≠ {self.other}"
