"""What is about the state, in numbers, for a ministry."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from access.audit import record_refusal
from access.reach import Audience, reach_of
from lib.problems import Fault, Problem

from ..models import Claim
from ..state_counts import FEWEST_SITES, FEWEST_SOURCES, state_counts


@require_safe
def state_count_list(request: HttpRequest) -> HttpResponse:
    """Counts per territoire and half-year; everybody else reads the statements themselves, or nothing of them."""
    reach = reach_of(request.user)
    if reach.audience != Audience.MINISTRY:
        record_refusal("count", Claim, reach)
        raise Problem(Fault.NOT_FOUND)
    content = {"cells": state_counts(reach), "sites": FEWEST_SITES, "sources": FEWEST_SOURCES}
    return render(request, "claims/state_counts.html", content)
