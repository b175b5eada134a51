"""Shape of what people enter about workshops."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .codes import RecommendationStatus

REPORTED = (
    RecommendationStatus.RECEIVED,
    RecommendationStatus.ONGOING,
    RecommendationStatus.DONE,
    RecommendationStatus.BLOCKED,
)
"""Statuses that the body which was asked may report; the others are the room's and the secretariat's."""


class StatusForm(forms.Form):
    """How far a recommendation has come, and how one can tell."""

    status = forms.ChoiceField(label=_("Status"), choices=[(it.value, it.label) for it in REPORTED])
    evidence = forms.CharField(
        label=_("Evidence"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What was done, when, and which document shows it. No names of persons."),
    )
