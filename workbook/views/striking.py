"""Erasing one entry for safety, and whose page still holds it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_http_methods

from access.querysets import load
from lib.problems import Fault, Problem

from ..doorway import body_of, json_door, told
from ..models import Struck, Workbook
from ..seats import behind
from ..services import strike_entry


@json_door
@require_http_methods(["GET", "POST"])
def striking(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """How much was erased and who has not changed over; erasing an entry, named as `root/id`."""
    if request.method == "POST":
        workbook = load(request.user, "strike", Workbook.objects, workshop=workshop_id)
        root, key = _entry(body_of(request))
        workbook = strike_entry(workbook, root=root, key=key, by=request.user)
        return told(_standing(workbook), status=201)
    return told(_standing(load(request.user, "read", Workbook.objects, workshop=workshop_id)))


def _standing(workbook: Workbook) -> dict[str, Any]:
    erased = Struck.objects.filter(workshop=workbook.workshop_id).count()
    return {"epoch": workbook.epoch, "erased": erased, "behind": behind(workbook)}


def _entry(sent: Any) -> tuple[str, str]:
    named = sent.get("entry") if isinstance(sent, dict) else None
    if not isinstance(named, str) or "\x00" in named or "/" not in named:
        raise Problem(Fault.NOT_VALID)
    root, _slash, key = named.partition("/")
    return root, key
