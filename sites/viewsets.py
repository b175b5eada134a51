"""Registers under `/api/`: places as GeoJSON, actors and areas as JSON; read only, permitted rows alone."""

from functools import lru_cache, partial
from typing import Any
from uuid import UUID

from django.contrib.gis.db.models.functions import AsGeoJSON
from django.db.models import CharField, IntegerField, QuerySet, UUIDField
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request

from access.reach import Reach, reach_of
from lib.compiled import compiled
from lib.ids import number_of, read_code
from lib.json_pages import AFTER, KEPT_PAGES, Page, json_item, json_page, page_of
from lib.json_rows import features, objects
from lib.problems import Fault, Problem

from .codes import ActorCategory
from .disclosed import ACTOR, AREA, place_columns
from .features import place_features
from .models import Actor, Area, Place

PAGING = [
    OpenApiParameter("after", str, description="Key of the last row of the page before."),
    OpenApiParameter("limit", int, description="Rows a page, 1 to 1,000; 100 unless said."),
]


def _with_geometry(rows: QuerySet[Place]) -> QuerySet[Any, Any]:
    """Positions with six decimals, about 0.1 m."""
    return rows.annotate(geometry=AsGeoJSON("geom", precision=6))


def _number(code: str) -> int:
    try:
        return number_of(code)
    except ValueError:
        raise Problem(Fault.BAD_REQUEST) from None


@extend_schema(
    summary="Accepted places",
    parameters=[*PAGING, OpenApiParameter("province", str, description="P-code of a province that the place touches.")],
    responses={(200, "application/geo+json"): OpenApiTypes.OBJECT},
)
@api_view(["GET"])
def place_list(request: Request) -> HttpResponse:
    """Places that the reader may see, by code, as a GeoJSON feature collection."""
    reach, province = reach_of(request.user), request.GET.get("province") or ""
    return json_page(request._request, partial(_place_page, reach, province), _number, collection=True)


@lru_cache(KEPT_PAGES)
def _place_page(reach: Reach, province: str, limit: int, beyond: bool) -> Page:
    rows = Place.objects.accepted().permitted_to(reach).order_by("number")
    if province:
        rows = rows.filter(provinces__contains=[province])
    asked = rows.filter(number__gt=AFTER.of(IntegerField())) if beyond else rows
    return page_of(rows, place_features(asked[:limit], reach))


@extend_schema(summary="One place", responses={(200, "application/geo+json"): OpenApiTypes.OBJECT})
@api_view(["GET"])
def place_item(request: Request, code: str) -> HttpResponse:
    """One place by its code."""
    reach = reach_of(request.user)
    names = ("code", "geometry", *place_columns(reach))
    rows = _with_geometry(Place.objects.accepted().permitted_to(reach).filter(code=read_code(code))).values_list(*names)
    return _or_nothing(json_item(rows, lambda sql: features(sql, names)))


@extend_schema(
    summary="Actors",
    parameters=[*PAGING, OpenApiParameter("category", str, enum=ActorCategory.values)],
    responses={200: OpenApiTypes.OBJECT},
)
@api_view(["GET"])
def actor_list(request: Request) -> HttpResponse:
    """Actors whose names the reader may know; a name tells nothing of any place."""
    reach, category = reach_of(request.user), request.GET.get("category") or ""
    return json_page(request._request, partial(_actor_page, reach, category), _key)


@lru_cache(KEPT_PAGES)
def _actor_page(reach: Reach, category: str, limit: int, beyond: bool) -> Page:
    rows = Actor.objects.permitted_to(reach).order_by("id")
    if category:
        rows = rows.filter(category=category)
    listed = rows.values_list(*ACTOR)
    asked = listed.filter(id__gt=AFTER.of(UUIDField())) if beyond else listed
    return page_of(rows, objects(compiled(asked[:limit]), ACTOR))


@extend_schema(
    summary="Administrative areas",
    parameters=[*PAGING, OpenApiParameter("level", int, description="1 province, 2 territoire or ville.")],
    responses={200: OpenApiTypes.OBJECT},
)
@api_view(["GET"])
def area_list(request: Request) -> HttpResponse:
    """Areas by P-code, without their outlines."""
    level = request.GET.get("level", "")
    if level and level not in ("1", "2", "3", "4", "5"):
        raise Problem(Fault.BAD_REQUEST)
    return json_page(request._request, partial(_area_page, reach_of(request.user), level))


@lru_cache(KEPT_PAGES)
def _area_page(reach: Reach, level: str, limit: int, beyond: bool) -> Page:
    rows = Area.objects.permitted_to(reach).order_by("pcode")
    if level:
        rows = rows.filter(level=int(level))
    names = (*AREA, "parent")
    listed = rows.values_list(*AREA, "parent__pcode")
    asked = listed.filter(pcode__gt=AFTER.of(CharField())) if beyond else listed
    return page_of(rows, objects(compiled(asked[:limit]), names))


def _key(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise Problem(Fault.BAD_REQUEST) from None


def _or_nothing(response: HttpResponse | None) -> HttpResponse:
    if response is None:
        raise Problem(Fault.NOT_FOUND)
    return response
