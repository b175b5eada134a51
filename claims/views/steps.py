"""Steps taken at the desk; each leads on to the next claim of the queue."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from access.querysets import load
from lib.problems import Fault, Problem

from .. import services
from ..forms import ClearedTextForm, InstitutionForm, LowerForm, RaiseForm, ReasonForm, ReleaseForm
from ..holding import refuse_held_back
from ..models import Claim
from .desk import hand_context, next_in_queue, query_of
from .sending import send_back


def _in_hand(request: HttpRequest, claim_id: UUID) -> Claim:
    """The claim at the desk; whether the step may be taken, its service says in words."""
    claim: Claim = load(request.user, "clear", Claim.objects, id=claim_id)
    return claim


def _entered(form: forms.Form) -> forms.Form:
    """The form, if it has what it needs."""
    if not form.is_valid():
        raise Problem(Fault.REASON_MISSING if "reason" in form.errors else Fault.NOT_VALID)
    return form


def _onward(request: HttpRequest, claim: Claim, done: str, step: Callable[[], object]) -> HttpResponse:
    """Take the step and go on to the claim that follows."""
    following = next_in_queue(request, claim)
    step()
    messages.success(request, done)
    return redirect(_with_query(request, following))


def _stay(request: HttpRequest, claim: Claim, done: str) -> HttpResponse:
    messages.success(request, done)
    return redirect(_with_query(request, claim.pk))


def _with_query(request: HttpRequest, key: UUID | None) -> str:
    address = reverse("claims:review_claim", args=[key]) if key else reverse("claims:review")
    query = query_of(request)
    return f"{address}?{query}" if query else address


@require_POST
def claim_verify(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Verify, and go on."""
    claim = _in_hand(request, claim_id)
    done = _("Verified. A second person releases it.")
    return _onward(request, claim, done, lambda: services.verify_claims(claim, by=request.user))


@require_POST
def claim_send_back(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Send back with a reason, and go on."""
    claim = _in_hand(request, claim_id)
    reason = _entered(ReasonForm(request.POST)).cleaned_data["reason"]
    done = _("Sent back with your reason.")
    return _onward(request, claim, done, lambda: send_back(claim, reason=reason, by=request.user))


@require_POST
def claim_answer(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Note what who recorded the claim answered by another way; it can be verified again."""
    claim = _in_hand(request, claim_id)
    answer = _entered(ReasonForm(request.POST)).cleaned_data["reason"]
    services.answer_claims(claim, answer=answer, by=request.user)
    return _stay(request, claim, _("The answer is noted with the claim."))


@require_POST
def claim_release(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Release after the four questions, and go on; what is not answered is shown at its place."""
    claim = _in_hand(request, claim_id)
    refuse_held_back([claim.pk])
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return render(request, "claims/review.html", hand_context(request, claim, form), status=422)
    reason = form.cleaned_data["reason"]
    done = _("Released. Readers in scope see it from now on.")
    return _onward(
        request, claim, done, lambda: services.release_claims(claim, form.answers(), by=request.user, reason=reason)
    )


@require_POST
def claim_clear(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Save the words that leave the secretariat."""
    claim = _in_hand(request, claim_id)
    text = _entered(ClearedTextForm(request.POST)).cleaned_data["text"]
    services.clear_text(claim, text=text, by=request.user)
    return _stay(request, claim, _("The cleared text is saved."))


@require_POST
def claim_raise(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Give a higher class."""
    claim = _in_hand(request, claim_id)
    entered = _entered(RaiseForm(request.POST)).cleaned_data
    services.raise_class(claim, entered["sensitivity"], reason=entered["reason"], by=request.user)
    return _stay(request, claim, _("The class is raised."))


@require_POST
def claim_lower(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Give a lower class, for a reason."""
    claim = _in_hand(request, claim_id)
    entered = _entered(LowerForm(request.POST)).cleaned_data
    services.lower_class(claim, entered["sensitivity"], reason=entered["reason"], by=request.user)
    return _stay(request, claim, _("The class is lowered; the reason is kept."))


@require_POST
def claim_uphold(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Let a contested claim stand again."""
    claim = _in_hand(request, claim_id)
    reason = _entered(ReasonForm(request.POST)).cleaned_data["reason"]
    services.uphold_claims(claim, reason=reason, by=request.user)
    return _stay(request, claim, _("The claim stands again."))


@require_POST
def claim_renew(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Keep a name that one source alone gave for twelve more months."""
    claim = _in_hand(request, claim_id)
    reason = _entered(ReasonForm(request.POST)).cleaned_data["reason"]
    services.renew_allegation(claim, reason=reason, by=request.user)
    return _stay(request, claim, _("The name is kept for twelve more months; the reason is kept with it."))


@require_POST
def claim_to_institution(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Propose to release the single claim to an institution, or confirm what another person proposed."""
    claim = _in_hand(request, claim_id)
    entered = _entered(InstitutionForm(request.POST)).cleaned_data
    institution, reason = entered["institution"], entered["reason"]
    if services.waiting_for(claim, institution):
        services.confirm_to_institution(claim, institution, by=request.user)
        return _stay(request, claim, _("The institution reads this claim from now on."))
    services.propose_to_institution(claim, institution, reason=reason, by=request.user)
    return _stay(request, claim, _("Proposed. A second person confirms it."))
