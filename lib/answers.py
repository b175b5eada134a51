"""Answers a problem in the form that whoever asks can read: a page, or `application/problem+json`."""

import logging

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader

from .problems import Problem

log = logging.getLogger("filon.problems")


def wants_json(request: HttpRequest) -> bool:
    """Whether whoever asks is a program: the interface, data, a view that says so, or an `Accept` of JSON alone."""
    view = request.resolver_match.func if request.resolver_match else None
    if getattr(view, "answers_json", False):
        return True
    if request.path.startswith("/api/") or request.path.endswith(".json"):
        return True
    accepted = request.headers.get("Accept", "")
    return "json" in accepted and "text/html" not in accepted


def answer(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Return the page or the JSON of `problem`; both say the same and neither is ever stored."""
    if wants_json(request):
        response: HttpResponse = JsonResponse(problem.as_json(), content_type="application/problem+json")
    else:
        response = HttpResponse(_page(request, problem))
    response.status_code = problem.fault.status
    response["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, problem: Problem) -> str:
    """The page in the frame of the product; a bare one where the frame itself cannot be made."""
    content = {"problem": problem}
    if problem.fault.status < 500:
        try:
            return loader.render_to_string("problems/problem.html", content, request)
        except Exception:
            log.exception("the page of a problem could not be made")
    return loader.render_to_string("problems/bare.html", content)
