"""Shape of what people enter about workshops."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.codes import PROVINCES
from accounts.models import Institution
from claims.forms import yes_or_no

from .advice import ORDER, Narrowing
from .codes import Horizon, RecommendationStatus, RecommendationType
from .models import Recommendation

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

    def __init__(self, data: Any, *, whole: bool = False) -> None:
        super().__init__(data)
        if whole:
            dropped = RecommendationStatus.DROPPED
            every = [*((it.value, it.label) for it in REPORTED), (dropped.value, dropped.label)]
            self.fields["status"].choices = every  # type: ignore[attr-defined]  # the stubs know plain fields only


class AdviceFilter(forms.Form):
    """What of the recommendations is looked at; only what the reader meets is offered."""

    status = forms.ChoiceField(label=_("Status"), required=False)
    type = forms.ChoiceField(label=_("Subject"), required=False)
    province = forms.ChoiceField(label=_("Province"), required=False)
    institution = forms.ModelChoiceField(
        label=_("Asked of"), queryset=Institution.objects.none(), required=False, empty_label=_("All")
    )
    horizon = forms.ChoiceField(label=_("Horizon"), required=False, choices=[("", _("All")), *Horizon.choices])
    late = forms.BooleanField(label=_("Late"), required=False)

    def __init__(self, data: Any, *, rows: QuerySet[Recommendation]) -> None:
        super().__init__(data)
        met = list(rows.order_by().values_list("status", "type", "provinces", "addressed_to"))
        statuses = [(it.value, it.label) for it in ORDER if any(row[0] == it for row in met)]
        types = [(it.value, it.label) for it in RecommendationType if any(row[1] == it for row in met)]
        codes = sorted({code for row in met for code in row[2]})
        for name, choices in (
            ("status", statuses),
            ("type", types),
            ("province", [(code, PROVINCES.get(code, code)) for code in codes]),
        ):
            self.fields[name].choices = [("", _("All")), *choices]  # type: ignore[attr-defined]  # the stubs know plain fields only
        asked = Institution.objects.filter(pk__in={row[3] for row in met if row[3]})
        self.fields["institution"].queryset = asked  # type: ignore[attr-defined]  # the stubs know plain fields only

    def narrowing(self) -> Narrowing:
        """What was asked for; a wrong entry asks for nothing."""
        self.is_valid()
        entered = self.cleaned_data
        institution = entered.get("institution")
        texts = {name: entered.get(name) or "" for name in ("status", "type", "province", "horizon")}
        return Narrowing(**texts, institution=institution.pk if institution else None, late=bool(entered.get("late")))


class TransmitForm(forms.Form):
    """To whom a recommendation is sent, by which letter."""

    addressed_to = forms.ModelChoiceField(label=_("Asked of"), queryset=Institution.objects.order_by("name"))
    letter = forms.CharField(label=_("Reference of the letter"), max_length=120)
    sent_on = forms.DateField(
        label=_("Sent on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )


class DeclineForm(forms.Form):
    """Why a reported status is not taken."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class TakeBackForm(forms.Form):
    """What somebody who was in the room wants back: no name, no reason."""

    code = forms.CharField(
        label=_("Code on the sheet"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    text = forms.CharField(
        label=_("What should be taken back?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The site or the subject, and the group if you remember it. No name, and no reason."),
    )


class WithdrawForm(forms.Form):
    """Why all that a room said must go at once."""

    reason = forms.CharField(label=_("Reason"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


class AnswerBackForm(forms.Form):
    """Which of a workshop's statements are taken back, or why none is."""

    claims = forms.TypedMultipleChoiceField(
        label=_("Statements"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.TypedMultipleChoiceField(
        label=_("Causes, effects and recommendations"),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    granted = forms.TypedChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], coerce=lambda value: value == "yes")
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Needed to refuse; taking back needs none."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: Any, *, claims: list[tuple[UUID, str]], words: list[tuple[UUID, str]]) -> None:
        super().__init__(data)
        self.fields["claims"].choices = claims  # type: ignore[attr-defined]  # the stubs know plain fields only
        self.fields["words"].choices = words  # type: ignore[attr-defined]  # the stubs know plain fields only

    def clean(self) -> dict[str, Any]:
        """Taking back names what goes."""
        cleaned = super().clean() or {}
        chosen = cleaned.get("claims") or cleaned.get("words")
        if cleaned.get("granted") and not chosen:
            self.add_error("claims", _("Tick what is meant, or keep it with a reason."))
        if cleaned.get("granted") is False and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Say why it is kept."))
        return cleaned


class AnswerForm(forms.Form):
    """What the room answers to a statement that was sent back."""

    answer = forms.CharField(
        label=_("Answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only the secretariat reads it. No names of persons."),
    )


def _in_writing(label: Any) -> forms.CharField:
    """A few words without which an answer is only a tick."""
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class RoundReleaseForm(forms.Form):
    """The four questions for a round, each answered by yes or no and in writing."""

    speaker = yes_or_no(_("Could a reader tell who spoke?"))
    speaker_words = _in_writing(_("How do you know?"))
    single_source = yes_or_no(_("Is there a single possible source?"))
    single_source_words = _in_writing(_("How do you know?"))
    attack = yes_or_no(_("Could it direct an attack or an eviction?"))
    attack_words = _in_writing(_("How do you know?"))
    reply = yes_or_no(_("Is the reply of whoever is named recorded?"))
    reply_words = _in_writing(_("How do you know?"))

    def answers(self) -> dict[str, bool]:
        """Yes or no, by question."""
        return {name: self.cleaned_data[name] for name in self.cleaned_data if not name.endswith("_words")}

    def words(self) -> dict[str, str]:
        """What was written, by question."""
        ends = "_words"
        return {name.removesuffix(ends): text for name, text in self.cleaned_data.items() if name.endswith(ends)}
