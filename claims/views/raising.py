"""Several claims get a higher class at once: each is listed with the class it has and the one it would get."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from lib.problems import Fault, Problem
from sites.codes import Sensitivity
from sites.threshold import enter_as_secretariat

from ..beside import known_beside
from ..forms import RaiseForm
from ..models import Claim
from ..queue import Entry
from ..services import raise_class
from ..services.classes import RANK
from ..standing import BLOCKED, Obstacle
from .batches import chosen

CLASSES = tuple(Sensitivity)[1:]
"""What a class can be raised to."""


@require_http_methods(["GET", "POST"])
def review_raise(request: HttpRequest) -> HttpResponse:
    """Look through a selection beside the class that is chosen, then raise all that are below it."""
    reach = enter_as_secretariat(request.user, Claim)
    given = request.POST if request.method == "POST" else request.GET
    entries = chosen(given.getlist("claim"), reach, request.user)
    wanted = _wanted(given.get("sensitivity", ""), entries, sent=request.method == "POST")
    below = [entry for entry in entries if RANK[Sensitivity(entry.claim.sensitivity)] < RANK[wanted]]
    form = RaiseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and below and form.is_valid():
        raise_class([it.claim for it in below], wanted, reason=form.cleaned_data["reason"], by=request.user)
        done = ngettext("The class of %(n)s claim is raised.", "The classes of %(n)s claims are raised.", len(below))
        messages.success(request, done % {"n": len(below)})
        return redirect("claims:review")
    context = {
        "able": below,
        "blocked": [_high_already(entry) for entry in entries if entry not in below],
        "entries": entries,
        "wanted": wanted,
        "classes": CLASSES,
        "known": known_beside((entry.claim for entry in entries), reach),
        "form": form,
    }
    return render(request, "claims/raising.html", context, status=422 if form.errors else 200)


def _wanted(code: str, entries: list[Entry], *, sent: bool) -> Sensitivity:
    """The class asked for; to look at, without one, the next above the lowest of the selection."""
    if code in CLASSES:
        return Sensitivity(code)
    if sent:
        raise Problem(Fault.NOT_VALID)
    lowest = min((RANK[Sensitivity(entry.claim.sensitivity)] for entry in entries), default=0)
    return tuple(Sensitivity)[min(lowest + 1, len(Sensitivity) - 1)]


def _high_already(entry: Entry) -> Entry:
    """The same entry with what stands in its way."""
    return replace(entry, obstacle=Obstacle("check", BLOCKED, _("Has this class already, or a higher one")))
