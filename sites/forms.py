"""Shape of what people enter about the registers."""

from typing import Any

from django import forms
from django.contrib.gis.geos import Point
from django.utils.translation import gettext_lazy as _

from lib.coordinates import UnreadablePosition, read_position

from .codes import LocationPrecision, PlaceKind
from .models import Area, Place
from .widgets import PositionWidget


class PlaceForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """What the secretariat mends in a place; a position as it comes: decimal, degrees or UTM."""

    position = forms.CharField(label=_("Position"), required=False, max_length=80, widget=PositionWidget)
    aliases = forms.CharField(label=_("Other names"), required=False, help_text=_("Separated by semicolons."))

    class Meta:
        model = Place
        fields = (
            "name",
            "kind",
            "location_precision",
            "declared_province",
            "declared_territoire",
            "declared_collectivite",
            "declared_groupement",
            "declared_village",
        )
        labels = {
            "name": _("Name"),
            "kind": _("Kind of place"),
            "location_precision": _("How the position is known"),
            "declared_province": _("Declared province"),
            "declared_territoire": _("Declared territoire"),
            "declared_collectivite": _("Declared chiefdom or sector"),
            "declared_groupement": _("Declared groupement"),
            "declared_village": _("Declared village"),
        }

    field_order = ("name", "aliases", "kind", "position", "location_precision")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = PlaceKind.choices  # type: ignore[attr-defined]  # the stubs know plain fields only
        self.fields["location_precision"].choices = LocationPrecision.choices  # type: ignore[attr-defined]  # the stubs know plain fields only
        self.initial["aliases"] = "; ".join(self.instance.aliases)
        shape = self.instance.geom
        if shape is not None and shape.geom_type == "Point":
            self.initial["position"] = f"{shape.y:.5f} {shape.x:.5f}"

    def clean_aliases(self) -> list[str]:
        """Names, each once."""
        parts = (part.strip() for part in self.cleaned_data["aliases"].split(";"))
        return list(dict.fromkeys(part for part in parts if part))

    def clean_position(self) -> Point | None:
        """A point, or none where nothing is entered."""
        text = self.cleaned_data["position"].strip()
        if not text:
            return None
        try:
            read = read_position(text)
        except UnreadablePosition:
            raise forms.ValidationError(_("This is not a position that can be read. Try: -5.9167 29.2000")) from None
        return Point(read.longitude, read.latitude, srid=4326)

    def amended(self) -> dict[str, Any]:
        """Fields for `amend_place`; a line is never overwritten by an empty position."""
        fields = dict(self.cleaned_data)
        point = fields.pop("position")
        if point is not None or self.initial.get("position"):
            fields["geom"] = point
        return fields


class ProvinceForm(forms.Form):
    """The secretariat's word on where a place lies."""

    province = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = Area.objects.filter(level=1).order_by("name").values_list("pcode", "name")
        self.fields["province"].choices = [("", _("Not settled")), *known]  # type: ignore[attr-defined]  # the stubs know plain fields only


class MergeForm(forms.Form):
    """Which of two places stays."""

    merged = forms.UUIDField()
    into = forms.UUIDField()


class DistinctionForm(forms.Form):
    """Two places that are two."""

    one = forms.UUIDField()
    other = forms.UUIDField()


class MatchForm(forms.Form):
    """The known place that a room meant."""

    known = forms.UUIDField()
