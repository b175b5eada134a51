"""The map page and its layers."""

import gzip

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from access.reach import READING_AUDIENCES, Reach, reach_of
from lib.problems import Fault, Problem

from .keeping import current_base, kept_layer
from .layers import areas_layer, claims_layer, state_layer
from .page import map_page
from .query import read_day
from .reading import key_of_place, place_at, read_place
from .sheet import panel_of, sheet_of

JSON, GEOJSON = "application/json", "application/geo+json"
IMMUTABLE = "private, max-age=31536000, immutable"


def _reader(request: HttpRequest) -> Reach:
    """The reach of somebody who reads maps; administrators read no content."""
    reach = reach_of(request.user)
    if reach.audience not in READING_AUDIENCES:
        raise Problem(Fault.FORBIDDEN)
    return reach


def _packed(request: HttpRequest, body: bytes, content_type: str, cache_control: str = "no-store") -> HttpResponse:
    """Answer with bytes that are compressed already; whoever cannot read them gets them plain."""
    accepts = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(body if accepts else gzip.decompress(body), content_type=content_type)
    if accepts:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = cache_control
    response["Vary"] = "Accept-Encoding"
    return response


@require_safe
def map_show(request: HttpRequest) -> HttpResponse:
    """The map."""
    reach = _reader(request)
    return render(request, "mapping/map.html", map_page(request.user, reach))


@require_safe
def base_show(request: HttpRequest, digest: str) -> HttpResponse:
    """The base layer, while it is the one of the reader's audience and provinces."""
    current, body = current_base(_reader(request))
    if digest != current:
        raise Problem(Fault.NOT_FOUND)
    return _packed(request, body, JSON, IMMUTABLE)


@require_safe
def state_show(request: HttpRequest) -> HttpResponse:
    """The state layer."""
    reach, today = _reader(request), timezone.localdate()
    digest, _body = current_base(reach)
    return _packed(request, kept_layer(f"state:{today}", reach, lambda: state_layer(reach, digest, today)), JSON)


@require_safe
def claims_show(request: HttpRequest) -> HttpResponse:
    """The claims layer."""
    reach, today = _reader(request), timezone.localdate()
    digest, _body = current_base(reach)
    return _packed(request, kept_layer(f"claims:{today}", reach, lambda: claims_layer(reach, digest, today)), JSON)


@require_safe
def areas_show(request: HttpRequest) -> HttpResponse:
    """Boundaries, where they were loaded."""
    reach = _reader(request)
    return _packed(request, kept_layer("areas", reach, lambda: areas_layer(reach)), GEOJSON)


@require_safe
def panel_show(request: HttpRequest, key: str) -> HttpResponse:
    """What the map's panel shows of a place, as known on the day of the map."""
    place, today = place_at(request.user, key), timezone.localdate()
    if key_of_place(place) != key:
        return redirect("mapping:panel", key_of_place(place))
    on = min(read_day(request.GET, "on") or today, today)
    reading = read_place(place, reach_of(request.user), on, today)
    return render(request, "mapping/_panel.html", panel_of(reading, today))


@require_safe
def place_show(request: HttpRequest, key: str) -> HttpResponse:
    """The sheet of a place, as known today or on the day asked."""
    place, today = place_at(request.user, key), timezone.localdate()
    if key_of_place(place) != key:
        return redirect("mapping:place", key_of_place(place))
    on = min(read_day(request.GET, "on") or today, today)
    reading = read_place(place, reach_of(request.user), on, today)
    return render(request, "mapping/place.html", sheet_of(reading, today))
