"""Workshops, nodes of trees and recommendations under `/api/`: permitted rows with disclosed values; read only."""

from collections.abc import Callable
from functools import lru_cache, partial
from uuid import UUID

from django.db.models import UUIDField
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request

from access.reach import READING_AUDIENCES, Reach, reach_of
from lib.compiled import compiled
from lib.json_pages import AFTER, KEPT_PAGES, Page, json_page, page_of
from lib.json_rows import sparse_objects
from lib.problems import Fault, Problem

from .codes import RecommendationStatus
from .interface import Rows, advice_rows, node_rows, workshop_rows

PAGING = [
    OpenApiParameter("after", str, description="Key of the last row of the page before."),
    OpenApiParameter("limit", int, description="Rows a page, 1 to 1,000; 100 unless said."),
]
OF_WORKSHOP = OpenApiParameter("workshop", OpenApiTypes.UUID, description="Key of one workshop.")
SOURCES: dict[str, Callable[[Reach], Rows]] = {
    "workshops": workshop_rows,
    "nodes": node_rows,
    "recommendations": advice_rows,
}


@extend_schema(summary="Workshops", parameters=PAGING, responses={200: OpenApiTypes.OBJECT})
@api_view(["GET"])
def workshop_items(request: Request) -> HttpResponse:
    """Workshops whose statements the reader may read; place and date as coarsely as the reader is told them."""
    return _page(request, "workshops")


@extend_schema(
    summary="Nodes of problem trees", parameters=[*PAGING, OF_WORKSHOP], responses={200: OpenApiTypes.OBJECT}
)
@api_view(["GET"])
def node_items(request: Request) -> HttpResponse:
    """Causes and effects in cleared words, with the codes of the places that they name and the reader may see."""
    return _page(request, "nodes", workshop=_key_asked(request))


@extend_schema(
    summary="Recommendations",
    parameters=[*PAGING, OF_WORKSHOP, OpenApiParameter("status", str, enum=RecommendationStatus.values)],
    responses={200: OpenApiTypes.OBJECT},
)
@api_view(["GET"])
def advice_items(request: Request) -> HttpResponse:
    """Recommendations in cleared words, with whom they are asked of and how far they have come."""
    status = request.GET.get("status") or ""
    if status and status not in RecommendationStatus.values:
        raise Problem(Fault.BAD_REQUEST)
    return _page(request, "recommendations", workshop=_key_asked(request), status=status)


def _page(request: Request, source: str, workshop: UUID | None = None, status: str = "") -> HttpResponse:
    reach = reach_of(request.user)
    if reach.audience not in READING_AUDIENCES:
        raise Problem(Fault.FORBIDDEN)
    return json_page(request._request, partial(_rows_page, reach, source, workshop, status), _key)


@lru_cache(KEPT_PAGES)
def _rows_page(reach: Reach, source: str, workshop: UUID | None, status: str, limit: int, beyond: bool) -> Page:
    rows, names = SOURCES[source](reach)
    if workshop:
        rows = rows.filter(d_workshop=workshop) if source == "recommendations" else rows.filter(workshop=workshop)
    if status:
        rows = rows.filter(status=status)
    asked = rows.filter(id__gt=AFTER.of(UUIDField())) if beyond else rows
    return page_of(rows, sparse_objects(compiled(asked[:limit]), names), kept=False)


def _key_asked(request: Request) -> UUID | None:
    asked = request.GET.get("workshop")
    return _key(asked) if asked else None


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Problem(Fault.BAD_REQUEST) from None
