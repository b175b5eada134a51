"""Addresses of what the secretariat does with the register; the sheet of a place is the map's."""

from django.urls import path

from .views import matching, register

app_name = "sites"

urlpatterns = [
    path("sites/matching/", matching.match_list, name="matching"),
    path("sites/matching/<uuid:place_id>/", matching.match_place, name="match"),
    path("sites/matching/<uuid:place_id>/same/", matching.match_same, name="match_same"),
    path("sites/matching/<uuid:place_id>/new/", matching.match_new, name="match_new"),
    path("sites/proposed/", register.place_proposals, name="proposed"),
    path("sites/proposed/accept/", register.place_accept, name="accept"),
    path("sites/duplicates/", register.duplicate_list, name="duplicates"),
    path("sites/duplicates/merge/", register.place_merge, name="merge"),
    path("sites/duplicates/<uuid:merging_id>/undo/", register.merging_undo, name="undo"),
    path("sites/duplicates/distinguish/", register.place_distinguish, name="distinguish"),
    path("sites/distinctions/<uuid:distinction_id>/undo/", register.distinction_undo, name="compare"),
    path("sites/disagreements/", register.disagreement_list, name="disagreements"),
    path("sites/<uuid:place_id>/province/", register.province_settle, name="settle"),
    path("sites/<uuid:place_id>/edit/", register.place_edit, name="edit"),
]
