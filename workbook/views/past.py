"""What the room asks of its own past: the history of an entry, named versions; and the laptops it prepared."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.querysets import load
from accounts.models import Device
from accounts.services import end_device, prepare_device
from lib.problems import Fault, Problem
from workshops.models import Workshop

from ..document import ROOTS
from ..doorway import body_of, json_door, told
from ..history import compared, history_of, names_of
from ..log import document, state, state_at
from ..models import NamedVersion, Update, Workbook
from ..services import name_version


@json_door
@require_safe
def history(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """Who changed what of one entry when."""
    workbook = _read_in_the_room(request, workshop_id)
    root, _, key = request.GET.get("entry", "").partition("/")
    if root not in ROOTS or not key:
        raise Problem(Fault.BAD_PARAMETER, parameter="entry")
    return told({"entry": f"{root}/{key}", "changes": history_of(workshop_id, workbook.epoch, root, key)})


@json_door
@require_http_methods(["GET", "POST"])
def versions(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """The named versions; a new one."""
    workbook = _read_in_the_room(request, workshop_id)
    if request.method == "POST":
        made = name_version(workbook, name=_text(body_of(request), "name"), by=request.user)
        return told(_version(made, names_of({made.made_by})), status=201)
    rows = list(NamedVersion.objects.permitted(request.user).filter(workshop=workshop_id))
    names = names_of({row.made_by for row in rows})
    return told({"versions": [_version(row, names) for row in rows]})


@json_door
@require_safe
def version(request: HttpRequest, workshop_id: UUID, version_id: UUID) -> HttpResponseBase:
    """How a named version differs from now."""
    workbook = _read_in_the_room(request, workshop_id)
    row = load(request.user, "view", NamedVersion.objects, pk=version_id, workshop=workshop_id)
    before = document(state_at(workshop_id, row.epoch, row.position))
    changes = compared(before, document(state(workbook).update))
    return told({**_version(row, names_of({row.made_by})), "changes": changes})


@json_door
@require_http_methods(["GET", "POST"])
def devices(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """The laptops prepared for this room; a new one, whose token is told once."""
    workshop = load(request.user, "change", Workshop.objects, pk=workshop_id)
    if request.method == "POST":
        label = _text(body_of(request), "label")
        device, token = prepare_device(workshop.pk, label=label, last_day=workshop.ends_on, by=request.user)
        return told({**_device(device), "token": token}, status=201)
    rows = Device.objects.permitted(request.user).filter(workshop=workshop_id)
    return told({"devices": [_device(row) for row in rows]})


@json_door
@require_POST
def device_end(request: HttpRequest, workshop_id: UUID, device_id: UUID) -> HttpResponseBase:
    """A laptop that is lost hands in nothing any more."""
    device: Device = load(request.user, "manage", Device.objects, pk=device_id, workshop=workshop_id)
    end_device(device, by=request.user)
    return told(_device(device))


def _read_in_the_room(request: HttpRequest, workshop_id: UUID) -> Workbook:
    """The workbook whose log the person may read; 404 for everybody else."""
    workbook: Workbook = load(request.user, "view", Workbook.objects, workshop=workshop_id)
    load(request.user, "view", Update.objects.order_by("position"), workshop=workshop_id, position=1)
    return workbook


def _text(sent: Any, name: str) -> str:
    value = sent.get(name) if isinstance(sent, dict) else None
    if not isinstance(value, str) or "\x00" in value:
        raise Problem(Fault.NOT_VALID)
    return value


def _version(row: NamedVersion, names: dict[UUID, str]) -> dict[str, Any]:
    name = names.get(row.made_by, "") if row.made_by else ""
    return {"id": str(row.pk), "name": row.name, "by": name, "at": row.made_at}


def _device(row: Device) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "label": row.label,
        "person": row.person.name,
        "prepared_at": row.prepared_at,
        "expires_at": row.expires_at,
        "ended_at": row.ended_at,
        "last_seen_at": row.last_seen_at,
    }
