"""As whom a command acts: the person named, or the built-in system."""

from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from access.reach import SYSTEM
from accounts.models import Person


def person_named(email: str) -> Any:
    """Return the active person with that address; the system where none is named; else a `CommandError`."""
    if not email:
        return SYSTEM
    person = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    if person is None:
        raise CommandError(_("No active account has the address %(email)s.") % {"email": email})
    return person
