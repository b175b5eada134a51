"""What an institution asked and gave, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from access.audit import record_refusal
from access.reach import Audience, reach_of
from claims.models import Approval
from lib.problems import Fault, Problem

from ..given import given_by


@require_safe
def given_show(request: HttpRequest) -> HttpResponse:
    """Requests, replies, qualifications, approved actors and reports, each with its state and its answer."""
    reach = reach_of(request.user)
    if reach.audience != Audience.MINISTRY or reach.institution is None:
        record_refusal("give", Approval, reach)
        raise Problem(Fault.NOT_FOUND)
    return render(request, "workshops/given.html", {"sections": given_by(reach)})
