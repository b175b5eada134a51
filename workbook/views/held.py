"""What arrived too late in a room, for the secretariat, which admits it or sets it aside."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from access.audit import record
from access.querysets import load
from lib.problems import Fault, Problem
from sites.threshold import enter_as_secretariat

from ..codes import HeldDecision
from ..forms import LateForm
from ..held import late_of
from ..models import HeldUpdate, Workbook
from ..services import admit_late, set_late_aside


@require_safe
def held(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """Items that were kept apart, with their words; reading them is recorded, as they are of class C3."""
    enter_as_secretariat(request.user, HeldUpdate)
    workbook = load(request.user, "view", Workbook.objects.select_related("workshop"), workshop=workshop_id)
    late = late_of(workbook)
    record("workbook.read_held", workbook, by=request.user, workshop=workshop_id, count=len(late))
    return render(request, "workbook/held.html", {"workshop": workbook.workshop, "late": late})


@require_POST
def held_decision(request: HttpRequest, workshop_id: UUID, held_id: UUID) -> HttpResponse:
    """Late words are admitted as a correction, or set aside with a reason."""
    enter_as_secretariat(request.user, HeldUpdate)
    row = load(request.user, "decide", HeldUpdate.objects, pk=held_id, workshop=workshop_id)
    form = LateForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.REASON_MISSING if "reason" in form.errors else Fault.NOT_VALID)
    workbook = Workbook.objects.get(workshop=workshop_id)
    told = {"items": form.cleaned_data["items"], "reason": form.cleaned_data["reason"], "by": request.user}
    if form.cleaned_data["decision"] == HeldDecision.ADMITTED:
        number = admit_late(workbook, row, **told)
        words = ngettext("Admitted: %(n)d entry.", "Admitted: %(n)d entries.", number) % {"n": number}
        messages.success(request, words)
    else:
        set_late_aside(workbook, row, **told)
        messages.success(request, _("It stays apart, with the reason."))
    return redirect("workbook:held", workshop_id=workshop_id)
