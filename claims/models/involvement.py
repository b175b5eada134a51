"""Who acts at a site, and how."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from sites.models import Actor

from ..codes import ChainRole, Frequency, LevyBase, LevyUnit, Mode
from .claim import Claim


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    model_name="InvolvementEvent",
    fields=["actor", "chain_role", "modes", "frequency", "levy_base", "levy_low", "levy_high", "levy_unit", "levy_per"],
)
class Involvement(Claim):
    """An actor at a place, an area, an axis or a leg: its role, its operational modes, what it levies."""

    claim = models.OneToOneField(Claim, parent_link=True, primary_key=True, on_delete=models.CASCADE)
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="involvements")
    actor_as_stated = models.CharField(max_length=200, blank=True)
    leg = models.ForeignKey("claims.ChainLeg", null=True, blank=True, on_delete=models.SET_NULL, related_name="actors")
    chain_role = models.CharField(max_length=16, choices=ChainRole.choices, blank=True)
    modes = ArrayField(models.CharField(max_length=20, choices=Mode.choices), default=list, blank=True)
    frequency = models.CharField(max_length=12, choices=Frequency.choices, blank=True)
    levy_base = models.CharField(max_length=9, choices=LevyBase.choices, blank=True)
    levy_low = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    levy_high = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    levy_unit = models.CharField(max_length=7, choices=LevyUnit.choices, blank=True)
    levy_per = models.CharField(max_length=12, choices=Frequency.choices, blank=True)
