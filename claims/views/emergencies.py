"""Withdrawing at once, what it was seen by, and bringing it back by two."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.audit import record
from access.querysets import load
from access.reach import Reach
from lib.problems import Fault, Problem
from sites.models import Place
from sites.threshold import enter_as_secretariat

from .. import services
from ..codes import ReviewStatus
from ..exposure import exposure_of
from ..forms import ReasonForm
from ..models import Claim, Emergency
from ..queue import headlines

MOST_LISTED = 200


@require_safe
def emergency_list(request: HttpRequest) -> HttpResponse:
    """What was withdrawn at once, the latest first."""
    reach = enter_as_secretariat(request.user, Emergency)
    rows = Emergency.objects.permitted_to(reach).select_related("claim__place", "place", "by", "undo_asked_by")
    return render(request, "claims/emergency_list.html", {"emergencies": rows})


@require_safe
def emergency_show(request: HttpRequest, emergency_id: UUID) -> HttpResponse:
    """One withdrawal: what went, who saw or took it along, and how it comes back."""
    reach = enter_as_secretariat(request.user, Emergency)
    rows = Emergency.objects.select_related("claim__place", "place", "by", "undo_asked_by", "undone_by")
    emergency = load(request.user, "view", rows, pk=emergency_id)
    record("emergency.read", emergency, by=request.user)
    context = {
        "emergency": emergency,
        "exposed": exposure_of(emergency),
        "claims": _claims(emergency, reach),
        "number": len(emergency.before.get("claims", {})),
        "may_ask": Emergency.objects.filter(pk=emergency.pk).permitted_to(reach, "ask_undo").exists(),
        "may_undo": Emergency.objects.filter(pk=emergency.pk).permitted_to(reach, "undo").exists(),
        "reason_form": ReasonForm(auto_id="undo_%s"),
    }
    return render(request, "claims/emergency.html", context)


def _claims(emergency: Emergency, reach: Reach) -> list[tuple[Claim, str]]:
    """Claims that went, each in a few words."""
    keys = list(emergency.before.get("claims", {}))[:MOST_LISTED]
    rows = list(Claim.objects.permitted_to(reach).filter(pk__in=keys).select_related("place", "source"))
    words = headlines(rows, reach)
    return [(row, words.get(row.pk, "")) for row in rows]


@require_POST
def claim_withdraw(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Withdraw one claim at once, by one person."""
    claim = load(request.user, "clear", Claim.objects, id=claim_id)
    made = services.withdraw_claim_at_once(claim, reason=_reason(request), by=request.user)
    messages.success(request, _("Withdrawn: it is gone from maps, lists and counts."))
    return redirect("claims:emergency", emergency_id=made.pk)


@require_http_methods(["GET", "POST"])
def place_withdraw(request: HttpRequest, place_id: UUID) -> HttpResponse:
    """Withdraw a site with all that is said of it: first what would go, then the step."""
    place = load(request.user, "withdraw", Place.objects, pk=place_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = services.withdraw_place_at_once(place, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("Withdrawn: the site is gone from the map, lists, counts and files."))
        return redirect("claims:emergency", emergency_id=made.pk)
    going = Claim.objects.filter(place=place).exclude(review_status=ReviewStatus.RETIRED)
    context = {"place": place, "form": form, "number": going.count(), "parts": place.parts.count()}
    return render(request, "claims/place_withdraw.html", context)


@require_POST
def emergency_ask(request: HttpRequest, emergency_id: UUID) -> HttpResponse:
    """Say why it may come back; a second person decides."""
    enter_as_secretariat(request.user, Emergency)
    emergency = load(request.user, "view", Emergency.objects, pk=emergency_id)
    services.ask_to_undo(emergency, reason=_reason(request), by=request.user)
    messages.success(request, _("Asked. A second person of the secretariat brings it back."))
    return redirect("claims:emergency", emergency_id=emergency.pk)


@require_POST
def emergency_undo(request: HttpRequest, emergency_id: UUID) -> HttpResponse:
    """Bring it back, by a second person."""
    enter_as_secretariat(request.user, Emergency)
    emergency = load(request.user, "view", Emergency.objects, pk=emergency_id)
    number = services.undo_emergency(emergency, by=request.user)
    words = ngettext("Undone: %(n)s statement stands again.", "Undone: %(n)s statements stand again.", number)
    messages.success(request, words % {"n": number})
    return redirect("claims:emergency", emergency_id=emergency.pk)


def _reason(request: HttpRequest) -> str:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.REASON_MISSING)
    return str(form.cleaned_data["reason"])
