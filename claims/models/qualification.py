"""What an inspection decided."""

import pghistory
import pgtrigger
from django.db import models

from ..codes import QualificationStatus
from .claim import Claim


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    model_name="QualificationEvent",
    fields=["status", "decree", "decided_on"],
)
class Qualification(Claim):
    """A site's status under the certification mechanism; when it lapses is computed from a configured duration."""

    claim = models.OneToOneField(Claim, parent_link=True, primary_key=True, on_delete=models.CASCADE)
    status = models.CharField(max_length=11, choices=QualificationStatus.choices)
    decree = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True, blank=True)
