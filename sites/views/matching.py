"""A place that a room brought beside the known ones that it may be: the same, a new one, or not now."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access.querysets import load
from access.reach import Reach
from lib.problems import Fault, Problem

from .. import services
from ..forms import MatchForm
from ..matching import candidates, rooms_of
from ..models import Place
from ..threshold import enter_as_secretariat

PLACES_SHOWN = 200


@require_safe
def match_list(request: HttpRequest) -> HttpResponse:
    """The first place that waits, or that nothing waits."""
    reach = enter_as_secretariat(request.user, Place)
    waiting = _waiting(reach)
    return render(request, "sites/matching.html", _content(waiting, waiting[0] if waiting else None, reach))


@require_safe
def match_place(request: HttpRequest, place_id: UUID) -> HttpResponse:
    """One place that waits, beside its candidates; one that is decided already leads on to the next."""
    reach = enter_as_secretariat(request.user, Place)
    waiting = _waiting(reach)
    place = next((row for row in waiting if row.pk == place_id), None)
    if place is None:
        load(request.user, "settle", Place.objects, pk=place_id)
        return redirect("sites:matching")
    return render(request, "sites/matching.html", _content(waiting, place, reach))


@require_POST
def match_same(request: HttpRequest, place_id: UUID) -> HttpResponse:
    """It is a known place: what the room said follows to it."""
    place = load(request.user, "accept", Place.objects, pk=place_id)
    form = MatchForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    known = load(request.user, "merge", Place.objects.accepted(), pk=form.cleaned_data["known"])
    onward = _next(request, place)
    merging = services.merge_places(place, known, by=request.user, keep_name=True)
    messages.success(request, _("It is the known place; what the room said of it follows. “Duplicates” undoes it."))
    if merging.alias:
        messages.success(request, _("It is now found as “%(name)s” too.") % {"name": merging.alias})
    return onward


@require_POST
def match_new(request: HttpRequest, place_id: UUID) -> HttpResponse:
    """It is none of those proposed: it gets a code."""
    place = load(request.user, "accept", Place.objects, pk=place_id)
    reach = enter_as_secretariat(request.user, Place)
    onward = _next(request, place)
    unlike = [candidate.place for candidate in candidates([place.pk], reach).get(place.pk, [])]
    entered = services.enter_place(place, unlike, by=request.user)
    messages.success(request, _("A new place; its code is %(code)s.") % {"code": entered.code})
    return onward


def _waiting(reach: Reach) -> list[Place]:
    """Places of rooms that wait, by room and name."""
    rows = Place.objects.permitted_to(reach, "accept").filter(import_batch=None)
    return list(rows.order_by("workshop", "declared_territoire", "name", "pk")[:PLACES_SHOWN])


def _content(waiting: list[Place], place: Place | None, reach: Reach) -> dict[str, object]:
    rooms = rooms_of(waiting)
    found = candidates([row.pk for row in waiting], reach)
    return {
        "waiting": [(row, rooms.get(row.workshop or row.pk, ""), len(found.get(row.pk, []))) for row in waiting],
        "place": place,
        "candidates": found.get(place.pk, []) if place else [],
        "following": _after(waiting, place),
    }


def _after(waiting: list[Place], place: Place | None) -> Place | None:
    """The one that follows, from the last one the first."""
    if place is None or len(waiting) < 2:
        return None
    return waiting[(waiting.index(place) + 1) % len(waiting)]


def _next(request: HttpRequest, place: Place) -> HttpResponse:
    """The way on, asked before the decision takes the place out of the list."""
    following = _after(_waiting(enter_as_secretariat(request.user, Place)), place)
    return redirect("sites:match", place_id=following.pk) if following else redirect("sites:matching")
