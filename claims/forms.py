"""Shape of what people enter about claims."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import Institution
from sites.codes import ActorCategory, Sensitivity
from sites.models import Place, Source

from .codes import QualificationStatus
from .queue import Narrowing
from .services import APPROVED, Answers

LONGEST_TEXT = 4000


def words(label: Any, help_text: Any = "", *, required: bool = True, rows: int = 4) -> forms.CharField:
    """A field for a few sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class QueueForm(forms.Form):
    """What of the queue is looked at."""

    sensitivity = forms.ChoiceField(required=False, choices=[("", _("All classes")), *Sensitivity.choices])
    source = forms.ModelChoiceField(
        label=_("Source"), required=False, queryset=Source.objects.none(), empty_label=_("All sources")
    )
    territoire = forms.ChoiceField(label=_("Territoire"), required=False)
    ready = forms.BooleanField(label=_("Ready to release"), required=False)

    def __init__(self, data: Any, *, rows: QuerySet[Any]) -> None:
        super().__init__(data)
        sources = Source.objects.filter(pk__in=rows.order_by().values("source"))
        names = sorted(set(rows.order_by().values_list("territoire", flat=True)) - {""})
        self.fields["source"].queryset = sources  # type: ignore[attr-defined]  # the stubs know plain fields only
        self.fields["territoire"].choices = [("", _("All territoires")), *((n, n) for n in names)]  # type: ignore[attr-defined]  # the stubs know plain fields only
        self.fields["sensitivity"].widget = forms.HiddenInput()

    def narrowing(self) -> Narrowing:
        """What was asked for; a wrong entry asks for nothing."""
        self.is_valid()
        entered = self.cleaned_data
        source = entered.get("source")
        return Narrowing(
            sensitivity=entered.get("sensitivity", ""),
            source=source.pk if source else None,
            territoire=entered.get("territoire", ""),
            ready=bool(entered.get("ready")),
        )


class ReasonForm(forms.Form):
    """A sentence that is recorded with the step."""

    reason = words(_("Reason"))


class ClearedTextForm(forms.Form):
    """The words that leave the secretariat; none is an answer too."""

    text = words(_("Cleared text"), required=False)


class RaiseForm(forms.Form):
    """A higher class."""

    sensitivity = forms.ChoiceField(label=_("Class"), choices=Sensitivity.choices)
    reason = words(_("Reason"), required=False, rows=2)


class LowerForm(RaiseForm):
    """A lower class, which takes a reason."""

    reason = words(_("Reason"), rows=2)


def yes_or_no(label: Any) -> forms.TypedChoiceField:
    """A question without a default: nobody answers it by looking away."""
    return forms.TypedChoiceField(
        label=label,
        choices=[("no", _("No")), ("yes", _("Yes"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Answer this question.")},
    )


class ReleaseForm(forms.Form):
    """The four questions before releasing."""

    speaker = yes_or_no(_("Could a reader tell who spoke?"))
    single_source = yes_or_no(_("Is there a single possible source?"))
    attack = yes_or_no(_("Could it direct an attack or an eviction?"))
    reply = yes_or_no(_("Is the reply of whoever is named recorded?"))
    reason = words(_("Reason"), _("Needed when one of the answers speaks against releasing."), required=False, rows=2)

    def clean(self) -> dict[str, Any]:
        """An answer against releasing takes a reason."""
        cleaned = super().clean() or {}
        if not self.errors and self.answers().uneasy and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("One of the answers speaks against releasing: say why it is released."))
        return cleaned

    def answers(self) -> Answers:
        """The four answers."""
        return Answers(**{name: self.cleaned_data[name] for name in ("speaker", "single_source", "attack", "reply")})


class InstitutionForm(forms.Form):
    """To which institution a single claim is released."""

    institution = forms.ModelChoiceField(
        label=_("Institution"), queryset=Institution.objects.order_by("name"), empty_label=_("Choose…")
    )
    reason = words(_("Reason"), required=False, rows=2)


class AnswerForm(forms.Form):
    """What the secretariat answers to a request."""

    accepted = forms.TypedChoiceField(
        label=_("Answer"),
        choices=[("yes", _("The request is right: the claim is marked as contested")), ("no", _("The claim stands"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    answer = words(_("Words of the answer"), _("The institution reads them."))


class WithdrawalAnswerForm(forms.Form):
    """Whether what was said is taken back."""

    granted = forms.TypedChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], coerce=lambda value: value == "yes")
    reason = words(_("Reason"), required=False, rows=2)


class CorrectionForm(forms.Form):
    """What an institution contests."""

    text = words(
        _("What is not right, and how do you know?"),
        _("Only the secretariat reads this. Name no private persons."),
        rows=6,
    )


class ReplyForm(forms.Form):
    """What an institution answers to a released claim."""

    text = words(
        _("Your institution's reply"),
        _("The secretariat reads it first; readers of the claim get its cleared text."),
        rows=6,
    )


GIVEN_STATUSES = [(it.value, it.label) for it in QualificationStatus if it != QualificationStatus.EXPIRED]
"""What an inspection decides; expiry is computed, never given."""


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """A day, by the browser's own calendar."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PlaceChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs alone
    """A place by name and code."""

    def label_from_instance(self, place: Any) -> str:
        """As lists name it."""
        return f"{place.name} · {place.code}"


class QualificationForm(forms.Form):
    """What an inspection decided of a place, with its act."""

    place = PlaceChoice(label=_("Site"), queryset=Place.objects.none(), empty_label=_("Choose a site"))
    status = forms.ChoiceField(label=_("Qualification"), choices=GIVEN_STATUSES, widget=forms.RadioSelect)
    decree = forms.CharField(
        label=_("Act"), max_length=200, help_text=_("Its number and date, as it stands on the act.")
    )
    decided_on = day(_("Decided on"))
    scan = forms.FileField(
        label=_("Scan of the act"),
        required=False,
        help_text=_("PDF, PNG or JPEG, 10 MB at most. Only the secretariat opens it."),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
    )

    def __init__(self, data: Any, files: Any, *, places: QuerySet[Place], place: Place | None) -> None:
        super().__init__(data, files, initial={"place": place.pk if place else None})
        self.fields["place"].queryset = places  # type: ignore[attr-defined]  # the stubs know plain fields only

    def content(self) -> dict[str, Any]:
        """What was entered, the scan as bytes."""
        scan = self.cleaned_data["scan"]
        return {**self.cleaned_data, "scan": scan.read() if scan else None}


class ApprovalForm(forms.Form):
    """An approved actor, by which act, until when."""

    name = forms.CharField(label=_("Name of the actor"), max_length=200)
    category = forms.ChoiceField(label=_("Category"), choices=[(it.value, ActorCategory(it).label) for it in APPROVED])
    number = forms.CharField(label=_("Reference of the approval"), max_length=120)
    valid_from = day(_("Valid from"))
    valid_until = day(_("Valid until"), _("Empty where the act names no end."), required=False)

    def clean(self) -> dict[str, Any]:
        """An end comes after its beginning."""
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("valid_from"), cleaned.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", _("This day is before the first one."))
        return cleaned


class ApprovalAnswerForm(forms.Form):
    """Whether an approved actor is taken."""

    taken = forms.TypedChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], coerce=lambda value: value == "yes")
    answer = words(_("Reason"), required=False, rows=2)
