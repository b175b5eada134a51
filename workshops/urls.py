"""Addresses of workshops."""

from django.urls import path

from .views import fates, given, rooms, rounds, withdrawing, words

app_name = "workshops"
urlpatterns = [
    path("workshops/", rooms.workshop_list, name="list"),
    path("workshops/<uuid:workshop_id>/", rooms.workshop_page, name="workshop"),
    path("workshops/<uuid:workshop_id>/consent/", withdrawing.consent_sheet, name="consent"),
    path("workshops/<uuid:workshop_id>/withdrawal/", withdrawing.workshop_withdraw, name="withdraw"),
    path("workshops/asked-back/<uuid:request_id>/", withdrawing.asked_back, name="asked_back"),
    path("given/", given.given_show, name="given"),
    path("retrait/", withdrawing.take_back, name="take_back"),
    path("workshops/<uuid:workshop_id>/said/", fates.fate_list, name="fates"),
    path("workshops/<uuid:workshop_id>/said/<uuid:claim_id>/answer/", fates.fate_answer, name="answer"),
    path("review/workshops/<uuid:workshop_id>/words/", words.words_clear, name="words"),
    path("review/rounds/", rounds.round_list, name="rounds"),
    path("review/rounds/<uuid:round_id>/", rounds.round_page, name="round"),
    path("review/rounds/<uuid:round_id>/propose/", rounds.round_propose, name="round_propose"),
    path("review/releases/<uuid:release_id>/confirm/", rounds.release_confirm, name="release_confirm"),
    path("review/releases/<uuid:release_id>/take-back/", rounds.release_take_back, name="release_take_back"),
    path("recommendations/<uuid:recommendation_id>/status/", rooms.recommendation_status, name="recommendation_status"),
    path("recommendations/steps/<uuid:step_id>/acceptance/", rooms.step_accept, name="step_accept"),
]
