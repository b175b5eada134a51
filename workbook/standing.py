"""Whether a connection may open and stay: the session, the person, the rights and the room's stage, as they are now."""

from uuid import UUID

from access.audit import record_refusal
from access.querysets import can
from accounts.models import Person
from accounts.signed_in import person_of_session

from .codes import EndReason
from .models import Workbook

Standing = tuple[Person | None, EndReason | None]


def standing_of(session: str | None, workshop: UUID, verb: str, active: bool = False) -> Standing:
    """Who is signed in by `session`, and why a connection that needs `verb` ends; None where it may stay."""
    person = person_of_session(session, active=active)
    if person is None:
        return None, EndReason.SESSION
    workbook = Workbook.objects.filter(workshop=workshop).first()
    if workbook is None:
        return person, EndReason.RIGHTS
    if can(person, verb, workbook):
        return person, None
    return person, EndReason.CLOSED if can(person, "hand_in", workbook) else EndReason.RIGHTS


def note_refusal(person: Person | None, verb: str) -> None:
    """Leave the trace of a connection that was not opened."""
    record_refusal(verb, Workbook, person)
