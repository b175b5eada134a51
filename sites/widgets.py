"""Entering a position: typed as it comes, or placed on a map beside it."""

from typing import Any

from django import forms
from django.conf import settings
from leaflet import app_settings
from leaflet.forms.widgets import LeafletWidget


class PositionWidget(LeafletWidget):  # type: ignore[misc]  # django-leaflet has no types
    """django-leaflet's widget with its settings, for a field that is typed: no inline script, no second Leaflet.

    The options go to the page as data; the element `<filon-point>` of our own bundle draws the map.
    """

    template_name = "sites/position_widget.html"
    geom_type = "POINT"

    def format_value(self, value: Any) -> str:
        """The position as it was typed."""
        return "" if value is None else str(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The context of a line of text, with the options of the map."""
        context = forms.Widget.get_context(self, name, value, attrs)
        context["widget"]["type"] = "text"
        context["options_id"] = f"{context['widget']['attrs'].get('id', name)}-map"
        context["options"] = self.options()
        return context

    def options(self) -> dict[str, Any]:
        """Where the map begins, how far it zooms, and what lies under it."""
        known = {**app_settings, **self.settings_overrides}
        return {
            "center": known["DEFAULT_CENTER"],
            "zoom": known["DEFAULT_ZOOM"],
            "minZoom": known["MIN_ZOOM"],
            "maxZoom": known["MAX_ZOOM"],
            "basemapUrl": f"{settings.STATIC_URL}basemap/",
            "basemapSource": settings.FILON_BASEMAP_URL or "",
        }
