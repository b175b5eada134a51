"""Rounds before their release: one card each, with what is in the way; two people release."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from access.querysets import load
from access.reach import Reach
from sites.threshold import enter_as_secretariat

from ..forms import RoundReleaseForm
from ..models import Round, RoundRelease
from ..round_card import card_of, cards_of, contradicted_since, grounds_of
from ..services import confirm_release, propose_release, take_back_release
from ..services.releasing import QUESTIONS

ROUNDS_SHOWN = 20


@require_safe
def round_list(request: HttpRequest) -> HttpResponse:
    """Rounds, the latest first, each with what is in the way of its release."""
    reach = enter_as_secretariat(request.user, RoundRelease)
    rounds = Round.objects.permitted_to(reach).order_by("-starts_on", "pk")[:ROUNDS_SHOWN]
    cards = cards_of(rounds, reach)
    waiting = set(RoundRelease.objects.filter(confirmed_at=None, taken_back_at=None).values_list("round", flat=True))
    return render(request, "workshops/rounds.html", {"cards": cards, "waiting": waiting})


@require_safe
def round_page(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """One round: what is in the way, the four questions, or the proposal that waits for a second person."""
    reach = enter_as_secretariat(request.user, RoundRelease)
    of = load(request.user, "view", Round.objects, pk=round_id)
    return render(request, "workshops/round.html", _content(of, reach, RoundReleaseForm()))


@require_POST
def round_propose(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """Answer the four questions; a second person may then confirm."""
    reach = enter_as_secretariat(request.user, RoundRelease)
    of = load(request.user, "plan", Round.objects, pk=round_id)
    form = RoundReleaseForm(request.POST)
    if not form.is_valid():
        return render(request, "workshops/round.html", _content(of, reach, form), status=422)
    propose_release(of, answers=form.answers(), words=form.words(), by=request.user)
    messages.success(request, _("Your answers are recorded. A second person of the secretariat releases the round."))
    return redirect("workshops:round", round_id=of.pk)


@require_POST
def release_confirm(request: HttpRequest, release_id: UUID) -> HttpResponse:
    """Release the round as the second person."""
    release = load(request.user, "view", RoundRelease.objects, pk=release_id)
    confirm_release(release, by=request.user)
    done = ngettext(
        "Released: %(n)s statement, from this moment.",
        "Released: %(n)s statements, all from this moment.",
        release.claims,
    )
    messages.success(request, done % {"n": release.claims})
    return redirect("workshops:round", round_id=release.round_id)


@require_POST
def release_take_back(request: HttpRequest, release_id: UUID) -> HttpResponse:
    """Take the proposal back; nothing was released."""
    release = load(request.user, "view", RoundRelease.objects, pk=release_id)
    take_back_release(release, by=request.user)
    messages.success(request, _("The proposal is taken back; nothing was released."))
    return redirect("workshops:round", round_id=release.round_id)


def _content(of: Round, reach: Reach, form: RoundReleaseForm) -> dict[str, object]:
    card = card_of(of, reach)
    releases = list(
        RoundRelease.objects.permitted_to(reach).filter(round=of).select_related("proposed_by", "confirmed_by")
    )
    release = next((row for row in releases if row.open or row.confirmed_at), None)
    labels = {name: form.fields[name].label for name in QUESTIONS}
    return {
        "card": card,
        "release": release,
        "mine": release is not None and release.proposed_by_id == reach.person,
        "told": [(labels[name], release.answers[name]) for name in QUESTIONS] if release else [],
        "grounds": grounds_of(of),
        "questions": [(form[name], form[f"{name}_words"]) for name in QUESTIONS],
        "contradicted": contradicted_since(of, reach) if card.released else 0,
    }
