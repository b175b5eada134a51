"""Addresses of workshops."""

from django.urls import path

from . import views

app_name = "workshops"
urlpatterns = [
    path("workshops/", views.workshop_list, name="list"),
    path("workshops/<uuid:workshop_id>/", views.workshop_page, name="workshop"),
    path("recommendations/<uuid:recommendation_id>/status/", views.recommendation_status, name="recommendation_status"),
    path("recommendations/steps/<uuid:step_id>/acceptance/", views.step_accept, name="step_accept"),
]
