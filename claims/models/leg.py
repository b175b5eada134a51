"""Where minerals go."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from sites.models import Place

from ..codes import Answer, LegKind, Mineral, Transport
from .claim import Claim


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    model_name="ChainLegEvent",
    fields=["to_place", "to_text", "leg_kind", "mineral", "transport", "volume_low", "volume_high", "formal", "via"],
)
class ChainLeg(Claim):
    """One leg of a chain: it starts at the claim's place and ends at a known place or at a name."""

    claim = models.OneToOneField(Claim, parent_link=True, primary_key=True, on_delete=models.CASCADE)
    to_place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="incoming_legs")
    to_text = models.CharField(max_length=200, blank=True)
    leg_kind = models.CharField(max_length=13, choices=LegKind.choices, default=LegKind.TRANSIT)
    mineral = models.CharField(max_length=12, choices=Mineral.choices, default=Mineral.UNKNOWN)
    transport = models.CharField(max_length=9, choices=Transport.choices, default=Transport.UNKNOWN)
    volume_low = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True, help_text="kg a month")
    volume_high = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True, help_text="kg a month")
    formal = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NO_DATA)
    via = ArrayField(models.CharField(max_length=200), default=list, blank=True)
