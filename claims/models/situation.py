"""How an armed group stands."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from sites.models import Actor

from ..codes import Answer, DdrStage
from .claim import Claim


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    model_name="ActorSituationEvent",
    fields=[
        "actor",
        "areas",
        "strength_low",
        "strength_high",
        "demands",
        "ddr_stage",
        "allies",
        "rivals",
        "ex_combatants",
    ],
)
class ActorSituation(Claim):
    """Strength, demands and stage of disarmament of one actor in some areas."""

    claim = models.OneToOneField(Claim, parent_link=True, primary_key=True, on_delete=models.CASCADE)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="situations")
    areas = ArrayField(models.CharField(max_length=12), default=list, blank=True, help_text="P-codes.")
    strength_low = models.PositiveIntegerField(null=True, blank=True)
    strength_high = models.PositiveIntegerField(null=True, blank=True)
    demands = models.TextField(blank=True)
    ddr_stage = models.CharField(max_length=13, choices=DdrStage.choices, default=DdrStage.UNKNOWN)
    allies = ArrayField(models.UUIDField(), default=list, blank=True)
    rivals = ArrayField(models.UUIDField(), default=list, blank=True)
    ex_combatants = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NOT_ASKED)
