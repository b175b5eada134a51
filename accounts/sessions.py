"""Sessions kept in the database; a session is read together with the person who signed in with it."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from .identity import identity_of
from .models import Person


class SessionStore(DatabaseStore):
    """A session that remembers, for as long as its request lasts, whose it is."""

    person: Person | None = None

    def load(self) -> dict[str, Any]:
        """The content of the session; empty where it is over."""
        found = identity_of(self.session_key) if self.session_key else None
        if found is None:
            content: dict[str, Any] = super().load()
            return content
        self.person = found.person
        return self.decode(found.sealed)
