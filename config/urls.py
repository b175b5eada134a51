"""All addresses: each app's `urls` stands at the root and says its whole path itself."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

APPS = ("accounts", "sites", "claims", "imports", "workshops", "workbook", "mapping", "reports")

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("config.api")),
    *(path("", include(f"{app}.urls")) for app in APPS if find_spec(f"{app}.urls")),
]

handler400 = "config.faults.answer_400"
handler403 = "config.faults.answer_403"
handler404 = "config.faults.answer_404"
handler429 = "config.faults.answer_429"
handler500 = "config.faults.answer_500"
