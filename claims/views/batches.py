"""Several claims in one step: each is listed with what stands in its way before anything happens."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from access.reach import Reach
from sites.threshold import enter_as_secretariat

from ..codes import ReviewStatus
from ..forms import ReleaseForm
from ..models import Claim
from ..queue import Entry, entries_of, ordered, waiting
from ..services import release_claims, verify_claims
from .desk import person_names

VERIFY, RELEASE = "verify", "release"
MOST_AT_ONCE = 500
QUESTIONS = ("speaker", "single_source", "attack", "reply")


@require_http_methods(["GET", "POST"])
def review_batch(request: HttpRequest) -> HttpResponse:
    """Look through a selection, then verify or release it as one."""
    reach = enter_as_secretariat(request.user, Claim)
    given = request.POST if request.method == "POST" else request.GET
    step = RELEASE if given.get("step") == RELEASE else VERIFY
    entries = _chosen(given.getlist("claim"), reach, request.user)
    able = [entry for entry in entries if _able(entry, step, reach)]
    form = ReleaseForm(request.POST if request.method == "POST" and step == RELEASE else None)
    if request.method == "POST" and able and (step == VERIFY or form.is_valid()):
        return _taken(request, step, [entry.claim for entry in able], form)
    blocked = [entry for entry in entries if entry not in able]
    questions: list[Any] = [(None, form[name]) for name in QUESTIONS]
    context = {"able": able, "blocked": blocked, "step": step, "release_form": form, "questions": questions}
    return render(request, "claims/batch.html", context, status=422 if form.errors else 200)


def _taken(request: HttpRequest, step: str, claims: list[Claim], form: ReleaseForm) -> HttpResponse:
    """Take the step with all of them, in one transaction."""
    if step == RELEASE:
        release_claims(claims, form.answers(), reason=form.cleaned_data["reason"], by=request.user)
        done = ngettext("%(n)s claim released.", "%(n)s claims released, with one date.", len(claims))
    else:
        verify_claims(claims, by=request.user)
        done = ngettext("%(n)s claim verified.", "%(n)s claims verified.", len(claims))
    messages.success(request, done % {"n": len(claims)})
    return redirect("claims:review")


def _chosen(keys: list[str], reach: Reach, person: Any) -> list[Entry]:
    wanted = [key for key in map(_key, keys[:MOST_AT_ONCE]) if key]
    return entries_of(ordered(waiting(reach).filter(pk__in=wanted)), reach, person_names(person))


def _able(entry: Entry, step: str, reach: Reach) -> bool:
    claim = entry.claim
    if step == VERIFY:
        return bool(claim.review_status == ReviewStatus.SUBMITTED and claim.recorded_by != reach.person)
    ready = claim.review_status == ReviewStatus.VERIFIED and claim.verified_by != reach.person
    return bool(ready) and not (claim.raw_text or claim.unsettled_place or claim.early or claim.asked_back)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
