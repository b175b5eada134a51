"""Letters by e-mail, in the language of who reads them."""

import logging
import smtplib

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation

from .models import Invitation

log = logging.getLogger("filon.letters")


def send_invitation(invitation: Invitation, address: str) -> bool:
    """Send the letter with the `address` that opens the account; return whether the mail server took it."""
    with translation.override(invitation.language):
        text = render_to_string("accounts/letters/invitation.txt", {"invitation": invitation, "address": address})
    subject, _, body = text.strip().partition("\n")
    try:
        return send_mail(subject.strip(), body.strip() + "\n", None, [invitation.email]) == 1
    except (OSError, smtplib.SMTPException):
        log.exception("a letter could not be sent")
        return False
