"""What the secretariat does with the register: new places, duplicates, provinces, mending."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.querysets import load
from lib.problems import Fault, Problem

from .. import services
from ..codes import PlaceStatus
from ..duplicates import proposals
from ..forms import DistinctionForm, MergeForm, PlaceForm, ProvinceForm
from ..models import Place, PlaceDistinction, PlaceMerging
from ..threshold import enter_as_secretariat

PLACES_PER_PAGE = 50
MERGINGS_SHOWN = 20


@require_safe
def place_proposals(request: HttpRequest) -> HttpResponse:
    """Places that wait to enter the register; those of an import enter with their batch."""
    reach = enter_as_secretariat(request.user, Place)
    rows = Place.objects.permitted_to(reach, "accept").filter(import_batch=None).order_by("declared_territoire", "name")
    page = Paginator(rows, PLACES_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "sites/proposed.html", {"page": page})


@require_POST
def place_accept(request: HttpRequest) -> HttpResponse:
    """Take those chosen into the register, each with its code."""
    reach = enter_as_secretariat(request.user, Place)
    keys = [_key(text) for text in request.POST.getlist("place")]
    places = Place.objects.permitted_to(reach).filter(pk__in=keys)
    if not places:
        messages.warning(request, _("Nothing was chosen: tick the places that enter the register."))
        return redirect("sites:proposed")
    number = services.accept_places(places, by=request.user)
    done = ngettext("%(n)s place has its code.", "%(n)s places have their codes.", number)
    messages.success(request, done % {"n": number})
    return redirect("sites:proposed")


@require_http_methods(["GET", "POST"])
def place_edit(request: HttpRequest, place_id: UUID) -> HttpResponse:
    """Mend what the register says of a place."""
    place = load(request.user, "settle", Place.objects, pk=place_id)
    form = PlaceForm(request.POST or None, instance=place)
    if request.method == "POST" and form.is_valid():
        services.amend_place(place, by=request.user, **form.amended())
        messages.success(request, _("The place is mended; what it was before is in its history."))
        return redirect("sites:edit", place_id=place.pk)
    return render(request, "sites/place_edit.html", {"place": Place.objects.get(pk=place.pk), "form": form})


@require_safe
def duplicate_list(request: HttpRequest) -> HttpResponse:
    """Pairs that may be one place, and what was decided lately."""
    reach = enter_as_secretariat(request.user, PlaceMerging)
    mergings = PlaceMerging.objects.permitted_to(reach).select_related("merged", "into")
    distinctions = PlaceDistinction.objects.permitted_to(reach).select_related("one", "other")
    context = {
        "proposals": proposals(reach),
        "mergings": mergings.filter(undone_at=None)[:MERGINGS_SHOWN],
        "distinctions": distinctions.filter(undone_at=None)[:MERGINGS_SHOWN],
    }
    return render(request, "sites/duplicates.html", context)


@require_POST
def place_merge(request: HttpRequest) -> HttpResponse:
    """Merge one place into another; both codes stay alive."""
    enter_as_secretariat(request.user, PlaceMerging)
    form = MergeForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    merged = load(request.user, "merge", Place.objects, pk=form.cleaned_data["merged"])
    into = load(request.user, "merge", Place.objects, pk=form.cleaned_data["into"])
    services.merge_places(merged, into, by=request.user)
    messages.success(request, _("Merged. Both codes lead to the place that stays; it can be undone below."))
    return redirect("sites:duplicates")


@require_POST
def merging_undo(request: HttpRequest, merging_id: UUID) -> HttpResponse:
    """Take a merging back."""
    merging = load(request.user, "view", PlaceMerging.objects, pk=merging_id)
    services.undo_merging(merging, by=request.user)
    messages.success(request, _("The two places are apart again, each with its own claims."))
    return redirect("sites:duplicates")


@require_POST
def place_distinguish(request: HttpRequest) -> HttpResponse:
    """Say of a pair that it is two places."""
    enter_as_secretariat(request.user, PlaceDistinction)
    form = DistinctionForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    one = load(request.user, "merge", Place.objects, pk=form.cleaned_data["one"])
    other = load(request.user, "merge", Place.objects, pk=form.cleaned_data["other"])
    services.distinguish_places(one, other, by=request.user)
    messages.success(request, _("Two places. The pair is not proposed again; it can be undone below."))
    return redirect("sites:duplicates")


@require_POST
def distinction_undo(request: HttpRequest, distinction_id: UUID) -> HttpResponse:
    """Let a pair be proposed again."""
    decided = load(request.user, "view", PlaceDistinction.objects, pk=distinction_id)
    services.undo_distinction(decided, by=request.user)
    messages.success(request, _("The pair is proposed again as far as it looks like one place."))
    return redirect("sites:duplicates")


@require_safe
def disagreement_list(request: HttpRequest) -> HttpResponse:
    """Places whose declared province and position disagree; until it is settled neither ministry sees them."""
    reach = enter_as_secretariat(request.user, Place)
    apart = Q(province_located__gt="", province_declared__gt="") & ~Q(province_declared=F("province_located"))
    rows = Place.objects.permitted_to(reach).filter(apart).exclude(status=PlaceStatus.MERGED)
    waiting = rows.filter(settled_province="").order_by("declared_territoire", "name")
    page = Paginator(waiting, PLACES_PER_PAGE).get_page(request.GET.get("page"))
    settled = rows.exclude(settled_province="").order_by("name")[:MERGINGS_SHOWN]
    names = dict(ProvinceForm().fields["province"].choices)  # type: ignore[attr-defined]  # the stubs know plain fields only
    return render(request, "sites/disagreements.html", {"page": page, "settled": settled, "names": names})


@require_POST
def province_settle(request: HttpRequest, place_id: UUID) -> HttpResponse:
    """Say in which province the place lies."""
    place = load(request.user, "settle", Place.objects, pk=place_id)
    form = ProvinceForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    services.settle_province(place, form.cleaned_data["province"], by=request.user)
    messages.success(request, _("Settled. The ministry of that province sees the place from now on."))
    return redirect("sites:disagreements")


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Problem(Fault.NOT_VALID) from None
