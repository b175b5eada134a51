"""Giving a room in preparation what the last round left of its zone."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from access.querysets import load
from access.reach import Reach
from sites.threshold import enter_as_secretariat
from workshops.codes import OPEN_STATES
from workshops.models import Workshop

from ..models import RecalledClaim
from ..offers import of_places, offers_of
from ..services import recall_claims


@require_http_methods(["GET", "POST"])
def recall(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """What could be given, by place; whole places or single statements are ticked."""
    reach = enter_as_secretariat(request.user, RecalledClaim)
    workshop = load(request.user, "view", Workshop.objects, pk=workshop_id)
    if request.method == "POST":
        number = recall_claims(workshop, _ticked(request, workshop, reach), by=request.user)
        done = ngettext(
            "The room reads %(n)s statement more beside what it writes.",
            "The room reads %(n)s statements more beside what it writes.",
            number,
        )
        messages.success(request, done % {"n": number})
        return redirect("workbook:recall", workshop_id=workshop.pk)
    places = offers_of(workshop, reach)
    content = {
        "workshop": workshop,
        "places": places,
        "given": sum(place.given for place in places),
        "waiting": sum(place.waiting for place in places),
        "open": workshop.state in OPEN_STATES,
    }
    return render(request, "workbook/recall.html", content)


def _ticked(request: HttpRequest, workshop: Workshop, reach: Reach) -> list[UUID]:
    """Statements ticked one by one, and all of the places that were ticked as a whole."""
    single = []
    for text in request.POST.getlist("claim"):
        try:
            single.append(UUID(text))
        except ValueError:
            continue
    return [*single, *of_places(workshop, request.POST.getlist("place"), reach)]
