"""What happened."""

import pghistory
import pgtrigger
from django.db import models

from ..codes import IncidentCategory, IncidentFollowup
from .claim import Claim


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    model_name="IncidentEvent",
    fields=["category", "severity", "follow_up"],
)
class Incident(Claim):
    """An event at a place, with what became of it."""

    claim = models.OneToOneField(Claim, parent_link=True, primary_key=True, on_delete=models.CASCADE)
    category = models.CharField(max_length=15, choices=IncidentCategory.choices)
    severity = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 gravest to 3.")
    follow_up = models.CharField(max_length=12, choices=IncidentFollowup.choices, default=IncidentFollowup.OPEN)
