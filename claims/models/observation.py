"""What was seen, or looked for and not seen."""

import uuid

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from access.querysets import PermittedQuerySet
from sites.codes import TitleStatus

from ..codes import (
    ActivityStatus,
    Answer,
    ArmedPresence,
    ExploitationMode,
    ExtractionType,
    Mineral,
    NoVisitReason,
    Programme,
    ProgrammeState,
    StateService,
)
from .claim import Claim


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    model_name="ObservationEvent",
    fields=["armed_presence", "activity_status", "workers_low", "workers_high", "women", "children"],
)
class Observation(Claim):
    """The state of a site as one source saw or heard it."""

    claim = models.OneToOneField(Claim, parent_link=True, primary_key=True, on_delete=models.CASCADE)
    armed_presence = models.CharField(max_length=15, choices=ArmedPresence.choices, default=ArmedPresence.NOT_ASKED)
    activity_status = models.CharField(max_length=12, choices=ActivityStatus.choices, default=ActivityStatus.UNKNOWN)
    exploitation_modes = ArrayField(
        models.CharField(max_length=12, choices=ExploitationMode.choices), default=list, blank=True
    )
    extraction_types = ArrayField(
        models.CharField(max_length=12, choices=ExtractionType.choices), default=list, blank=True
    )
    title_status = models.CharField(max_length=10, choices=TitleStatus.choices, default=TitleStatus.UNKNOWN)
    workers_low = models.PositiveIntegerField(null=True, blank=True)
    workers_high = models.PositiveIntegerField(null=True, blank=True)
    services = ArrayField(models.CharField(max_length=12, choices=StateService.choices), default=list, blank=True)
    programme = models.CharField(max_length=20, choices=Programme.choices, blank=True)
    programme_state = models.CharField(max_length=10, choices=ProgrammeState.choices, blank=True)
    mercury = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NOT_ASKED)
    women = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NOT_ASKED)
    children = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NOT_ASKED)
    displaced = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NOT_ASKED)
    no_visit_reason = models.CharField(max_length=11, choices=NoVisitReason.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(workers_high=None) | Q(workers_low=None) | Q(workers_high__gte=F("workers_low")),
                name="observation_workers_in_order",
            )
        ]


class ObservedMineral(models.Model):
    """One mineral of an observation, in the order of importance in which it was named."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="minerals")
    mineral = models.CharField(max_length=12, choices=Mineral.choices)
    rank = models.PositiveSmallIntegerField(default=1)
    share = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Per cent of what is dug.")

    objects = PermittedQuerySet["ObservedMineral"].as_manager()

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["observation", "mineral"], name="mineral_named_once"),
            models.CheckConstraint(condition=Q(share=None) | Q(share__lte=100), name="mineral_share_is_a_share"),
        ]

    def __str__(self) -> str:
        return self.get_mineral_display()
