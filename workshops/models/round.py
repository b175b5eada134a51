"""Rounds of workshops and the workshops themselves."""

import uuid

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from access.querysets import PermittedQuerySet
from accounts.codes import ParticipantCategory
from accounts.models import Institution

from ..codes import OPEN_STATES, WorkshopState


class WorkshopQuerySet(PermittedQuerySet["Workshop"]):
    """Workshops."""

    def open(self) -> "WorkshopQuerySet":
        """Workshops in which the room still writes."""
        return self.filter(state__in=OPEN_STATES)


class Round(models.Model):
    """An update of the mapping, held in several workshops and released in one batch: a dated set of statements."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200, unique=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = PermittedQuerySet["Round"].as_manager()

    class Meta:
        ordering = ["-starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="round_runs_forward"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="round_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track(
    pghistory.UpdateEvent(level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
)
class Workshop(models.Model):
    """A few dozen people of one zone in a room for two days: the unit of provenance."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="workshops")
    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=200, blank=True, help_text="What it speaks of, in the words of the invitation.")
    territoire = models.CharField(max_length=120, help_text="Where it met, as coarsely as most readers are told.")
    provinces = ArrayField(models.CharField(max_length=12), help_text="P-codes of what it speaks of.")
    areas = ArrayField(models.CharField(max_length=12), default=list, blank=True, help_text="P-codes of the zone.")
    venue = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    agenda = models.JSONField(default=list, blank=True, help_text="A list of {day, title, minutes}.")
    state = models.CharField(max_length=8, choices=WorkshopState.choices, default=WorkshopState.PREPARED)
    returned_because = models.CharField(max_length=500, blank=True, help_text="Why the secretariat sent it back.")
    closed_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.UUIDField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "id"]
        indexes = [
            GinIndex(fields=["provinces"], name="workshop_provinces"),
            models.Index(fields=["state", "-starts_on"], name="workshop_state_date"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(provinces=[]), name="workshop_has_a_province"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="workshop_runs_forward"),
            models.CheckConstraint(
                condition=~Q(state="RELEASED") | Q(released_at__isnull=False), name="workshop_released_has_a_date"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the workshop."""
        return reverse("workshops:workshop", args=[self.pk])


class OfWorkshop(models.Model):
    """A row that belongs to a workshop; the workshop's provinces and stage are copied onto it by the database."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="%(class)ss")
    provinces = ArrayField(models.CharField(max_length=12), default=list, editable=False)
    workshop_state = models.CharField(max_length=8, choices=WorkshopState.choices, default="", editable=False)

    class Meta:
        abstract = True


class WorkshopInstitution(OfWorkshop):
    """An institution invited to a workshop, with its seats; no person is ever named."""

    institution = models.ForeignKey(Institution, models.PROTECT, null=True, blank=True, related_name="invitations")
    name = models.CharField(max_length=200, help_text="In the words of the invitation.")
    category = models.CharField(max_length=20, choices=ParticipantCategory.choices)
    seats = models.PositiveSmallIntegerField(default=1)
    women_expected = models.PositiveSmallIntegerField(default=0)

    objects = PermittedQuerySet["WorkshopInstitution"].as_manager()

    class Meta:
        ordering = ["category", "name"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "name"], name="institution_invited_once"),
            models.CheckConstraint(condition=Q(women_expected__lte=F("seats")), name="women_expected_have_seats"),
        ]

    def __str__(self) -> str:
        return self.name
