"""Whole collections under `/api/`."""

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view
from rest_framework.request import Request

from access.reach import reach_of
from lib.streaming import in_pieces

from .collections import place_collection
from .services import traced_collection


@extend_schema(summary="All places, streamed", responses={(200, "application/geo+json"): OpenApiTypes.OBJECT})
@api_view(["GET"])
def place_stream(request: Request) -> StreamingHttpResponse:
    """All accepted places that the reader may see, as one GeoJSON feature collection."""
    assert request.user.is_authenticated  # the interface lets nobody else in
    pieces = traced_collection(place_collection(reach_of(request.user)), by=request.user)
    response = StreamingHttpResponse(in_pieces(pieces), content_type="application/geo+json")
    response["Cache-Control"] = "no-store"
    return response
