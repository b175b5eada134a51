"""When rights, a workshop's stage or a session change, the connections concerned look again whether they may stay."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from accounts.signals import reach_changed
from claims.signals import statements_taken_back
from workshops.signals import workshop_moved

from .relay import ask_again, connections_of_person, connections_of_session, room_of, walls_of
from .services.striking import take_back_entries


@receiver(reach_changed)
def ask_connections_of_person(sender: object, person: UUID, **kwargs: Any) -> None:
    """A role was given or ended, an account switched off."""
    _after_commit(connections_of_person(person))


@receiver(workshop_moved)
def ask_connections_of_workshop(sender: object, workshop: UUID, **kwargs: Any) -> None:
    """A room was opened, closed or sent back."""
    _after_commit(room_of(workshop), walls_of(workshop))


@receiver(post_delete, sender=Session)
def ask_connections_of_session(sender: object, instance: Session, **kwargs: Any) -> None:
    """Somebody signed out, was signed out, or did not use a session for long."""
    _after_commit(connections_of_session(instance.session_key))


@receiver(statements_taken_back)
def take_back_in_workbook(sender: object, workshop: UUID, entries: set[UUID], by: Any, **kwargs: Any) -> None:
    """What somebody who was in the room had taken back is in no document and no frozen version any more."""
    take_back_entries(workshop, entries, by=by)


def _after_commit(*groups: str) -> None:
    transaction.on_commit(partial(ask_again, *groups), robust=True)
