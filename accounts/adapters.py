"""What we ask of allauth: no public registration, sealed secrets, no way round the second factor, a trace."""

import base64
import hashlib
import logging
import smtplib
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from access.audit import record

from .models import Person
from .signed_in import needs_second_factor

log = logging.getLogger("filon.letters")


def display_name(person: Person) -> str:
    """The name that stands on screens."""
    return str(person)


class InvitationOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come by invitation."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The address or the password is not correct."),
        "too_many_login_attempts": _("Too many failed attempts. Wait five minutes, then try again."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("Type your present password."),
        "rate_limited": _("Too many requests. Wait a few minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator invites."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a letter; what it tells of has happened already, so a dead mail server only leaves a line in the log."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException):
            log.exception("a letter could not be sent")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again unless the sign-in itself was just now."""
        request = context.request
        records = get_authentication_records(request, request.user)
        latest = max((record["at"] for record in records), default=0)
        return bool(time.time() - latest >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in, and leave the trace."""
        super().login(request, user)
        record("person.sign_in", user, by=user)

    def set_password(self, user: Any, password: str) -> None:
        """Keep the new password, and leave the trace; every other session of the person ends with it."""
        super().set_password(user, password)
        record("person.password", user, by=user)


class SealedSecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Keeps the secrets of second factors sealed in the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not correct, or too old. Type the one that is shown now."),
        "cannot_delete_authenticator": _("Your role needs the second factor: it cannot be removed."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret with a key made from the installation's."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again."""
        return _seal().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Whoever must have a second factor cannot put it away."""
        return not needs_second_factor(authenticator.user)


def _seal() -> Fernet:
    key = hashlib.sha256(b"filon.second-factor:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
