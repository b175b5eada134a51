"""Recommendations followed: a board, a table, one of them with its history; sent by letter, reported, taken or left."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.audit import record_refusal
from access.querysets import can, load, may_ever
from access.reach import READING_AUDIENCES, Audience, Reach, reach_of
from lib.problems import Fault, Problem
from sites.models import Place

from ..advice import Followed, board, followed, narrowed, readable
from ..forms import AdviceFilter, DeclineForm, StatusForm, TransmitForm
from ..models import Recommendation, RecommendationStep, TreeNode
from ..services import accept_step, decline_step, report_status, transmit_recommendation
from ..told import words_for

TABLE = "table"


def _reader(request: HttpRequest) -> Reach:
    reach = reach_of(request.user)
    if reach.audience not in READING_AUDIENCES:
        record_refusal("view", Recommendation, reach)
        raise Problem(Fault.NOT_FOUND)
    return reach


@require_safe
def advice_list(request: HttpRequest) -> HttpResponse:
    """The board by status, or the table; both narrowed in the same way, by the address."""
    reach = _reader(request)
    every = readable(reach)
    form = AdviceFilter(request.GET, rows=every)
    asked = form.narrowing()
    rows = followed(narrowed(every, asked), reach)
    rows = [row for row in rows if row.late] if asked.late else rows
    query = request.GET.copy()
    query.pop("view", None)
    context = {
        "form": form,
        "rows": sorted(rows, key=lambda it: (not it.late, str(it.due_on or ""), str(it.row.pk))),
        "columns": board(rows),
        "table": request.GET.get("view") == TABLE,
        "query": query.urlencode(),
        "may_export": may_ever(request.user, "export", Recommendation),
        "late": sum(bool(row.late) for row in rows),
        "open_own": sum(row.own and not row.reported and row.status not in ("DONE", "DROPPED") for row in rows),
    }
    return render(request, "workshops/advice_list.html", context)


@require_safe
def advice_show(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    """One recommendation: whom it is asked of, which causes and places it names, how far it has come."""
    reach = _reader(request)
    row = load(request.user, "view", Recommendation.objects.only("pk", "causes", "places"), pk=recommendation_id)
    told = followed(readable(reach).filter(pk=row.pk), reach)[0]
    causes = TreeNode.objects.permitted_to(reach).filter(pk__in=row.causes).annotate(words=words_for(reach))
    steps = RecommendationStep.objects.permitted_to(reach).filter(recommendation=row).select_related("institution")
    context = {
        "it": told,
        "causes": causes.values("pk", "words", "workshop_id"),
        "places": Place.objects.permitted_to(reach).filter(pk__in=row.places).order_by("name", "pk"),
        "steps": steps,
        "may_accept": may_ever(request.user, "accept", RecommendationStep),
        "decline_form": DeclineForm(auto_id="decline_%s"),
        "transmit_form": _letter_to(told) if can(request.user, "transmit", row) else None,
    }
    return render(request, "workshops/advice.html", context)


def _letter_to(told: Followed) -> TransmitForm:
    """The form of a letter, to whom it went or is asked of."""
    return TransmitForm(initial={"addressed_to": told.row.addressed_to_id, "letter": told.row.letter})


@require_http_methods(["GET", "POST"])
def advice_status(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    """The body that was asked tells how far a recommendation has come; the secretariat for whoever has no account."""
    reach = reach_of(request.user)
    row = load(request.user, "report", Recommendation.objects.only("pk"), pk=recommendation_id)
    form = StatusForm(request.POST or None, whole=reach.audience == Audience.SECRETARIAT)
    if request.method == "POST" and form.is_valid():
        step = report_status(row, **form.cleaned_data, by=request.user)
        sent = _("Your report has reached the secretariat.")
        messages.success(request, _("The status is recorded.") if step.accepted_at else sent)
        return redirect("workshops:recommendation", recommendation_id=row.pk)
    told = readable(reach).get(pk=row.pk)
    return render(request, "workshops/recommendation_status.html", {"recommendation": told, "form": form})


@require_POST
def advice_transmit(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    """Send it to whoever is asked, by letter."""
    row = load(request.user, "clear", Recommendation.objects, pk=recommendation_id)
    form = TransmitForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    transmit_recommendation(row, by=request.user, **form.cleaned_data)
    messages.success(request, _("Sent: whoever is asked finds it, and its time runs."))
    return redirect("workshops:recommendation", recommendation_id=row.pk)


@require_POST
def step_accept(request: HttpRequest, step_id: UUID) -> HttpResponse:
    """The secretariat takes a reported status."""
    step = load(request.user, "accept", RecommendationStep.objects, pk=step_id)
    accept_step(step, by=request.user)
    messages.success(request, _("The status is recorded."))
    return redirect("workshops:recommendation", recommendation_id=step.recommendation_id)


@require_POST
def step_decline(request: HttpRequest, step_id: UUID) -> HttpResponse:
    """The secretariat leaves a reported status, with the reason."""
    step = load(request.user, "accept", RecommendationStep.objects, pk=step_id)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.REASON_MISSING)
    decline_step(step, reason=form.cleaned_data["reason"], by=request.user)
    messages.success(request, _("Left as it was; the institution reads why."))
    return redirect("workshops:recommendation", recommendation_id=step.recommendation_id)
