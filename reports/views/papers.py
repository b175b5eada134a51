"""Doors of papers: made when they are asked for, as the reader may read them, in the trail like every export."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from access.reach import reach_of
from accounts.models import Person
from lib.problems import Fault, Problem
from mapping.query import read_view

from ..paper import MEDIA_TYPES
from ..services import Taken, take_letter, take_place_note, take_site_table, take_territoire_note, take_workshop_paper


def _asker(request: HttpRequest, form: str) -> Person:
    """Who asks for a paper. Raises `Fault.SIGN_IN`, and `NOT_FOUND` for a form that there is not."""
    if not request.user.is_authenticated:
        raise Problem(Fault.SIGN_IN)
    if form not in MEDIA_TYPES:
        raise Problem(Fault.NOT_FOUND)
    return request.user


def _answer(taken: Taken) -> HttpResponse:
    response = HttpResponse(taken.content, content_type=taken.media_type)
    response["Content-Disposition"] = f'attachment; filename="{taken.name}"'
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def workshop_paper(request: HttpRequest, workshop_id: UUID, name: str, form: str) -> HttpResponse:
    """A paper of a closed workshop: communiqué, the room's paper, the secretariat's file; what became of it."""
    return _answer(take_workshop_paper(workshop_id, name, form, by=_asker(request, form)))


@require_safe
def place_note(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """The note on a place, one page."""
    return _answer(take_place_note(key, form, by=_asker(request, form)))


@require_safe
def territoire_note(request: HttpRequest, form: str) -> HttpResponse:
    """The note on the territoire of the view in the address, one page."""
    person = _asker(request, form)
    return _answer(take_territoire_note(read_view(request.GET, reach_of(person)), form, by=person))


@require_safe
def site_table(request: HttpRequest, form: str) -> HttpResponse:
    """The sites of the view in the address, by territoire."""
    person = _asker(request, form)
    return _answer(take_site_table(read_view(request.GET, reach_of(person)), form, by=person))


@require_safe
def letter(request: HttpRequest, recommendation_id: UUID, form: str) -> HttpResponse:
    """The letter of transmission of a recommendation."""
    return _answer(take_letter(recommendation_id, form, by=_asker(request, form)))
