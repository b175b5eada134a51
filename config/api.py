"""The read-only interface under `/api/`."""

from django.urls import URLPattern, URLResolver, path, register_converter
from drf_spectacular.views import SpectacularAPIView

from claims.viewsets import claim_list
from lib.converters import CodeConverter
from reports.viewsets import place_stream
from sites.viewsets import actor_list, area_list, place_item, place_list
from workshops.viewsets import advice_items, node_items, workshop_items

register_converter(CodeConverter, "code")

urlpatterns: list[URLPattern | URLResolver] = [
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("places.geojson", place_stream, name="api-place-stream"),
    path("places/", place_list, name="api-places"),
    path("places/<code:code>/", place_item, name="api-place"),
    path("actors/", actor_list, name="api-actors"),
    path("areas/", area_list, name="api-areas"),
    path("claims/<slug:kind>/", claim_list, name="api-claims"),
    path("workshops/", workshop_items, name="api-workshops"),
    path("nodes/", node_items, name="api-nodes"),
    path("recommendations/", advice_items, name="api-recommendations"),
]
