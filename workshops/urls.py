"""Addresses of workshops."""

from django.urls import path

from .views import advice, fates, given, rooms, rounds, tree, withdrawing, words

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
    path("workshops/<uuid:workshop_id>/tree/", tree.tree_page, name="tree"),
    path("recommendations/", advice.advice_list, name="recommendations"),
    path("recommendations/<uuid:recommendation_id>/", advice.advice_show, name="recommendation"),
    path("recommendations/<uuid:recommendation_id>/status/", advice.advice_status, name="recommendation_status"),
    path("recommendations/<uuid:recommendation_id>/letter/", advice.advice_transmit, name="transmit"),
    path("recommendations/steps/<uuid:step_id>/acceptance/", advice.step_accept, name="step_accept"),
    path("recommendations/steps/<uuid:step_id>/refusal/", advice.step_decline, name="step_decline"),
]
