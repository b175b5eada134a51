"""When a session ends and what it needs: asked at each request, and again for connections that outlast one."""

import time
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any, cast

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from access.reach import Audience, reach_of

from .models import Person

SEEN, SECOND_FACTOR_SEEN = "seen_at", "second_factor_seen"
SEEN_STEP_SECONDS = 60


def needs_second_factor(person: Any) -> bool:
    """Whether `person` reads or administers what could harm people: the secretariat and administrators."""
    reach = reach_of(person)
    return bool(settings.FILON_SECOND_FACTOR and (reach.audience == Audience.SECRETARIAT or reach.administers))


def idle_end_of(person: Any) -> timedelta:
    """How long a session of `person` may be unused."""
    reach = reach_of(person)
    strict = reach.audience == Audience.SECRETARIAT or reach.administers
    end: timedelta = settings.IDLE_END_OF_SECRETARIAT if strict else settings.IDLE_END
    return end


def person_of_session(key: str | None, *, active: bool = False) -> Person | None:
    """Return who is signed in by the session with that key now; None once it ended, idled out or lacks its factor.

    `active` notes that the person is there, as a request would.
    """
    if not key:
        return None
    session: Any = import_module(settings.SESSION_ENGINE).SessionStore(key)
    person = get_user(cast(HttpRequest, SimpleNamespace(session=session)))
    if not isinstance(person, Person) or _idle(session, person) or _lacks_second_factor(session, person):
        return None
    now = int(time.time())
    if active and now - session.get(SEEN, 0) >= SEEN_STEP_SECONDS:
        session[SEEN] = now
        session.save(must_create=False)
    return person


def _idle(session: Any, person: Person) -> bool:
    now = int(time.time())
    return now - int(session.get(SEEN, now)) > idle_end_of(person).total_seconds()


def _lacks_second_factor(session: Any, person: Person) -> bool:
    if not needs_second_factor(person) or session.get(SECOND_FACTOR_SEEN) == str(person.pk):
        return False
    return not is_mfa_enabled(person)
