"""Refuses what no column can keep (NUL, lone surrogates) before a view sees it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from lib.answers import answer
from lib.problems import Fault, Problem

UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class CleanTextMiddleware:
    """Looks at cookies, address, query and form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse bad cookies, address and query; go on otherwise."""
        if not _clean([request.path_info, *request.COOKIES.values(), *_texts(request.GET)]):
            return answer(request, Problem(Fault.BAD_TEXT))
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Refuse a bad form; bodies of other kinds are the view's to read."""
        if request.method != "POST" or request.content_type not in FORMS:
            return None
        try:
            texts = list(_texts(request.POST))
        except RequestDataTooBig:
            return answer(request, Problem(Fault.TOO_LARGE))
        except (SuspiciousOperation, MultiPartParserError, UnreadablePostError, UnicodeError, LookupError):
            return answer(request, Problem(Fault.BAD_REQUEST))
        return None if _clean(texts) else answer(request, Problem(Fault.BAD_TEXT))


def _texts(form: QueryDict) -> Iterator[str]:
    for name, values in form.lists():
        yield name
        yield from (value for value in values if isinstance(value, str))


def _clean(texts: Iterable[str]) -> bool:
    """Whether PostgreSQL could keep all of `texts`."""
    return not any(UNKEEPABLE.search(text) for text in texts)
