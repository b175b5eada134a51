"""What the map page needs besides its layers."""

from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from access.fields import Rule, rule_for
from access.reach import Audience, Reach
from accounts.landing import role_of
from claims.models import Claim
from sites.models import Area, Source

from .dictionaries import catalogue_for
from .keeping import current_base, kept_words
from .placing import map_places
from .since import SinceLastVisit, changed_since

STEP_OF_RULE = {Rule.TERRITOIRE_QUARTER: "quarter", Rule.TERRITOIRE_MONTH: "month"}
HIGHEST_CLASS = {Audience.BASIC: "C1", Audience.MINISTRY: "C2", Audience.ANALYST: "C2", Audience.SECRETARIAT: "C2"}
"""The map carries nothing above: C3 stands on place sheets alone."""

ANY_CODE = "CODE"
EXPORTERS = (Audience.ANALYST, Audience.SECRETARIAT)


def map_page(person: Any, reach: Reach) -> dict[str, Any]:
    """Return the context of the map page for `person`."""
    digest, _body = current_base(reach)
    since = last_visit(person, reach)
    return {
        "base_url": reverse("mapping:base", args=[digest]),
        "state_url": reverse("mapping:state"),
        "claims_url": reverse("mapping:claims"),
        "panel_url": reverse("mapping:panel", args=[ANY_CODE]),
        "areas_url": reverse("mapping:areas") if Area.objects.filter(geom__isnull=False).exists() else "",
        "basemap_url": _basemap(),
        "basemap_source": settings.FILON_BASEMAP_URL or "",
        "filters": kept_words("filters", reach, lambda: catalogue_for(reach)),
        "since": since.as_json() if since else None,
        "since_date": since.moment if since else None,
        "since_count": len(since.places) if since else 0,
        "since_better": len(since.better) if since else 0,
        "submit_url": _address("claims:qualification_submit") if reach.audience == Audience.MINISTRY else "",
        "step": STEP_OF_RULE.get(rule_for("workshop place and date", reach.audience), "month"),
        "audience": reach.audience,
        "highest_class": HIGHEST_CLASS[reach.audience],
        "sources_credit": " · ".join(kept_words("credits", reach, lambda: credits(reach))),
        "csv_url": _export("places.csv", reach),
        "geojson_url": _export("places.geojson", reach),
        "reader": f"{person}, {role_of(reach)}",
    }


def last_visit(person: Any, reach: Reach) -> SinceLastVisit | None:
    """Return what has changed since the previous visit; for ministries, from their second visit on."""
    moment = getattr(person, "previous_visit", None)
    if reach.audience != Audience.MINISTRY or moment is None:
        return None
    return changed_since(reach, moment)


def credits(reach: Reach) -> list[str]:
    """Return the licences of the open data that the reader reads on the map, and of the boundaries."""
    read = Claim.objects.permitted_to(reach).filter(open_data=True, place__in=map_places(reach))
    licences = Source.objects.filter(open_licence=True, pk__in=read.order_by().values("source"))
    outlines = Area.objects.exclude(source="").filter(geom__isnull=False)
    texts = {
        *licences.values_list("licence", flat=True).distinct(),
        *outlines.values_list("source", flat=True).distinct(),
    }
    return sorted(text for text in texts if text)


def _basemap() -> str:
    return f"{settings.STATIC_URL}basemap/"


def _export(layout: str, reach: Reach) -> str:
    return _address("reports:places", layout) if reach.audience in EXPORTERS else ""


def _address(route: str, *parts: str) -> str:
    """The address of a screen that an upper app may have."""
    try:
        return reverse(route, args=parts)
    except NoReverseMatch:
        return ""
