"""Screens of the administrator: persons, roles, letters, health; no content."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access.querysets import load
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..forms import InstitutionForm, InvitationForm, ScopeForm
from ..health import health
from ..labels import labels
from ..letters import send_invitation
from ..models import Institution, Invitation, Membership, Person
from ..services import (
    add_institution,
    add_membership,
    close_sessions,
    deactivate_person,
    end_membership,
    invite_person,
    reactivate_person,
    withdraw_invitation,
)

PERSONS_PER_PAGE = 50


def _for_administrators(request: HttpRequest) -> None:
    """Raise `Fault.NOT_FOUND` for everybody else: the administration has no public face."""
    if not reach_of(request.user).administers:
        raise Problem(Fault.NOT_FOUND)


@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """Every account with its roles in force, and the letters that wait."""
    _for_administrators(request)
    in_force = Prefetch("memberships", Membership.objects.permitted(request.user).in_force(), "in_force")
    persons = Person.objects.permitted(request.user).select_related("institution").prefetch_related(in_force)
    page = Paginator(persons.order_by("-is_active", "name", "pk"), PERSONS_PER_PAGE).get_page(request.GET.get("page"))
    invitations = Invitation.objects.permitted(request.user).open()
    return render(request, "accounts/person_list.html", {"page": page, "invitations": invitations})


@require_http_methods(["GET", "POST"])
def person_detail(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One account: its roles, and a form for a further one."""
    _for_administrators(request)
    verb = "manage" if request.method == "POST" else "view"
    person: Person = load(request.user, verb, Person.objects, pk=person_id)
    form = ScopeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_membership(person, form.cleaned_data["role"], form.scope(), by=request.user)
        messages.success(request, _("The role holds from now on."))
        return redirect("accounts:person", person_id=person.pk)
    memberships = Membership.objects.permitted(request.user).filter(person=person).in_force()
    own = person.pk == request.user.pk
    return render(
        request, "accounts/person.html", {"person": person, "form": form, "memberships": memberships, "own": own}
    )


@require_http_methods(["GET", "POST"])
def invitation_send(request: HttpRequest) -> HttpResponse:
    """Invite somebody by letter."""
    _for_administrators(request)
    form = InvitationForm(request.POST or None, initial={"language": "fr"})
    if request.method == "POST" and form.is_valid():
        fields = {name: form.cleaned_data[name] for name in ("email", "name", "institution", "language", "role")}
        invitation, secret = invite_person(**fields, scope=form.scope(), by=request.user)
        if send_invitation(invitation, _address(request, secret)):
            messages.success(request, _("The letter is on its way; it is valid for seven days."))
        else:
            messages.error(request, _("The letter could not be sent: withdraw the invitation and try again later."))
        return redirect("accounts:list")
    return render(request, "accounts/invitation_send.html", {"form": form})


def _address(request: HttpRequest, secret: str) -> str:
    path = reverse("accounts:accept", kwargs={"secret": secret})
    return f"{settings.FILON_ORIGIN}{path}" if settings.FILON_ORIGIN else request.build_absolute_uri(path)


@require_POST
def invitation_withdraw(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Take a letter back."""
    invitation: Invitation = load(request.user, "manage", Invitation.objects, pk=invitation_id)
    withdraw_invitation(invitation, by=request.user)
    messages.success(request, _("The letter opens nothing any more."))
    return redirect("accounts:list")


@require_POST
def membership_end(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """End a role."""
    membership: Membership = load(request.user, "manage", Membership.objects, pk=membership_id)
    end_membership(membership, by=request.user)
    messages.success(request, _("The role is ended."))
    return redirect("accounts:person", person_id=membership.person_id)


@require_POST
def person_switch(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Switch an account off, or on again."""
    person: Person = load(request.user, "manage", Person.objects, pk=person_id)
    if person.is_active:
        deactivate_person(person, by=request.user)
        messages.success(request, _("The account is off and signed out everywhere."))
    else:
        reactivate_person(person, by=request.user)
        messages.success(request, _("The account is on again."))
    return redirect("accounts:person", person_id=person.pk)


@require_POST
def person_sign_out(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """End every session of an account."""
    person: Person = load(request.user, "manage", Person.objects, pk=person_id)
    close_sessions(person, by=request.user)
    messages.success(request, _("The person is signed out everywhere."))
    return redirect("accounts:person", person_id=person.pk)


@require_http_methods(["GET", "POST"])
def institution_list(request: HttpRequest) -> HttpResponse:
    """The bodies for which persons act, and a form for a further one."""
    _for_administrators(request)
    form = InstitutionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fields = {**form.cleaned_data, "provinces": tuple(form.cleaned_data["provinces"])}
        add_institution(**fields, by=request.user)
        messages.success(request, _("The institution is on the list."))
        return redirect("accounts:institutions")
    institutions = Institution.objects.permitted(request.user).annotate(people=Count("persons"))
    return render(request, "accounts/institution_list.html", {"form": form, "institutions": institutions})


@require_safe
def health_page(request: HttpRequest) -> HttpResponse:
    """How the installation is."""
    _for_administrators(request)
    return render(request, "accounts/health.html", {"health": health()})


@require_safe
def label_list(request: HttpRequest) -> HttpResponse:
    """The words of the code lists in three languages; those in Swahili wait for native readers."""
    _for_administrators(request)
    found = labels()
    confirm = sum(bool(label.swahili) for label in found)
    return render(request, "accounts/label_list.html", {"labels": found, "confirm": confirm})
