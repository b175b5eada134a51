"""Single claims that somebody would release to one institution: for the second person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sites.threshold import enter_as_secretariat

from ..models import Claim
from ..proposals import open_proposals


@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """Each with its reason; the claim itself is where it is confirmed."""
    reach = enter_as_secretariat(request.user, Claim)
    return render(request, "claims/proposals.html", {"proposals": open_proposals(reach)})
