"""Screens of workshops: the facilitator's first page, one workshop, the status of a recommendation."""

from dataclasses import replace
from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.audit import record_refusal
from access.querysets import load
from access.reach import READING_AUDIENCES, Audience, Reach, reach_of
from lib.problems import Fault, Problem

from ..closings import told_closings
from ..codes import OPEN_STATES, WorkshopState
from ..disclosed import ToldWorkshop, told_counts, told_workshops
from ..fates import waiting_in
from ..forms import StatusForm
from ..models import Group, Recommendation, RecommendationStep, Workshop, WorkshopInstitution
from ..services import accept_step, report_status
from ..told import sides, stages, told_places, told_recommendations, told_tree


def _for_readers(request: HttpRequest) -> Reach:
    """Raise `Fault.NOT_FOUND` for who reads no content."""
    reach = reach_of(request.user)
    if reach.audience not in READING_AUDIENCES:
        record_refusal("view", Workshop, reach)
        raise Problem(Fault.NOT_FOUND)
    return reach


@require_safe
def workshop_list(request: HttpRequest) -> HttpResponse:
    """Own workshops as cards, the running one first and large; others that the reader may know below."""
    reach = _for_readers(request)
    closings = told_closings(reach)
    told = [(replace(it, closing=closings.get(it.id)), told_counts(it.id, reach)) for it in told_workshops(reach)]
    own = [pair for pair in told if pair[0].own or reach.audience == Audience.SECRETARIAT]
    running = [pair for pair in own if pair[0].state == WorkshopState.RUNNING and not pair[0].returned_because]
    rest = [pair for pair in own if pair not in running]
    others = [pair for pair in told if pair not in own]
    by_round = [(title, list(pairs)) for title, pairs in groupby(rest, lambda pair: pair[0].round_title)]
    return render(
        request,
        "workshops/workshop_list.html",
        {
            "running": running,
            "by_round": by_round,
            "others": others,
            "mine": reach.audience == Audience.BASIC,
            "returned": waiting_in(reach),
            "nothing": not told,
        },
    )


@require_safe
def workshop_page(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """One workshop, with what of it the reader may know."""
    reach = _for_readers(request)
    load(request.user, "view", Workshop.objects.only("pk"), pk=workshop_id)
    workshop: ToldWorkshop = told_workshops(reach, [workshop_id])[0]
    inside = workshop.own or reach.audience == Audience.SECRETARIAT
    content = {
        "workshop": workshop,
        "counts": told_counts(workshop.id, reach),
        "sides": [(side, nodes) for side, nodes in sides(told_tree(workshop.id, reach)) if nodes],
        "recommendations": told_recommendations(workshop.id, reach),
        "places": told_places(workshop.id, reach),
        "stages": stages(workshop.id, reach) if inside else [],
        "invited": WorkshopInstitution.objects.permitted_to(reach).filter(workshop=workshop.id),
        "groups": Group.objects.permitted_to(reach).filter(workshop=workshop.id),
        "steps": RecommendationStep.objects.permitted_to(reach).filter(
            recommendation__workshop=workshop.id, accepted_at=None
        ),
        "inside": inside,
        "closing": told_closings(reach).get(workshop.id),
        "returned": waiting_in(reach).get(workshop.id, 0),
        "may_read_all": reach.audience == Audience.SECRETARIAT or (inside and workshop.state in OPEN_STATES),
    }
    return render(request, "workshops/workshop.html", content)


@require_http_methods(["GET", "POST"])
def recommendation_status(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    """The body that was asked tells how far a recommendation has come."""
    rows = Recommendation.objects.only("pk", "workshop_id", "status", "type")
    recommendation = load(request.user, "report", rows, pk=recommendation_id)
    told = told_recommendations(recommendation.workshop_id, reach_of(request.user)).get(pk=recommendation_id)
    form = StatusForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        step = report_status(recommendation, **form.cleaned_data, by=request.user)
        sent = _("Your report has reached the secretariat.")
        messages.success(request, _("The status is recorded.") if step.accepted_at else sent)
        return redirect("workshops:workshop", workshop_id=recommendation.workshop_id)
    return render(request, "workshops/recommendation_status.html", {"recommendation": told, "form": form})


@require_POST
def step_accept(request: HttpRequest, step_id: UUID) -> HttpResponse:
    """The secretariat takes a reported status."""
    step = load(request.user, "accept", RecommendationStep.objects.select_related("recommendation"), pk=step_id)
    accept_step(step, by=request.user)
    messages.success(request, _("The status is recorded."))
    return redirect("workshops:workshop", workshop_id=step.recommendation.workshop_id)
