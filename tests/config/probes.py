"""Addresses that fail on purpose, for tests of how failures are told."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from lib.problems import Fault, Problem

FAILURES = {
    "problem": lambda: Problem(Fault.SECOND_PERSON),
    "forbidden": lambda: PermissionDenied("secret-7Q"),
    "suspicious": lambda: SuspiciousOperation("secret-7Q"),
    "database": lambda: OperationalError("secret-7Q"),
    "mistake": lambda: RuntimeError("secret-7Q"),
}


@login_not_required
def fail(request: HttpRequest, how: str) -> HttpResponse:
    """Raise."""
    raise FAILURES[how]()


@login_not_required
@require_POST
def post_only(request: HttpRequest) -> HttpResponse:
    """Answer what was posted."""
    return JsonResponse({"fields": len(request.POST)})


def private(request: HttpRequest) -> HttpResponse:
    """For signed-in persons."""
    return HttpResponse("content")


def stored(request: HttpRequest) -> HttpResponse:
    """Marks itself immutable."""
    return HttpResponse("content", headers={"Cache-Control": "private, max-age=31536000, immutable"})


urlpatterns = [
    path("probe/fail/<str:how>/", fail),
    path("probe/post/", post_only),
    path("probe/private/", private),
    path("probe/stored/", stored),
    path("probe/private.json", private),
    path("", include("config.urls")),
]
handler400 = "config.faults.answer_400"
handler403 = "config.faults.answer_403"
handler404 = "config.faults.answer_404"
handler500 = "config.faults.answer_500"
