"""Several claims in one step: each is listed with what stands in its way before anything happens."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from access.reach import Reach
from sites.threshold import enter_as_secretariat

from ..beside import known_beside
from ..codes import ReviewStatus
from ..forms import ReasonForm, ReleaseForm
from ..holding import held_back
from ..models import Claim
from ..queue import Entry, entries_of, ordered, waiting
from ..services import release_claims, verify_claims
from ..standing import BLOCKED, Obstacle
from .desk import person_names
from .sending import send_back

VERIFY, RELEASE, SEND_BACK = "verify", "release", "send_back"
STEPS = (VERIFY, RELEASE, SEND_BACK)
MOST_AT_ONCE = 500
QUESTIONS = ("speaker", "single_source", "attack", "reply")


@require_http_methods(["GET", "POST"])
def review_batch(request: HttpRequest) -> HttpResponse:
    """Look through a selection, then verify or release it as one."""
    reach = enter_as_secretariat(request.user, Claim)
    given = request.POST if request.method == "POST" else request.GET
    step = str(given.get("step")) if given.get("step") in STEPS else VERIFY
    entries = chosen(given.getlist("claim"), reach, request.user)
    held = held_back(entry.claim.pk for entry in entries) if step == RELEASE else set()
    entries = [_with_round(entry) if entry.claim.pk in held else entry for entry in entries]
    able = [entry for entry in entries if entry.claim.pk not in held and _able(entry, step, reach)]
    form = _form(request, step)
    if request.method == "POST" and able and (form is None or form.is_valid()):
        return _taken(request, step, [entry.claim for entry in able], form)
    context = {
        "able": able,
        "blocked": [entry for entry in entries if entry not in able],
        "step": step,
        "known": known_beside((entry.claim for entry in entries), reach),
        "reason_form": form,
        "release_form": form,
        "questions": [(None, form[name]) for name in QUESTIONS] if form and step == RELEASE else [],
    }
    return render(request, "claims/batch.html", context, status=422 if form and form.errors else 200)


def _form(request: HttpRequest, step: str) -> Form | None:
    """What is asked once for all of them; verifying asks nothing."""
    sent = request.POST if request.method == "POST" else None
    return {RELEASE: ReleaseForm, SEND_BACK: ReasonForm}[step](sent) if step != VERIFY else None


def _taken(request: HttpRequest, step: str, claims: list[Claim], form: Form | None) -> HttpResponse:
    """Take the step with all of them, in one transaction."""
    if isinstance(form, ReleaseForm):
        release_claims(claims, form.answers(), reason=form.cleaned_data["reason"], by=request.user)
        done = ngettext("%(n)s claim released.", "%(n)s claims released, with one date.", len(claims))
    elif form is not None:
        send_back(claims, reason=form.cleaned_data["reason"], by=request.user)
        done = ngettext("%(n)s claim sent back.", "%(n)s claims sent back, each with your reason.", len(claims))
    else:
        verify_claims(claims, by=request.user)
        done = ngettext("%(n)s claim verified.", "%(n)s claims verified.", len(claims))
    messages.success(request, done % {"n": len(claims)})
    return redirect("claims:review")


def chosen(keys: list[str], reach: Reach, person: Any) -> list[Entry]:
    """The claims of the queue that were ticked, up to `MOST_AT_ONCE`."""
    wanted = [key for key in map(_key, keys[:MOST_AT_ONCE]) if key]
    return entries_of(ordered(waiting(reach).filter(pk__in=wanted)), reach, person_names(person))


def _with_round(entry: Entry) -> Entry:
    """The same entry with what stands in its way."""
    return replace(entry, obstacle=Obstacle("people", BLOCKED, _("Released with its round, on the round's card")))


def _able(entry: Entry, step: str, reach: Reach) -> bool:
    claim = entry.claim
    if step == SEND_BACK:
        return Claim.objects.filter(pk=claim.pk).permitted_to(reach, "send_back").exists()
    if step == VERIFY:
        return bool(claim.review_status == ReviewStatus.SUBMITTED and claim.recorded_by != reach.person)
    ready = claim.review_status == ReviewStatus.VERIFIED and claim.verified_by != reach.person
    return bool(ready) and not (claim.raw_text or claim.unsettled_place or claim.early or claim.asked_back)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
