"""What came too late into a room, for the secretariat."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from access.audit import record
from access.querysets import load
from sites.threshold import enter_as_secretariat

from ..held import late_of
from ..models import HeldUpdate, Workbook


@require_safe
def held(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """Items that were kept apart, with their words; reading them is recorded, as they are of class C3."""
    enter_as_secretariat(request.user, HeldUpdate)
    workbook = load(request.user, "view", Workbook.objects.select_related("workshop"), workshop=workshop_id)
    late = late_of(workbook)
    record("workbook.read_held", workbook, by=request.user, workshop=workshop_id, count=len(late))
    return render(request, "workbook/held.html", {"workshop": workbook.workshop, "late": late})
