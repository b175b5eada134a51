"""Addresses of the map, its layers and the sheet of a place."""

from django.urls import path

from . import views

app_name = "mapping"

urlpatterns = [
    path("map/", views.map_show, name="map"),
    path("map/base/<slug:digest>.json", views.base_show, name="base"),
    path("map/state.json", views.state_show, name="state"),
    path("map/claims.json", views.claims_show, name="claims"),
    path("map/areas.json", views.areas_show, name="areas"),
    path("map/places/<slug:key>/panel/", views.panel_show, name="panel"),
    path("sites/<slug:key>/", views.place_show, name="place"),
]
