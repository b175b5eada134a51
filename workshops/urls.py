"""Addresses of workshops."""

from django.urls import path

from .views import fates, rooms, withdrawing

app_name = "workshops"
urlpatterns = [
    path("workshops/", rooms.workshop_list, name="list"),
    path("workshops/<uuid:workshop_id>/", rooms.workshop_page, name="workshop"),
    path("workshops/<uuid:workshop_id>/consent/", withdrawing.consent_sheet, name="consent"),
    path("workshops/<uuid:workshop_id>/withdrawal/", withdrawing.workshop_withdraw, name="withdraw"),
    path("workshops/asked-back/<uuid:request_id>/", withdrawing.asked_back, name="asked_back"),
    path("retrait/", withdrawing.take_back, name="take_back"),
    path("workshops/<uuid:workshop_id>/said/", fates.fate_list, name="fates"),
    path("workshops/<uuid:workshop_id>/said/<uuid:claim_id>/answer/", fates.fate_answer, name="answer"),
    path("recommendations/<uuid:recommendation_id>/status/", rooms.recommendation_status, name="recommendation_status"),
    path("recommendations/steps/<uuid:step_id>/acceptance/", rooms.step_accept, name="step_accept"),
]
