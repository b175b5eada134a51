"""An institution is heard: it contests a claim, or replies to it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.querysets import load
from access.reach import reach_of

from ..forms import CorrectionForm, ReplyForm
from ..hand import row_of
from ..models import Claim, CorrectionRequest, Reply
from ..services import reply_to_claim, request_correction
from ..wording import dated, facts, headline, unsaid
from .sending import tell_of_request


@require_http_methods(["GET", "POST"])
def correction_request(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Ask the secretariat to rectify a claim."""
    claim: Claim = load(request.user, "correct", Claim.objects.select_related("place"), id=claim_id)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request_correction(claim, text=form.cleaned_data["text"], by=request.user)
        tell_of_request()
        messages.success(request, _("Your request has reached the secretariat."))
        return redirect("claims:correction", claim_id=claim.pk)
    earlier = CorrectionRequest.objects.permitted(request.user).filter(claim=claim).order_by("-asked_at")
    waits = any(row.answered_at is None for row in earlier)
    context = {**_about(request, claim, form), "earlier": earlier, "waits": waits}
    return render(request, "claims/correction_request.html", context)


@require_http_methods(["GET", "POST"])
def reply_give(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Reply to a claim that is released to the institution."""
    claim: Claim = load(request.user, "reply", Claim.objects.select_related("place"), id=claim_id)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reply_to_claim(claim, text=form.cleaned_data["text"], by=request.user)
        tell_of_request()
        messages.success(request, _("Your reply has reached the secretariat."))
        return redirect("claims:reply", claim_id=claim.pk)
    earlier = Reply.objects.permitted(request.user).filter(claim=claim).order_by("-at")
    return render(request, "claims/reply_give.html", {**_about(request, claim, form), "earlier": earlier})


def _about(request: HttpRequest, claim: Claim, form: forms.Form) -> dict[str, Any]:
    """The claim as this reader gets it, never as it is stored."""
    row = row_of(claim, reach_of(request.user))
    words = {"headline": headline(row), "facts": facts(row), "unsaid": unsaid(row), "dated": dated(row)}
    return {"claim": claim, "row": row, "form": form, **words}
