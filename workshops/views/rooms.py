"""Screens of workshops: the facilitator's first page, one workshop, the status of a recommendation."""

from dataclasses import replace
from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from access.audit import record_refusal
from access.querysets import load
from access.reach import READING_AUDIENCES, Audience, Reach, reach_of
from lib.problems import Fault, Problem

from ..closings import told_closings
from ..codes import OPEN_STATES, WorkshopState
from ..disclosed import ToldWorkshop, told_counts, told_workshops
from ..fates import waiting_in
from ..models import Group, RecommendationStep, Workshop, WorkshopInstitution
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
            recommendation__workshop=workshop.id, accepted_at=None, declined_at=None
        ),
        "inside": inside,
        "closing": told_closings(reach).get(workshop.id),
        "returned": waiting_in(reach).get(workshop.id, 0),
        "may_read_all": reach.audience == Audience.SECRETARIAT or (inside and workshop.state in OPEN_STATES),
    }
    return render(request, "workshops/workshop.html", content)
