"""Doors through which data leave: exports of the view on the screen, and the page that tells of them."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from access.models import AuditEntry
from access.querysets import may_ever
from access.reach import READING_AUDIENCES, reach_of
from lib.problems import Fault, Problem
from lib.streaming import in_pieces
from mapping.query import read_view
from sites.models import Place

from .formats import FORMATS
from .services import export_places

SHOWN_EXPORTS = 20


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """What can be taken along, and what one took."""
    reach = reach_of(request.user)
    if reach.audience not in READING_AUDIENCES:
        raise Problem(Fault.FORBIDDEN)
    own = AuditEntry.objects.filter(person=reach.person, verb="export.end")[:SHOWN_EXPORTS]
    context = {"may_export": may_ever(request.user, "export", Place), "own": own, "layouts": list(FORMATS)}
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
