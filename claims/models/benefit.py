"""Who gains in the end."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from sites.models import Actor

from ..codes import BeneficiaryType, BenefitLink, UnspecifiedReason
from .claim import Claim


@pghistory.track(
    pghistory.UpdateEvent(row="OLD", level=pgtrigger.Statement),
    pghistory.DeleteEvent(level=pgtrigger.Statement),
    model_name="BenefitEvent",
    fields=["about_involvement", "about_leg", "beneficiary", "beneficiary_type", "link", "unspecified_reason"],
)
class Benefit(Claim):
    """A final beneficiary of an involvement, of a leg or of the place as a whole; its name is C3."""

    claim = models.OneToOneField(Claim, parent_link=True, primary_key=True, on_delete=models.CASCADE)
    about_involvement = models.ForeignKey(
        "claims.Involvement", null=True, blank=True, on_delete=models.SET_NULL, related_name="benefits"
    )
    about_leg = models.ForeignKey(
        "claims.ChainLeg", null=True, blank=True, on_delete=models.SET_NULL, related_name="benefits"
    )
    beneficiary = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="benefits")
    beneficiary_type = models.CharField(max_length=16, choices=BeneficiaryType.choices, default=BeneficiaryType.UNKNOWN)
    link = models.CharField(max_length=8, choices=BenefitLink.choices, default=BenefitLink.UNKNOWN)
    unspecified_reason = models.CharField(max_length=13, choices=UnspecifiedReason.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(about_involvement=None) | Q(about_leg=None), name="benefit_is_about_one_thing"
            )
        ]
