"""The computed state of a place, for an audience; never edited, only refreshed."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from access.querysets import PermittedQuerySet
from access.reach import Audience
from sites.models import Place

from ..codes import ActivityStatus, ArmedPresence, Mineral, QualificationStatus

ABOVE_C1 = ("HIGH", "SEVERE")


class PlaceState(models.Model):
    """What one audience's claims say of a place today; made in SQL from the claims which that audience reads."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="states")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    presence = models.CharField(max_length=15, choices=ArmedPresence.choices)
    contradicted = models.BooleanField(default=False)
    answered_on = models.DateField(null=True, help_text="Disclosed last day of the answer's period of statement.")
    ended_on = models.DateField(
        null=True, help_text="Disclosed end of what is claimed; past when before the day asked."
    )
    claims = models.PositiveIntegerField(default=0)
    sources = models.PositiveIntegerField(default=0, help_text="Independent origins.")
    last_on = models.DateField(null=True, help_text="Disclosed last day of the latest claim of any kind.")
    workers = models.PositiveIntegerField(null=True)
    activity = models.CharField(max_length=12, choices=ActivityStatus.choices, default=ActivityStatus.UNKNOWN)
    minerals = ArrayField(models.CharField(max_length=12, choices=Mineral.choices), default=list)
    qualification = models.CharField(max_length=11, choices=QualificationStatus.choices, blank=True)
    qualified_on = models.DateField(null=True, help_text="From which the qualification's duration is counted.")
    told = models.BooleanField(default=False, help_text="The words below are kept; else they are put together anew.")
    told_actors = models.TextField(blank=True, default="", help_text="Names, as that audience may know them.")
    told_categories = models.TextField(blank=True, default="")
    told_sources = models.TextField(blank=True, default="", help_text="Titles and licences.")
    told_class = models.CharField(
        max_length=8, blank=True, default="", help_text="The highest of the claims that are told, where above C1."
    )
    marked = models.BooleanField(default=False, help_text="A submitted claim contradicts; the secretariat alone.")

    objects = PermittedQuerySet["PlaceState"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "audience"], name="one_state_an_audience")]
        indexes = [
            models.Index(fields=["audience", "presence"], name="state_audience_presence"),
            models.Index(
                fields=["audience"],
                name="state_untold",
                condition=models.Q(told=False, audience__in=("analyst", "secretariat")),
            ),
            models.Index(
                fields=["audience", "told_class"], name="state_above_c1", condition=models.Q(told_class__in=ABOVE_C1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.audience} {self.presence}"


class StateChange(models.Model):
    """A day from which a place's presence is drawn otherwise, for an audience; the date handle looks these up."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="state_changes")
    audience = models.CharField(max_length=12, choices=Audience.choices)
    since = models.DateField(help_text="Disclosed day.")
    presence = models.CharField(max_length=15, choices=ArmedPresence.choices)
    contradicted = models.BooleanField(default=False)

    objects = PermittedQuerySet["StateChange"].as_manager()

    class Meta:
        ordering = ["place", "since"]
        constraints = [models.UniqueConstraint(fields=["place", "audience", "since"], name="one_change_a_day")]
        indexes = [models.Index(fields=["audience", "place"], name="change_audience_place")]

    def __str__(self) -> str:
        return f"{self.place_id} {self.audience} {self.since:%Y-%m-%d}"
