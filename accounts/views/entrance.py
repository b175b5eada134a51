"""The first address, the language, the letter's address, and whether the server lives."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from access.querysets import load
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..forms import PasswordForm
from ..health import database_answers, queue_length
from ..landing import landing_of
from ..models import Person
from ..services import accept_invitation, change_own_account, invitation_at

LANGUAGE_COOKIE_SECONDS = 365 * 24 * 3600


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead each role to its job."""
    return redirect(landing_of(reach_of(request.user)))


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Change the language, of the account when somebody is signed in, and come back."""
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise Problem(Fault.BAD_REQUEST)
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    if request.user.is_authenticated:
        person: Person = load(request.user, "edit", Person.objects, pk=request.user.pk)
        change_own_account(person, by=request.user, language=language)
    translation.activate(language)
    response = redirect(back)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=LANGUAGE_COOKIE_SECONDS,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def invitation_accept(request: HttpRequest, secret: str) -> HttpResponse:
    """Let the holder of a letter choose a password; the sign-in follows, with its own safeguards."""
    invitation = invitation_at(secret)
    person = Person(email=invitation.email, name=invitation.name)
    translation.activate(invitation.language)
    form = PasswordForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        accept_invitation(secret, password=form.cleaned_data["password"])
        messages.success(request, _("Your account is open. Sign in with your address and the new password."))
        return redirect("account_login")
    return render(request, "accounts/invitation_accept.html", {"form": form, "invitation": invitation})


@login_not_required
@require_GET
def alive(request: HttpRequest) -> HttpResponse:
    """Whether the process answers."""
    return JsonResponse({"alive": True})


@login_not_required
@require_GET
def ready(request: HttpRequest) -> HttpResponse:
    """Whether the database and the queue answer too."""
    if not database_answers() or queue_length() is None:
        raise Problem(Fault.UNAVAILABLE)
    return JsonResponse({"ready": True})
