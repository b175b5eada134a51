"""What every request of a signed-in person passes: sign-in, idle end, language, second factor."""

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user, logout
from django.contrib.auth.middleware import AuthenticationMiddleware, LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from lib.answers import answer, wants_json
from lib.problems import Fault, Problem

from .signed_in import SECOND_FACTOR_SEEN, SEEN, SEEN_STEP_SECONDS, idle_end_of, needs_second_factor

GetResponse = Callable[[HttpRequest], HttpResponseBase]
ROUTES_BEFORE_SECOND_FACTOR = frozenset(
    (
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "account_reauthenticate",
        "account_logout",
        "set_language",
        "accounts:alive",
        "accounts:ready",
    )
)


class PersonMiddleware(AuthenticationMiddleware):
    """Whoever signed in with the session; the person came with it."""

    def process_request(self, request: HttpRequest) -> None:
        """Let the person be looked up when somebody asks."""
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: _person_of(request))  # type: ignore[assignment]  # lazy, but a person to whoever asks


def _person_of(request: Any) -> Any:
    """The person read with the session, under the conditions of Django's own look-up, which is asked in any doubt."""
    session = request.session
    key = session.get(SESSION_KEY)
    person = session.person
    if (
        person is not None
        and person.is_active
        and str(person.pk) == key
        and session.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
        and constant_time_compare(session.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash())
    ):
        return person
    return get_user(request)


class SignedInMiddleware(LoginRequiredMiddleware):
    """Every view is for signed-in persons unless it says otherwise."""

    def handle_no_permission(  # type: ignore[override]  # the base answers by redirecting alone
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        """Send people to the sign-in; tell programs."""
        if wants_json(request):
            return answer(request, Problem(Fault.SIGN_IN))
        return super().handle_no_permission(request, view_func)


class IdleEndMiddleware:
    """Ends a session that nobody used for a while; sooner for those who read everything."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Sign out after the idle end, else remember, once a minute, that somebody is there."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            now = int(time.time())
            seen = request.session.get(SEEN, now)
            if now - seen > idle_end_of(request.user).total_seconds():
                logout(request)
            elif SEEN not in request.session or now - seen >= SEEN_STEP_SECONDS:
                request.session[SEEN] = now
        return self.get_response(request)


class PersonLanguageMiddleware:
    """A signed-in person reads in the language of the account, whatever the browser prefers."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the person's language."""
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
        return self.get_response(request)


class SecondFactorMiddleware:
    """The secretariat and administrators set up a second factor before anything else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing to do before the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Send whoever lacks it to the set-up; programs are told."""
        person = request.user
        route = request.resolver_match.view_name if request.resolver_match else ""
        if not person.is_authenticated or route in ROUTES_BEFORE_SECOND_FACTOR or not needs_second_factor(person):
            return None
        if request.session.get(SECOND_FACTOR_SEEN) == str(person.pk):
            return None
        if is_mfa_enabled(person):
            request.session[SECOND_FACTOR_SEEN] = str(person.pk)
            return None
        return answer(request, Problem(Fault.SECOND_FACTOR)) if wants_json(request) else redirect("mfa_activate_totp")
