"""Addresses of imports."""

from django.urls import path

from . import views

app_name = "imports"

urlpatterns = [
    path("imports/", views.batch_list, name="list"),
    path("imports/<uuid:batch_id>/", views.batch_review, name="batch"),
    path("imports/<uuid:batch_id>/verify/", views.batch_verify, name="verify"),
    path("imports/<uuid:batch_id>/publish/", views.batch_publish, name="publish"),
    path("imports/<uuid:batch_id>/undo/", views.batch_undo, name="undo"),
]
