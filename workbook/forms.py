"""Shape of what the secretariat enters about workbooks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .codes import HeldDecision

LONGEST_REASON, LONGEST_LATE_REASON = 500, 400


class ReopeningForm(forms.Form):
    """Why a room is opened again."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The room reads it on its card, and it stands beside the next version."),
    )


class LateForm(forms.Form):
    """What becomes of late words, and why; `items` is how many the person was shown."""

    decision = forms.ChoiceField(choices=[(HeldDecision.ADMITTED, ""), (HeldDecision.SET_ASIDE, "")])
    items = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), max_length=LONGEST_LATE_REASON)
