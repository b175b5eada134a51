"""Screens of the secretariat: files that came in, and the review of each as a whole."""

import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.querysets import can, load
from access.reach import Audience, reach_of
from lib.problems import Fault, Problem

from . import overview
from .codes import BatchState
from .faults import FileFault
from .forms import BatchForm
from .models import ImportBatch
from .report import Report
from .services import import_ipis, publish_batch, undo_batch, verify_batch

BATCHES_PER_PAGE = 50


@require_http_methods(["GET", "POST"])
def batch_list(request: HttpRequest) -> HttpResponse:
    """Batches, newest first, and a form that brings a file in."""
    if reach_of(request.user).audience != Audience.SECRETARIAT:
        raise Problem(Fault.NOT_FOUND)
    form = BatchForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            report = _import(request, form.cleaned_data["file"])
        except FileFault as fault:
            form.add_error("file", str(fault))
        else:
            return _after_import(request, report)
    batches = ImportBatch.objects.permitted(request.user).select_related("imported_by", "verified_by", "published_by")
    page = Paginator(batches, BATCHES_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "imports/batch_list.html", {"form": form, "page": page})


def _import(request: HttpRequest, file: "UploadedFile[Any]") -> Report:
    """Import an uploaded file under its own name; what was uploaded is removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(file.name or "").name or "file.csv")
        with path.open("wb") as copy:
            for piece in file.chunks():
                copy.write(piece)
        return import_ipis(path, by=request.user)


def _after_import(request: HttpRequest, report: Report) -> HttpResponse:
    if report.batch is None:
        text = _("Every row was refused.") if report.rows_refused else _("Nothing in this file is new.")
        messages.warning(request, text)
        return redirect("imports:list")
    messages.success(request, _("The file is in. Two colleagues verify and release it."))
    return redirect("imports:batch", batch_id=report.batch)


@require_safe
def batch_review(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Everything that a reviewer needs of one batch."""
    batch = load(request.user, "view", ImportBatch.objects, pk=batch_id)
    person = reach_of(request.user).person
    content = {
        "batch": batch,
        "figures": overview.figures(batch),
        "warnings": overview.warnings(batch),
        "refused": overview.remarks(batch, "refused"),
        "remarked": overview.remarks(batch, "remarked"),
        "presence": overview.presence(batch),
        "drawn": overview.drawn(batch),
        "places": overview.places(batch),
        "disagreeing": overview.disagreeing(batch),
        "changes": overview.changes(batch),
        "ending": batch.supersessions.count(),
        "may": {verb: can(request.user, verb, batch) for verb in ("verify", "publish", "undo")},
        "own": person in (batch.imported_by_id, batch.verified_by_id) and batch.state != BatchState.PUBLISHED,
    }
    return render(request, "imports/batch.html", content)


@require_POST
def batch_verify(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Verify as the first of two."""
    batch = load(request.user, "view", ImportBatch.objects, pk=batch_id)
    verify_batch(batch, by=request.user)
    messages.success(request, _("The batch is verified. A second colleague releases it."))
    return redirect(batch)


@require_POST
def batch_publish(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Release as the second of two."""
    batch = load(request.user, "view", ImportBatch.objects, pk=batch_id)
    publish_batch(batch, by=request.user)
    messages.success(request, _("The batch is released. Its places are on the map of everybody in their provinces."))
    return redirect(batch)


@require_POST
def batch_undo(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Take the batch back, after the word was typed."""
    batch = load(request.user, "view", ImportBatch.objects, pk=batch_id)
    if request.POST.get("confirmation", "").strip().casefold() != _("UNDO").casefold():
        messages.warning(request, _("The word did not match. Nothing was changed."))
        return redirect(batch)
    undo_batch(batch, by=request.user)
    messages.success(request, _("The import was undone."))
    return redirect("imports:list")
