"""Addresses of what the secretariat does with the register; the sheet of a place is the map's."""

from django.urls import path

from . import views

app_name = "sites"

urlpatterns = [
    path("sites/proposed/", views.place_proposals, name="proposed"),
    path("sites/proposed/accept/", views.place_accept, name="accept"),
    path("sites/duplicates/", views.duplicate_list, name="duplicates"),
    path("sites/duplicates/merge/", views.place_merge, name="merge"),
    path("sites/duplicates/<uuid:merging_id>/undo/", views.merging_undo, name="undo"),
    path("sites/duplicates/distinguish/", views.place_distinguish, name="distinguish"),
    path("sites/distinctions/<uuid:distinction_id>/undo/", views.distinction_undo, name="compare"),
    path("sites/disagreements/", views.disagreement_list, name="disagreements"),
    path("sites/<uuid:place_id>/province/", views.province_settle, name="settle"),
    path("sites/<uuid:place_id>/edit/", views.place_edit, name="edit"),
]
