"""Addresses of the Django peer: the whole collection, and pages of it."""

from django.urls import path
from rest_framework import generics
from rest_framework_gis.pagination import GeoJsonPagination
from rest_framework_gis.serializers import GeoFeatureModelSerializer

from peer.models import FlatPlace


class PlaceSerializer(GeoFeatureModelSerializer):
    """Every column, as GeoJSON."""

    class Meta:
        model = FlatPlace
        geo_field = "geom"
        fields = [field.name for field in FlatPlace._meta.fields]


class Pages(GeoJsonPagination):
    """Numbered pages of a hundred."""

    page_size = 100


class WholeView(generics.ListAPIView):
    """All of it."""

    queryset = FlatPlace.objects.order_by("id")
    serializer_class = PlaceSerializer
    pagination_class = None


class PagedView(WholeView):
    """A page of it."""

    pagination_class = Pages


urlpatterns = [path("whole", WholeView.as_view()), path("paged", PagedView.as_view())]
