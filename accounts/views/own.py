"""What a person keeps of the own account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.querysets import load
from access.reach import reach_of

from ..forms import OwnAccountForm
from ..landing import role_of
from ..models import Grant, Membership, Person
from ..services import change_own_account, close_sessions
from ..signed_in import needs_second_factor


@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """Name, language, roles, the way to password, second factor and sessions."""
    person: Person = load(request.user, "edit", Person.objects, pk=request.user.pk)
    form = OwnAccountForm(request.POST or None, initial={"name": person.name, "language": person.language})
    if request.method == "POST" and form.is_valid():
        change_own_account(person, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your account is saved."))
        return redirect("accounts:me")
    mine = {"person": person}
    context = {
        "form": form,
        "person": person,
        "role": role_of(reach_of(request.user)),
        "memberships": Membership.objects.filter(**mine).in_force(),
        "grants": Grant.objects.filter(**mine).in_force(),
        "needs_second_factor": needs_second_factor(request.user),
    }
    return render(request, "accounts/me.html", context)


@require_POST
def sessions_close(request: HttpRequest) -> HttpResponse:
    """End every other session of the person."""
    person: Person = load(request.user, "edit", Person.objects, pk=request.user.pk)
    close_sessions(person, by=request.user, but=request.session.session_key)
    messages.success(request, _("All other sessions are closed."))
    return redirect("usersessions_list")
