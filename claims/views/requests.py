"""What others ask of the secretariat: corrections, replies to clear, statements asked back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.querysets import load
from access.reach import reach_of
from lib.problems import Fault, Problem
from sites.threshold import enter_as_secretariat

from .. import services
from ..forms import AnswerForm, ClearedTextForm, WithdrawalAnswerForm
from ..hand import take_in_hand
from ..models import Claim, CorrectionRequest, Reply, WithdrawalRequest
from ..queue import headlines
from .sending import tell_of_answer

ANSWERED_SHOWN = 20


@require_safe
def correction_list(request: HttpRequest) -> HttpResponse:
    """Open requests, oldest first; then replies that wait and what was answered last."""
    reach = enter_as_secretariat(request.user, CorrectionRequest)
    every = CorrectionRequest.objects.permitted_to(reach).select_related("claim__place", "institution", "answered_by")
    open_ones = list(every.filter(answered_at=None))
    answered = list(every.exclude(answered_at=None).order_by("-answered_at")[:ANSWERED_SHOWN])
    replies = list(Reply.objects.filter(cleared_at=None).select_related("claim__place", "institution"))
    asked = WithdrawalRequest.objects.permitted_to(reach).filter(answered_at=None)
    withdrawals = list(asked.filter(claim__isnull=False).select_related("claim__place"))
    asking: list[Any] = [*open_ones, *answered, *replies, *withdrawals]
    claims = {row.claim_id: row.claim for row in asking}
    context = {
        "open_ones": open_ones,
        "answered": answered,
        "replies": replies,
        "withdrawals": withdrawals,
        "asked_back": asked.filter(claim=None),
        "words": headlines(list(claims.values()), reach),
    }
    return render(request, "claims/correction_list.html", context)


@require_http_methods(["GET", "POST"])
def correction_answer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Answer one request, the claim beside it."""
    asked = load(
        request.user, "answer", CorrectionRequest.objects.select_related("claim", "institution"), pk=request_id
    )
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.answer_correction(asked, by=request.user, **form.cleaned_data)
        tell_of_answer(asked.asked_by_id)
        messages.success(request, _("Your answer reaches the institution."))
        return redirect("claims:corrections")
    hand = take_in_hand(Claim.objects.select_related("source", "place").get(pk=asked.claim_id), reach_of(request.user))
    return render(request, "claims/correction_answer.html", {"asked": asked, "form": form, "hand": hand})


@require_POST
def reply_clear(request: HttpRequest, reply_id: UUID) -> HttpResponse:
    """Clear the words of a reply for the readers of its claim."""
    reply = load(request.user, "answer", Reply.objects, pk=reply_id)
    form = ClearedTextForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    services.clear_reply(reply, text=form.cleaned_data["text"], by=request.user)
    messages.success(request, _("Readers of the claim see the reply as you cleared it."))
    return redirect("claims:corrections")


@require_POST
def withdrawal_answer(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Grant or refuse that something be taken back."""
    asked = load(request.user, "answer", WithdrawalRequest.objects, pk=request_id)
    form = WithdrawalAnswerForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    services.answer_withdrawal(asked, by=request.user, **form.cleaned_data)
    messages.success(request, _("Answered."))
    return redirect("claims:corrections")
