"""The one place that turns a failure into a page or into `application/problem+json`."""

import json
import logging
from typing import Any

from django.core.exceptions import (
    BadRequest,
    ObjectDoesNotExist,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.db import DataError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from rest_framework import exceptions as api
from rest_framework.response import Response

from lib.answers import answer
from lib.problems import Fault, Problem

log = logging.getLogger("filon.faults")

FAULTS: tuple[tuple[tuple[type[BaseException], ...], Fault], ...] = (
    ((Http404, ObjectDoesNotExist, api.NotFound), Fault.NOT_FOUND),
    ((RequestDataTooBig,), Fault.TOO_LARGE),
    ((api.NotAuthenticated, api.AuthenticationFailed), Fault.SIGN_IN),
    ((PermissionDenied, api.PermissionDenied), Fault.FORBIDDEN),
    ((api.MethodNotAllowed,), Fault.METHOD_NOT_ALLOWED),
    ((api.Throttled,), Fault.TOO_MANY),
    ((api.ParseError, json.JSONDecodeError), Fault.BAD_JSON),
    ((SuspiciousOperation, BadRequest, DataError, UnicodeError, api.APIException), Fault.BAD_REQUEST),
    ((OperationalError, InterfaceError), Fault.OFFLINE_DB),
)
"""First match wins: what other libraries raise, in the words of our catalogue."""


def problem_of(exception: BaseException) -> Problem | None:
    """Return the problem that `exception` stands for; None when it is a mistake of ours."""
    if isinstance(exception, Problem):
        return exception
    for kinds, fault in FAULTS:
        if isinstance(exception, kinds):
            return Problem(fault)
    return None


class ProblemMiddleware:
    """Catches what views raise."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; a bare 405 of a decorator gets its words here."""
        response: HttpResponseBase = self.get_response(request)
        if response.status_code == 405 and "problem+json" not in response.get("Content-Type", ""):
            worded = answer(request, Problem(Fault.METHOD_NOT_ALLOWED))
            if "Allow" in response:
                worded["Allow"] = response["Allow"]
            return worded
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a problem; let a mistake of ours go on to `answer_500` and the log."""
        problem = problem_of(exception)
        if problem is None:
            return None
        if problem.fault.status >= 500:
            log.error("%s at %s", problem.fault.code, request.resolver_match and request.resolver_match.view_name)
        return answer(request, problem)


def answer_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what Django itself refuses."""
    return answer(request, problem_of(exception or BadRequest()) or Problem(Fault.BAD_REQUEST))


def answer_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a refusal."""
    return answer(request, Problem(Fault.FORBIDDEN))


def answer_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return answer(request, Problem(Fault.NOT_FOUND))


def answer_429(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer whoever tries too often."""
    return answer(request, Problem(Fault.TOO_MANY))


def answer_500(request: HttpRequest) -> HttpResponse:
    """Answer a mistake of ours without asking the database or the frame for anything."""
    return answer(request, Problem(Fault.INTERNAL))


def answer_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was open too long or came from elsewhere."""
    return answer(request, Problem(Fault.STALE_PAGE))


def answer_api_exception(exception: Exception, context: dict[str, Any]) -> Response | None:
    """Answer for the interface; DRF renders what is returned here."""
    problem = problem_of(exception)
    if problem is None:
        return None
    response = Response(problem.as_json(), status=problem.fault.status, content_type="application/problem+json")
    response["Cache-Control"] = "no-store"
    return response
