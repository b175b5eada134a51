"""Doors through which data leave: exports of the view on the screen, and the page that tells of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access.models import AuditEntry
from access.querysets import may_ever
from access.reach import READING_AUDIENCES, reach_of
from lib.problems import Fault, Problem
from lib.streaming import in_pieces
from mapping.dictionaries import territoires
from mapping.query import read_view
from sites.models import Place

from ..formats import FORMATS
from ..paper.forms import WORD
from ..paper.imprint import CLASS_WORDS
from ..services import WORD_FORMS, export_places, take_report, take_report_file
from ..workshop.content import Report
from ..workshop.words import card_in_words, people_in_words, sites_in_words

SHOWN_EXPORTS = 20
TAKEN = ("export.end", "paper.end")


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """What can be taken along, and what one took."""
    reach = reach_of(request.user)
    if reach.audience not in READING_AUDIENCES:
        raise Problem(Fault.FORBIDDEN)
    own = AuditEntry.objects.filter(person=reach.person, verb__in=TAKEN)[:SHOWN_EXPORTS]
    may_export = may_ever(request.user, "export", Place)
    context = {"may_export": may_export, "own": own, "layouts": list(FORMATS), "territoires": territoires(reach)}
    return render(request, "reports/report_list.html", context)


@require_safe
def place_export(request: HttpRequest, layout: str) -> HttpResponseBase:
    """The places of the view in the address, as the reader sees them on the screen."""
    if not request.user.is_authenticated:
        raise Problem(Fault.SIGN_IN)
    view = read_view(request.GET, reach_of(request.user))
    chosen, pieces = export_places(view, request.GET.urlencode(), layout, by=request.user)
    if request.method == "HEAD":
        return HttpResponse(content_type=chosen.media_type)
    response = StreamingHttpResponse(in_pieces(pieces), content_type=chosen.media_type)
    name = f"filon-{timezone.localdate().isoformat()}.{chosen.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def workshop_report(request: HttpRequest, workshop_id: UUID, part: str) -> HttpResponse:
    """The report of a workshop, to be read and printed."""
    return _report_page(request, workshop_id, part, "reports/workshop_report.html")


@require_safe
def workshop_summary(request: HttpRequest, workshop_id: UUID, part: str) -> HttpResponse:
    """The first day of a workshop on one page."""
    return _report_page(request, workshop_id, part, "reports/workshop_summary.html")


def _report_page(request: HttpRequest, workshop_id: UUID, part: str, template: str) -> HttpResponse:
    if not request.user.is_authenticated:
        raise Problem(Fault.SIGN_IN)
    report = take_report(workshop_id, part, by=request.user)
    content = {"report": report, "workshop_id": workshop_id, "part": part, **_in_words(report)}
    response = render(request, template, content)
    response["Cache-Control"] = "no-store"
    return response


def _in_words(report: Report) -> dict[str, object]:
    cards = [(_("Causes"), report.causes), (_("Effects"), report.effects)]
    return {
        "people": people_in_words(report.people),
        "sites_told": sites_in_words(report),
        "class_words": CLASS_WORDS[report.heading.classed],
        "outline": [(head, [(it, card_in_words(it)) for it in side]) for head, side in cards if side],
    }


@require_safe
def workshop_word(request: HttpRequest, workshop_id: UUID, part: str, form: str) -> HttpResponse:
    """The report, or the summary of the first day, as a Word file."""
    if not request.user.is_authenticated:
        raise Problem(Fault.SIGN_IN)
    if form not in WORD_FORMS:
        raise Problem(Fault.NOT_FOUND)
    if request.method == "HEAD":
        return HttpResponse(content_type=WORD)
    made = take_report_file(workshop_id, part, form, by=request.user)
    response = HttpResponse(made, content_type=WORD)
    name = f"filon-{form}-{part}-{timezone.localdate().isoformat()}.docx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
