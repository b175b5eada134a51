"""Shape of what people enter about accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.utils.translation import gettext_lazy as _

from .codes import PROVINCES, GrantedClass, ParticipantCategory, Role
from .models import LANGUAGES, Institution, Person
from .services import Scope

COUNTRY = "country"


class OwnAccountForm(forms.Form):
    """Name and language of the person."""

    name = forms.CharField(label=_("Name"), max_length=120)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class ScopeForm(forms.Form):
    """A role and where it holds."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    provinces = forms.MultipleChoiceField(
        label=_("Provinces"),
        required=False,
        choices=[(COUNTRY, _("The whole country")), *PROVINCES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    workshop = forms.UUIDField(
        label=_("One workshop only"),
        required=False,
        help_text=_("The workshop's key, for a facilitator of one workshop."),
    )
    expires_at = forms.DateTimeField(
        label=_("Until"), required=False, widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )

    def clean(self) -> dict[str, Any]:
        """A role holds somewhere; a ministry's holds in its provinces, not in the whole country."""
        cleaned = super().clean() or {}
        provinces, role = cleaned.get("provinces") or [], cleaned.get("role")
        if not provinces and not cleaned.get("workshop") and role != Role.ADMINISTRATOR:
            self.add_error("provinces", _("Choose at least one province, or the whole country."))
        if COUNTRY in provinces and role == Role.MINISTRY:
            self.add_error("provinces", _("A provincial ministry reads its own provinces: choose them."))
        return cleaned

    def scope(self) -> Scope:
        """The scope that was entered."""
        provinces = self.cleaned_data["provinces"]
        everywhere = COUNTRY in provinces
        return Scope(
            provinces=None if everywhere else tuple(provinces),
            workshop=self.cleaned_data["workshop"],
            expires_at=self.cleaned_data.get("expires_at"),
        )


class InstitutionForm(forms.Form):
    """A body for which persons act."""

    name = forms.CharField(label=_("Name"), max_length=200)
    category = forms.ChoiceField(label=_("Category"), choices=ParticipantCategory.choices)
    provinces = forms.MultipleChoiceField(
        label=_("Provinces"),
        required=False,
        choices=list(PROVINCES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None for a national body."),
    )

    def clean_name(self) -> str:
        """Whoever keeps the list sees it whole, so saying that a name is taken tells nothing new."""
        name = str(self.cleaned_data["name"])
        if Institution.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("This institution is on the list already."))
        return name


class InvitationForm(ScopeForm):
    """Who is invited, and for what."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=120)
    institution = forms.ModelChoiceField(
        label=_("Institution"),
        required=False,
        queryset=Institution.objects.order_by("name"),
        empty_label=_("Choose…"),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    expires_at = None  # type: ignore[assignment]  # takes the inherited field out
    field_order = ("email", "name", "institution", "language", "role", "provinces", "workshop")

    def clean_email(self) -> str:
        """An address has one account; whoever invites sees all accounts, so saying so tells nothing new."""
        email = str(self.cleaned_data["email"]).lower()
        if Person.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("This address has an account already: give it a role there."))
        return email


class PasswordForm(forms.Form):
    """The password of a new account, twice."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=password_validators_help_text_html,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Password again"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.person = person

    def clean(self) -> dict[str, Any]:
        """Both are the same and long enough."""
        cleaned = super().clean() or {}
        password = cleaned.get("password")
        if password and password != cleaned.get("again"):
            self.add_error("again", _("The two passwords are not the same."))
        if password:
            try:
                validate_password(password, self.person)
            except forms.ValidationError as refusal:
                self.add_error("password", refusal)
        return cleaned


class GrantForm(forms.Form):
    """A widening of somebody's reach."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=Person.objects.none(), empty_label=_("Choose…"))
    province = forms.ChoiceField(
        label=_("Province"), required=False, choices=[("", _("Records instead")), *PROVINCES.items()]
    )
    records = forms.CharField(
        label=_("Records"), required=False, help_text=_("Keys of claims or places, one a line."), widget=forms.Textarea
    )
    highest_class = forms.ChoiceField(label=_("Highest class"), choices=GrantedClass.choices, initial=GrantedClass.HIGH)
    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=30, initial=7)
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def __init__(self, *args: Any, persons: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = persons  # type: ignore[attr-defined]  # the stubs know plain fields only

    def clean_records(self) -> tuple[Any, ...]:
        """Keys, each on its line."""
        key = forms.UUIDField()
        return tuple(key.clean(line) for line in self.cleaned_data["records"].split())

    def clean(self) -> dict[str, Any]:
        """Records or a province, one of the two."""
        cleaned = super().clean() or {}
        if not self.errors and bool(cleaned.get("records")) == bool(cleaned.get("province")):
            self.add_error("records", _("Name records or a province, one of the two."))
        return cleaned
