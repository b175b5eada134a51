"""A problem tree beside the places that it names: choosing a node shows its places."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from access.querysets import load
from access.reach import Audience, reach_of
from lib.problems import Fault, Problem

from ..disclosed import told_workshops
from ..models import ProblemTree
from ..ties import tree_shown
from ..told import sides


@require_safe
def tree_page(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """The tree as the reader is told it, with places."""
    reach = reach_of(request.user)
    load(request.user, "view", ProblemTree.objects, workshop=workshop_id)
    shown = tree_shown(workshop_id, _node(request), reach)
    workshop = told_workshops(reach, [workshop_id])[0]
    context = {
        "workshop": workshop,
        "sides": [(side, nodes) for side, nodes in sides(shown.forest) if nodes],
        "shown": shown,
        "inside": workshop.own or reach.audience == Audience.SECRETARIAT,
    }
    return render(request, "workshops/tree.html", context)


def _node(request: HttpRequest) -> UUID | None:
    asked = request.GET.get("node", "")
    try:
        return UUID(asked) if asked else None
    except ValueError:
        raise Problem(Fault.BAD_REQUEST) from None
