"""What every door of JSON has in common: how it reads, answers and is never stored."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.views.decorators.cache import never_cache

from lib.problems import Fault, Problem

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def json_door(view: View[P]) -> View[P]:
    """A view that programs ask: its problems are JSON whatever the request accepts, and nothing keeps its answers."""

    @wraps(view)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    kept = never_cache(door)
    kept.answers_json = True  # type: ignore[attr-defined]  # a mark on the view, read by the handler of problems
    return kept


def body_of(request: HttpRequest) -> Any:
    """The JSON that was sent; raises `Fault.BAD_JSON`, also for a form, which pages from elsewhere could send."""
    if request.content_type != "application/json":
        raise Problem(Fault.BAD_JSON)
    try:
        return json.loads(request.body)
    except (ValueError, RecursionError):
        raise Problem(Fault.BAD_JSON) from None


def told(content: dict[str, Any], status: int = 200) -> JsonResponse:
    """An answer."""
    return JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
