"""Screens of the secretariat about people: who did and saw what, and grants."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.models import AuditEntry
from access.policy import permits
from access.querysets import load
from access.reach import Audience, reach_of
from lib.problems import Fault, Problem

from ..forms import GrantForm
from ..models import Grant, Person
from ..services import approve_grant, end_grant, request_grant
from ..trail import verb_choices

ENTRIES_PER_PAGE = 100


class TrailFilter(forms.Form):
    """Which entries."""

    person = forms.UUIDField(label=gettext_lazy("Person"), required=False)
    row = forms.UUIDField(label=gettext_lazy("Record"), required=False)
    verb = forms.ChoiceField(label=gettext_lazy("Action"), required=False)
    day = forms.DateField(label=gettext_lazy("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, verbs: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        cast(forms.ChoiceField, self.fields["verb"]).choices = [("", _("All actions")), *verb_choices(verbs)]


def _for_the_secretariat(request: HttpRequest) -> None:
    """Raise `Fault.NOT_FOUND` for everybody else."""
    if reach_of(request.user).audience != Audience.SECRETARIAT:
        raise Problem(Fault.NOT_FOUND)


@require_safe
def audit_trail(request: HttpRequest) -> HttpResponse:
    """The trail, newest first, with the names of who acted."""
    _for_the_secretariat(request)
    permitted = AuditEntry.objects.filter(permits(request.user, "view", AuditEntry))
    form = TrailFilter(request.GET, verbs=permitted.order_by().values_list("verb", flat=True).distinct())
    entries = _filtered(permitted, form)
    page = Paginator(entries, ENTRIES_PER_PAGE).get_page(request.GET.get("page"))
    ids = {entry.person for entry in page if entry.person}
    names = {person.pk: str(person) for person in Person.objects.permitted(request.user).filter(pk__in=ids)}
    rows = [{"entry": entry, "who": names.get(entry.person) if entry.person else ""} for entry in page]
    return render(request, "accounts/audit_trail.html", {"form": form, "page": page, "rows": rows})


def _filtered(entries: "QuerySet[AuditEntry]", form: TrailFilter) -> "QuerySet[AuditEntry]":
    """Narrow `entries` by what was entered; a wrong entry finds nothing rather than everything."""
    if not form.is_valid():
        return entries.none()
    wanted: dict[str, Any] = {name: form.cleaned_data[name] for name in ("person", "row") if form.cleaned_data[name]}
    if form.cleaned_data["verb"]:
        wanted["verb"] = form.cleaned_data["verb"]
    if day := form.cleaned_data["day"]:
        here = timezone.get_current_timezone()
        bounds = (datetime.combine(day, time.min, here), datetime.combine(day, time.max, here))
        wanted["at__range"] = bounds
    return entries.filter(**wanted).order_by("-at", "id")


@require_http_methods(["GET", "POST"])
def grant_list(request: HttpRequest) -> HttpResponse:
    """Grants, and a form that asks for one."""
    _for_the_secretariat(request)
    persons = Person.objects.permitted(request.user).active().exclude(pk=request.user.pk)
    form = GrantForm(request.POST or None, persons=persons)
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        request_grant(fields.pop("person"), by=request.user, **fields)
        messages.success(request, _("The grant waits for a second person of the secretariat."))
        return redirect("accounts:grants")
    grants = Grant.objects.permitted(request.user).select_related("person", "asked_by", "approved_by")
    page = Paginator(grants, ENTRIES_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/grant_list.html", {"form": form, "page": page, "now": timezone.now()})


@require_POST
def grant_approve(request: HttpRequest, grant_id: UUID) -> HttpResponse:
    """Approve as the second person."""
    _for_the_secretariat(request)
    grant: Grant = load(request.user, "view", Grant.objects, pk=grant_id)
    approve_grant(grant, by=request.user)
    messages.success(request, _("The grant holds until its day."))
    return redirect("accounts:grants")


@require_POST
def grant_end(request: HttpRequest, grant_id: UUID) -> HttpResponse:
    """Take a grant back."""
    grant: Grant = load(request.user, "end", Grant.objects, pk=grant_id)
    end_grant(grant, by=request.user)
    messages.success(request, _("The grant is taken back."))
    return redirect("accounts:grants")
