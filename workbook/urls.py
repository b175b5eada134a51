"""Addresses of the workbook."""

from django.urls import path

from .views import shell

app_name = "workbook"
urlpatterns = [
    path("workbook/", shell.shell, name="shell"),
]
