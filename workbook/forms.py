"""Shape of what the secretariat enters about workbooks."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_REASON = 500


class ReopeningForm(forms.Form):
    """Why a room is opened again."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The room reads it on its card, and it stands beside the next version."),
    )
