"""What a laptop asks by HTTP: its context, the registers, the last round, and the exchange itself."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from access.querysets import load
from access.reach import reach_of
from accounts.services import device_of
from lib.problems import Fault, Problem

from .. import exchange as exchanging
from ..answers import as_json, taken
from ..asked import read_request
from ..context import context_of
from ..doorway import body_of, json_door, told
from ..findings import findings_of, worded
from ..last_round import last_round_of
from ..models import Workbook
from ..register import register_of
from ..services import open_workbook
from ..tasks import fold_soon

TOKEN = "Device "


@json_door
@require_safe
def context(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """The room, the person, rights and addresses; and the token that a POST carries, as the page itself holds none."""
    workbook = open_workbook(workshop_id, by=request.user)
    return told(context_of(workbook, request.user, reach_of(request.user), get_token(request)))


@json_door
@require_safe
def register(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """Known places, actors, areas, towns."""
    load(request.user, "view", Workbook.objects, workshop=workshop_id)
    return told(register_of(reach_of(request.user)))


@json_door
@require_safe
def last_round(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """Released statements of earlier rounds that the secretariat gave to this room."""
    load(request.user, "view", Workbook.objects, workshop=workshop_id)
    return told(last_round_of(workshop_id, reach_of(request.user)))


@json_door
@require_POST
def exchange(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """Items in, what became of each and what is lacking out."""
    workbook = Workbook.objects.filter(workshop=workshop_id).first()
    if workbook is None:
        workbook = open_workbook(workshop_id, by=request.user)
    exchanging.standing(workbook, reach_of(request.user), workbook.epoch)
    done = exchanging.exchange(workbook, read_request(body_of(request)), request.user)
    fold_soon(workbook.workshop_id, done)
    return told(as_json(done))


@json_door
@require_safe
def findings(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """What is to be completed."""
    workbook = load(request.user, "read", Workbook.objects, workshop=workshop_id)
    return told({"list": worded(findings_of(workbook))})


@csrf_exempt
@login_not_required
@json_door
@require_POST
def handover(request: HttpRequest, workshop_id: UUID) -> HttpResponseBase:
    """A prepared laptop hands in without a session; it is told which items the server has, and nothing else."""
    token = request.headers.get("Authorization", "")
    workbook = Workbook.objects.filter(workshop=workshop_id).first()
    if not token.startswith(TOKEN) or workbook is None:
        raise Problem(Fault.SIGN_IN)
    device = device_of(token.removeprefix(TOKEN), workshop_id)
    done = exchanging.exchange(workbook, read_request(body_of(request)), device.person, device=device)
    fold_soon(workbook.workshop_id, done)
    return told({"hashes": taken(done)})
