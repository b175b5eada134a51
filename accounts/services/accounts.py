"""Opening, closing and keeping accounts."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q

from access.audit import record
from access.querysets import require
from access.reach import SYSTEM

from ..models import Institution, Person
from ..reach import forget_reach
from ..signals import reach_changed

UNUSED_UNTIL_OFF = timedelta(days=60)
OFF_UNTIL_ANONYMOUS = timedelta(days=365)
RETIRED_ADDRESS = "@retired.invalid"


def open_account(
    *,
    email: str,
    name: str,
    password: str | None,
    by: Any,
    institution: Institution | None = None,
    language: str = "fr",
) -> Person:
    """Return a new person who can sign in at once; the address counts as proven.

    For administrators and the built-in system; people get theirs by invitation. Recorded as `person.open`.
    """
    with transaction.atomic():
        person: Person = Person.objects.create_user(
            email, password, name=name, institution=institution, language=language
        )
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        record("person.open", person, by=by)
        require("manage", person, by=by)
    return person


def change_own_account(person: Person, *, by: Any, language: str, name: str | None = None) -> None:
    """Keep the person's own language and name; only the person may. Recorded as `person.edit`."""
    with transaction.atomic():
        require("edit", person, by=by)
        person.language = language
        person.name = name or person.name
        person.save(update_fields=["language", "name"])
        record("person.edit", person, by=by)


def deactivate_person(person: Person, *, by: Any) -> None:
    """The person cannot sign in any more and is signed out everywhere. For administrators, of others.

    Recorded as `person.deactivate`.
    """
    with transaction.atomic():
        require("manage", person, by=by)
        Person.objects.filter(pk=person.pk).update(is_active=False)
        person.is_active = False
        forget_reach(person)
        _end_sessions(person)
        record("person.deactivate", person, by=by)
        reach_changed.send(sender=None, person=person.pk)


def reactivate_person(person: Person, *, by: Any) -> None:
    """The person may sign in again, with the memberships that are still in force. Recorded as `person.reactivate`."""
    with transaction.atomic():
        require("manage", person, by=by)
        Person.objects.filter(pk=person.pk).update(is_active=True)
        person.is_active = True
        forget_reach(person)
        record("person.reactivate", person, by=by)


def close_sessions(person: Person, *, by: Any, but: str | None = None) -> int:
    """End the sessions of `person`, except the one with the key `but`; return how many there were.

    For the person and for administrators. Recorded as `person.close_sessions` with the count.
    """
    with transaction.atomic():
        require("edit" if getattr(by, "pk", None) == person.pk else "manage", person, by=by)
        count = _end_sessions(person, but)
        record("person.close_sessions", person, by=by, count=count)
    return count


def _end_sessions(person: Person, but: str | None = None) -> int:
    known = UserSession.objects.filter(user=person).exclude(session_key=but or "")
    keys = list(known.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    known.delete()
    return len(keys)


def retire_unused_accounts(now: datetime) -> tuple[int, int]:
    """Switch off accounts unused for 60 days and take the names off those unused for a year; return both counts.

    Run daily as the built-in system; recorded as `person.retire` for each.
    """
    with transaction.atomic():
        idle = _unused_since(now - UNUSED_UNTIL_OFF).filter(is_active=True)
        off = list(idle.select_for_update())
        for person in off:
            _retire(person)
        long_idle = _unused_since(now - OFF_UNTIL_ANONYMOUS).exclude(email__endswith=RETIRED_ADDRESS)
        nameless = list(long_idle.select_for_update())
        for person in nameless:
            _anonymise(person)
    return len(off), len(nameless)


def _unused_since(day: datetime) -> Any:
    return Person.objects.filter(Q(last_visit__lt=day) | Q(last_visit=None, created_at__lt=day))


def _retire(person: Person) -> None:
    person.is_active = False
    person.save(update_fields=["is_active"])
    _end_sessions(person)
    record("person.retire", person, by=SYSTEM)
    reach_changed.send(sender=None, person=person.pk)


def _anonymise(person: Person) -> None:
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    person.email = f"{person.pk}{RETIRED_ADDRESS}"
    person.name = ""
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["email", "name", "is_active", "password"])
    record("person.anonymise", person, by=SYSTEM)
