"""What a ministry gives: a qualification with its act, approved actors; and what the secretariat answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.audit import record, record_refusal
from access.querysets import load, may_ever
from access.reach import Audience, reach_of
from lib.problems import Fault, Problem
from sites.models import Place

from .. import services
from ..forms import ApprovalAnswerForm, ApprovalForm, QualificationForm
from ..models import Approval, Attachment
from ..services.attachments import path_of

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "application/pdf": "pdf"}


@require_http_methods(["GET", "POST"])
def qualification_submit(request: HttpRequest) -> HttpResponse:
    """Give what an inspection decided of a place."""
    _giving(request, "qualify", Place)
    places = Place.objects.permitted(request.user, "qualify").order_by("name", "code")
    chosen = places.filter(code=request.GET.get("place", "")).first()
    form = QualificationForm(request.POST or None, request.FILES or None, places=places, place=chosen)
    if request.method == "POST" and form.is_valid():
        services.submit_qualification(by=request.user, **form.content())
        messages.success(request, _("Your qualification has reached the secretariat. You follow it here."))
        return redirect("workshops:given")
    return render(request, "claims/qualification_submit.html", {"form": form, "place": chosen})


@require_http_methods(["GET", "POST"])
def approval_list(request: HttpRequest) -> HttpResponse:
    """Approved actors, with until when; a ministry adds to them, the secretariat answers."""
    reach = reach_of(request.user)
    if not may_ever(request.user, "view", Approval):
        record_refusal("view", Approval, reach)
        raise Problem(Fault.NOT_FOUND)
    giving = may_ever(request.user, "give", Approval)
    if request.method == "POST" and not giving:
        raise Problem(Fault.FORBIDDEN)
    form = ApprovalForm(request.POST or None) if giving else None
    if request.method == "POST" and form is not None and form.is_valid():
        services.give_approval(by=request.user, **form.cleaned_data)
        messages.success(request, _("The approved actor has reached the secretariat."))
        return redirect("claims:approvals")
    rows = Approval.objects.permitted_to(reach).select_related("institution")
    waiting = rows.filter(answered_at=None) if reach.audience == Audience.SECRETARIAT else rows.none()
    context = {
        "form": form,
        "approvals": rows.exclude(pk__in=waiting),
        "waiting": [(row, ApprovalAnswerForm(auto_id=f"a{row.pk}_%s")) for row in waiting],
        "today": timezone.localdate(),
        "own": reach.institution,
    }
    return render(request, "claims/approval_list.html", context)


@require_POST
def approval_answer(request: HttpRequest, approval_id: UUID) -> HttpResponse:
    """Take an approved actor, or say why not."""
    approval = load(request.user, "answer", Approval.objects, pk=approval_id)
    form = ApprovalAnswerForm(request.POST)
    if not form.is_valid():
        raise Problem(Fault.NOT_VALID)
    services.answer_approval(approval, by=request.user, **form.cleaned_data)
    messages.success(request, _("Answered."))
    return redirect("claims:approvals")


@require_safe
def attachment_show(request: HttpRequest, attachment_id: UUID) -> FileResponse:
    """The bytes of a scan, to be saved; opening one leaves a trace."""
    row = load(request.user, "view", Attachment.objects, pk=attachment_id)
    record("attachment.read", row, by=request.user, claim=row.claim_id)
    ending = ENDINGS.get(row.media_type, "bin")
    try:
        content = default_storage.open(path_of(row))
    except FileNotFoundError:
        raise Problem(Fault.GONE) from None
    return FileResponse(
        content, as_attachment=True, filename=f"scan-{row.digest[:8]}.{ending}", content_type=row.media_type
    )


def _giving(request: HttpRequest, verb: str, model: Any) -> None:
    """For whoever gives something at all; there is nothing here for others."""
    if not may_ever(request.user, verb, model):
        record_refusal(verb, model, request.user)
        raise Problem(Fault.NOT_FOUND)
