"""allauth's forms in our words: a label for every field, no placeholder, no link inside a field."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "password2": _("New password again"),
    "code": _("Code"),
}


class InOurWords:
    """Renames the fields of the form that it is mixed into."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)
            if name in ("login", "password"):
                field.help_text = ""


class SignInForm(InOurWords, account.LoginForm):  # type: ignore[misc]  # allauth has no types
    """Address and password."""


class ConfirmForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The password once more."""


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    """The present password, the new one twice."""


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    """The address that gets a letter."""


class NewPasswordForm(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth has no types
    """The new password twice, from the letter."""


class CodeForm(InOurWords, factor.AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """A code at the sign-in."""


class ConfirmCodeForm(InOurWords, factor.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """A code once more."""


class SetUpForm(InOurWords, totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """The first code."""
