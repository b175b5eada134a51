"""The way back for who was in the room, the sheet that tells of it, and what the secretariat answers."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access.querysets import load
from access.reach import Audience, reach_of
from claims.models import Claim, WithdrawalRequest
from claims.queue import headlines
from claims.views.sending import tell_of_request
from lib.attempts import may_try
from lib.problems import Fault, Problem
from sites.threshold import enter_as_secretariat

from ..consent import consent_code, last_day
from ..disclosed import told_workshops
from ..forms import AnswerBackForm, TakeBackForm, WithdrawForm
from ..models import Recommendation, TreeNode, Workshop
from ..services import answer_asked_back, ask_back, withdraw_workshop

TRIES_OF_ONE, TRIES_OF_ALL = {"most": 10, "seconds": 600}, {"most": 300, "seconds": 3600}
"""How often a code may be tried from one address, and from all together."""


@login_not_required
@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest) -> HttpResponse:
    """Somebody who was in the room asks, by the code of the sheet; nothing of what is held is told."""
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        address = get_adapter().get_client_ip(request) or ""
        if not (may_try("take back", address, **TRIES_OF_ONE) and may_try("take back", "all", **TRIES_OF_ALL)):
            raise Problem(Fault.TOO_MANY)
        if ask_back(**form.cleaned_data):
            tell_of_request()
            return render(request, "workshops/take_back.html", {"arrived": True})
        form.add_error("code", _("No request can be made with this code: it is not right, or its 14 days are over."))
    return render(request, "workshops/take_back.html", {"form": form})


@require_safe
def consent_sheet(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """The sheet to hand out: rules, consent, and the code with the address of the way back."""
    reach = reach_of(request.user)
    workshop = load(request.user, "view", Workshop.objects, pk=workshop_id)
    if workshop.pk not in reach.workshops and reach.audience != Audience.SECRETARIAT:
        raise Problem(Fault.FORBIDDEN)
    path = reverse("workshops:take_back")
    address = f"{settings.FILON_ORIGIN}{path}" if settings.FILON_ORIGIN else request.build_absolute_uri(path)
    told = {"code": consent_code(workshop.pk), "address": address.partition("://")[2], "until": last_day(workshop)}
    return render(request, "workshops/consent.html", {"workshop": workshop, **told})


@require_http_methods(["GET", "POST"])
def workshop_withdraw(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """Take back all that a room said, at once."""
    workshop = load(request.user, "withdraw", Workshop.objects, pk=workshop_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = withdraw_workshop(workshop, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("Withdrawn: nothing of this workshop is read outside the secretariat any more."))
        return redirect("claims:emergency", emergency_id=made.pk)
    number = Claim.objects.filter(workshop=workshop.pk, retired_at=None).count()
    return render(request, "workshops/withdraw.html", {"workshop": workshop, "form": form, "number": number})


@require_http_methods(["GET", "POST"])
def asked_back(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Find what somebody who was in the room wants back, and answer."""
    enter_as_secretariat(request.user, WithdrawalRequest)
    asked = load(request.user, "answer", WithdrawalRequest.objects.filter(claim=None, answered_at=None), pk=request_id)
    form = AnswerBackForm(request.POST or None, **_choices(request, asked))
    if request.method == "POST" and form.is_valid():
        answer_asked_back(asked, by=request.user, **form.cleaned_data)
        messages.success(request, _("Answered."))
        return redirect("claims:corrections")
    told = told_workshops(reach_of(request.user), [asked.workshop] if asked.workshop else [])
    return render(
        request, "workshops/asked_back.html", {"asked": asked, "form": form, "workshop": told[0] if told else None}
    )


def _choices(request: HttpRequest, asked: WithdrawalRequest) -> dict[str, Any]:
    """What the workshop said, each in a few words: statements, causes, recommendations."""
    reach = reach_of(request.user)
    of = {"workshop": asked.workshop}
    rows = Claim.objects.permitted_to(reach).filter(**of).select_related("place", "area")
    claims = list(rows.order_by("place", "pk"))
    told = headlines(claims, reach)
    nodes = TreeNode.objects.permitted_to(reach).filter(**of).exclude(side="core").values_list("pk", "text")
    advice = Recommendation.objects.permitted_to(reach).filter(**of).values_list("pk", "text")
    return {
        "claims": [(claim.pk, f"{_where(claim)} – {told[claim.pk]}") for claim in claims],
        "words": [*nodes, *advice],
    }


def _where(claim: Claim) -> str:
    return str(claim.place or claim.place_as_stated or claim.area or _("No place"))
