"""Addresses of what leaves the house."""

from django.urls import path

from .views.advice import advice_export
from .views.papers import letter, place_note, site_table, territoire_note, workshop_paper
from .views.taking import place_export, report_list, workshop_report, workshop_summary, workshop_word

app_name = "reports"

urlpatterns = [
    path("reports/", report_list, name="list"),
    path("reports/workshops/<uuid:workshop_id>/papers/<slug:name>.<slug:form>", workshop_paper, name="workshop_paper"),
    path("reports/workshops/<uuid:workshop_id>/<str:part>/", workshop_report, name="workshop"),
    path("reports/workshops/<uuid:workshop_id>/<str:part>/day-1/", workshop_summary, name="summary"),
    path("reports/workshops/<uuid:workshop_id>/<str:part>/<str:form>.docx", workshop_word, name="word"),
    path("reports/sites.<slug:form>", site_table, name="site_table"),
    path("reports/territoire.<slug:form>", territoire_note, name="territoire_note"),
    path("sites/<slug:key>/note.<slug:form>", place_note, name="place_note"),
    path("recommendations/<uuid:recommendation_id>/letter.<slug:form>", letter, name="letter"),
    path("exports/recommendations.csv", advice_export, name="recommendations"),
    path("exports/<str:layout>", place_export, name="places"),
]
