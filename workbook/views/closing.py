"""Closing a room, and opening it again."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.querysets import can, load
from lib.problems import Fault, Problem
from workshops.models import Workshop
from workshops.services import send_back_workshop

from ..closing import preview_of
from ..doorway import body_of, json_door, told
from ..forms import ReopeningForm
from ..frozen import Frozen, frozen_numbers, frozen_version
from ..models import Workbook
from ..projection.wording import folded
from ..services import close_workbook


@json_door
@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """The versions that were adopted, and what closing now would hand in; closing itself, with the typed name."""
    if request.method == "POST":
        workshop = load(request.user, "close", Workshop.objects, pk=workshop_id)
        checksum = _confirmed(body_of(request), workshop.name)
        workbook = Workbook.objects.get(workshop=workshop_id)
        done = close_workbook(workbook, by=request.user, checksum=checksum)
        return told({**_adopted(workshop_id, request.user), "submitted": done.submitted}, status=201)
    workbook = load(request.user, "view", Workbook.objects, workshop=workshop_id)
    may_close = can(request.user, "close", Workshop(pk=workshop_id))
    preview = asdict(preview_of(workbook)) if may_close else None
    return told({**_adopted(workshop_id, request.user), "preview": preview})


def _adopted(workshop: UUID, person: Any) -> dict[str, Any]:
    versions = [frozen_version(workshop, by=person, number=number) for number in frozen_numbers(workshop, by=person)]
    return {"versions": [_version(it) for it in versions if it]}


def _version(frozen: Frozen) -> dict[str, Any]:
    return {
        "number": frozen.number,
        "checksum": frozen.checksum,
        "closed_at": frozen.closed_at,
        "because": frozen.because,
        "struck": frozen.struck,
        "changes": [asdict(it) for it in frozen.changes],
    }


def _confirmed(sent: Any, name: str) -> str:
    """The checksum of what was shown. Raises `Fault.NOT_VALID` unless the workshop's name was typed with it."""
    fields = sent if isinstance(sent, dict) else {}
    typed, checksum = fields.get("name"), fields.get("checksum")
    if not isinstance(typed, str) or not isinstance(checksum, str) or not checksum or folded(typed) != folded(name):
        raise Problem(Fault.NOT_VALID)
    return checksum


@require_http_methods(["GET", "POST"])
def reopening(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """The secretariat opens a closed room again, with a reason that the room reads."""
    workshop = load(request.user, "reopen", Workshop.objects, pk=workshop_id)
    form = ReopeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        send_back_workshop(workshop, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("The room is open again; its card shows the reason."))
        return redirect("workshops:workshop", workshop_id=workshop_id)
    return render(request, "workbook/reopening.html", {"workshop": workshop, "form": form})
