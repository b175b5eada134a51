"""The page of the projector; what stands on it comes by its socket."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from access.querysets import load
from workshops.models import Workshop

from ..context import wall_socket_of
from ..models import Workbook
from ..vocabulary import vocabulary


@require_safe
def wall(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """The wall of a workshop, in the language of the room: `?language=sw`, otherwise the reader's own."""
    workbook = load(request.user, "show", Workbook.objects, workshop=workshop_id)
    asked = request.GET.get("language", "")
    language = asked if asked in dict(settings.LANGUAGES) else translation.get_language()
    with translation.override(language):
        page = {
            "workshop": Workshop.objects.get(pk=workbook.workshop_id),
            "socket_url": wall_socket_of(workbook.workshop_id),
            "vocabulary": vocabulary(),
        }
        return render(request, "workbook/wall.html", page)
