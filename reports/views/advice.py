"""The door through which recommendations leave as a table."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from access.reach import reach_of
from lib.problems import Fault, Problem
from lib.streaming import in_pieces
from workshops.advice import readable
from workshops.forms import AdviceFilter

from ..services import export_advice

CSV = "text/csv; charset=utf-8"


@require_safe
def advice_export(request: HttpRequest) -> HttpResponseBase:
    """The recommendations of the board, narrowed as in the address."""
    if not request.user.is_authenticated:
        raise Problem(Fault.SIGN_IN)
    form = AdviceFilter(request.GET, rows=readable(reach_of(request.user)))
    pieces = export_advice(form.narrowing(), request.GET.urlencode(), person=request.user)
    if request.method == "HEAD":
        return HttpResponse(content_type=CSV)
    response = StreamingHttpResponse(in_pieces(pieces), content_type=CSV)
    name = f"filon-recommandations-{timezone.localdate().isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
