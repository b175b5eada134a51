"""What became of what a room said, and its answers to what was sent back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access.audit import record_refusal
from access.querysets import load
from access.reach import Audience, reach_of
from claims.models import Claim
from claims.services import answer_claims
from lib.problems import Fault, Problem

from ..disclosed import told_workshops
from ..fates import by_place, fates_of, numbers_of
from ..forms import AnswerForm
from ..models import Workshop


@require_safe
def fate_list(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """Everything that the room said, with where it stands; what waits for an answer first."""
    reach = reach_of(request.user)
    load(request.user, "view", Workshop.objects.only("pk"), pk=workshop_id)
    if workshop_id not in reach.workshops and reach.audience != Audience.SECRETARIAT:
        record_refusal("view", Claim, reach)
        raise Problem(Fault.NOT_FOUND)
    fates = fates_of(workshop_id, reach)
    chosen = request.GET.get("stage", "")
    shown = [fate for fate in fates if chosen in ("", fate.claim.review_status)]
    content = {
        "workshop": told_workshops(reach, [workshop_id])[0],
        "numbers": numbers_of(fates),
        "total": len(fates),
        "chosen": chosen,
        "waiting": [fate for fate in shown if fate.waits],
        "groups": by_place([fate for fate in shown if not fate.waits]),
        "form": AnswerForm(),
    }
    return render(request, "workshops/fates.html", content)


@require_POST
def fate_answer(request: HttpRequest, workshop_id: UUID, claim_id: UUID) -> HttpResponse:
    """The room answers what was sent back; it is in the secretariat's queue again."""
    claim = load(request.user, "submit", Claim.objects, id=claim_id, workshop=workshop_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.REASON_MISSING)
    answer_claims(claim, answer=form.cleaned_data["answer"], by=request.user)
    messages.success(request, _("Your answer has reached the secretariat."))
    return redirect("workshops:fates", workshop_id=workshop_id)
