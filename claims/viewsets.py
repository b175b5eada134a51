"""Claims by kind under `/api/`: permitted rows with disclosed values, masked keys absent; read only."""

from functools import lru_cache, partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, UUIDField
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request

from access.reach import READING_AUDIENCES, Reach, reach_of
from lib.compiled import compiled
from lib.ids import read_code
from lib.json_pages import AFTER, KEPT_PAGES, Page, json_page, page_of
from lib.json_rows import objects
from lib.problems import Fault, Problem

from .codes import ClaimKind
from .disclosed import columns_of, disclosed
from .disclosed.rows import MODEL_OF_KIND
from .models import Claim

KIND_OF_WORD = {
    "observations": ClaimKind.OBSERVATION,
    "involvements": ClaimKind.INVOLVEMENT,
    "legs": ClaimKind.LEG,
    "benefits": ClaimKind.BENEFIT,
    "situations": ClaimKind.SITUATION,
    "qualifications": ClaimKind.QUALIFICATION,
    "incidents": ClaimKind.INCIDENT,
}


@extend_schema(
    summary="Claims of one kind",
    parameters=[
        OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=list(KIND_OF_WORD)),
        OpenApiParameter("after", str, description="Key of the last row of the page before."),
        OpenApiParameter("limit", int, description="Rows a page, 1 to 1,000; 100 unless said."),
        OpenApiParameter("place", str, description="Code of the place that the claims are about."),
    ],
    responses={200: OpenApiTypes.OBJECT},
)
@api_view(["GET"])
def claim_list(request: Request, kind: str) -> HttpResponse:
    """Claims that the reader may read, in the order of their random keys."""
    if kind not in KIND_OF_WORD:
        raise Problem(Fault.NOT_FOUND)
    reach = reach_of(request.user)
    if reach.audience not in READING_AUDIENCES:
        raise Problem(Fault.FORBIDDEN)
    place = _code(asked) if (asked := request.GET.get("place")) else ""
    return json_page(request._request, partial(_claim_page, reach, KIND_OF_WORD[kind], place), _key)


@lru_cache(KEPT_PAGES)
def _claim_page(reach: Reach, kind: ClaimKind, place: str, limit: int, beyond: bool) -> Page:
    model: type[Claim] = MODEL_OF_KIND[kind]
    rows: QuerySet[Any, Any] = model.objects.permitted_to(reach).order_by("id")
    if place:
        rows = rows.filter(place__code=place).annotate(told_place=columns_of(None, reach)["place"])
        rows = rows.filter(told_place=place)
    told = disclosed(rows, reach)
    asked = told.query.filter(id__gt=AFTER.of(UUIDField())) if beyond else told.query
    return page_of(rows, objects(compiled(asked[:limit]), told.names, told.open_only, told.own_only))


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Problem(Fault.BAD_REQUEST) from None


def _code(text: str) -> str:
    try:
        return read_code(text)
    except ValueError:
        raise Problem(Fault.BAD_REQUEST) from None
