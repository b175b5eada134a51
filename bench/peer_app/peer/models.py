"""The flat tables as models."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField


class FlatPlace(models.Model):
    """What our interface tells of a place."""

    id = models.IntegerField(primary_key=True)
    code = models.TextField()
    name = models.TextField()
    kind = models.TextField()
    aliases = ArrayField(models.TextField())
    location_precision = models.TextField()
    provinces = ArrayField(models.TextField())
    province_declared = models.TextField()
    province_located = models.TextField()
    declared_province = models.TextField()
    declared_territoire = models.TextField()
    declared_collectivite = models.TextField()
    declared_groupement = models.TextField()
    declared_village = models.TextField()
    geom = models.PointField(srid=4326)

    class Meta:
        managed = False
        db_table = "flat_place"

    def __str__(self) -> str:
        return self.name


class ImportedPlace(models.Model):
    """What a file of places is imported into."""

    external_id = models.TextField(primary_key=True)
    name = models.TextField()
    kind = models.TextField()
    province = models.TextField(blank=True)
    territoire = models.TextField(blank=True)
    collectivite = models.TextField(blank=True)
    groupement = models.TextField(blank=True)
    village = models.TextField(blank=True)
    geom = models.PointField(srid=4326, null=True)

    class Meta:
        managed = False
        db_table = "peer_import"

    def __str__(self) -> str:
        return self.name
