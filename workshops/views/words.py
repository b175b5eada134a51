"""Clearing the words of a room: causes and recommendations, each beside what readers get in its place."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from access.audit import record
from access.querysets import load
from access.reach import Reach
from sites.threshold import enter_as_secretariat

from ..models import Recommendation, TreeNode, Workshop
from ..services import clear_words

LONGEST_TEXT = 2000


@require_http_methods(["GET", "POST"])
def words_clear(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """All words of a workshop on one page; what is written or ticked is cleared, the rest stays as it was."""
    reach = enter_as_secretariat(request.user, TreeNode)
    workshop = load(request.user, "view", Workshop.objects, pk=workshop_id)
    rows = _words_of(workshop, reach)
    if request.method == "POST":
        number = _clear(request, rows)
        done = ngettext("%(n)s text is cleared.", "%(n)s texts are cleared.", number)
        messages.success(request, done % {"n": number})
        return redirect("workshops:words", workshop_id=workshop.pk)
    record("words.read", workshop, by=request.user)
    waiting = sum(row.cleared_at is None for row in rows)
    return render(request, "workshops/words.html", {"workshop": workshop, "rows": rows, "waiting": waiting})


def _words_of(workshop: Workshop, reach: Reach) -> list[TreeNode | Recommendation]:
    """Causes in the order of the tree, then recommendations; what waits comes first."""
    nodes = TreeNode.objects.permitted_to(reach, "clear").filter(workshop=workshop).order_by("side", "position", "pk")
    advice = Recommendation.objects.permitted_to(reach, "clear").filter(workshop=workshop).order_by("rank", "pk")
    rows: list[TreeNode | Recommendation] = [*nodes, *advice]
    return sorted((row for row in rows if row.text), key=lambda row: row.cleared_at is not None)


def _clear(request: HttpRequest, rows: list[TreeNode | Recommendation]) -> int:
    number = 0
    with transaction.atomic():
        for row in rows:
            as_said = f"as_said-{row.pk}" in request.POST
            text = row.text if as_said else request.POST.get(f"text-{row.pk}", "").strip()[:LONGEST_TEXT]
            if text and (row.cleared_at is None or text != row.cleared_text):
                clear_words(row, text=text, by=request.user)
                number += 1
    return number
