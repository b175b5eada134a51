"""Addresses of what leaves the house."""

from django.urls import path

from .views import place_export, report_list

app_name = "reports"

urlpatterns = [
    path("reports/", report_list, name="list"),
    path("exports/<str:layout>", place_export, name="places"),
]
