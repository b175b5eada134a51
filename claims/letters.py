"""Letters about claims: that something waits, never what it says."""

import logging
import smtplib
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from accounts.codes import Role
from accounts.models import Membership, Person

log = logging.getLogger("filon.letters")


def tell_room(workshop: UUID) -> int:
    """Tell who facilitates `workshop` that statements were sent back; return how many letters the mail server took.

    The letter names neither workshop nor place nor number: who reads it over somebody's shoulder learns nothing.
    """
    facilitating = Membership.objects.filter(role=Role.FACILITATOR, workshop=workshop).in_force()
    people = Person.objects.active().filter(pk__in=facilitating.values("person"))
    return sum(_tell(person, "sent_back") for person in people)


def tell_secretariat() -> int:
    """Tell each of the secretariat that somebody asks something, in the same words whatever is asked, and by whom."""
    answering = Membership.objects.filter(role=Role.SECRETARIAT).in_force()
    people = Person.objects.active().filter(pk__in=answering.values("person"))
    return sum(_tell(person, "asked") for person in people)


def tell_asker(person: UUID) -> int:
    """Tell who asked for a rectification that there is an answer; the answer stands in Filon alone."""
    return sum(_tell(one, "answered") for one in Person.objects.active().filter(pk=person))


def _tell(person: Person, letter: str) -> int:
    with translation.override(person.language):
        address = settings.FILON_ORIGIN + reverse("home")
        text = render_to_string(f"claims/letters/{letter}.txt", {"name": person.name, "address": address})
    subject, _, body = text.strip().partition("\n")
    try:
        return send_mail(subject.strip(), body.strip() + "\n", None, [person.email])
    except (OSError, smtplib.SMTPException):
        log.exception("a letter could not be sent")
        return 0
