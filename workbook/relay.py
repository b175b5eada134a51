"""Telling the other connections, in whichever process they are; at most once, so nobody relies on it alone."""

import base64
import hashlib
import logging
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

from .models import Update

log = logging.getLogger("filon.workbook")


def room_of(workshop: UUID) -> str:
    """The group of lead and note-takers of a workshop."""
    return f"workbook.{workshop.hex}"


def walls_of(workshop: UUID) -> str:
    """The group of what only looks on."""
    return f"workbook.wall.{workshop.hex}"


def connections_of_person(person: UUID) -> str:
    """The group of a person's connections."""
    return f"workbook.person.{person.hex}"


def connections_of_session(key: str) -> str:
    """The group of a session's connections; the key itself is a secret."""
    return f"workbook.session.{hashlib.sha256(key.encode()).hexdigest()[:40]}"


def relay(workshop: UUID, rows: Iterable[Update], origin: str) -> None:
    """Tell every connection of the room what was stored; `origin` is the one that has it already."""
    told = [
        (room_of(workshop), {"type": "workbook.update", "position": row.position, "update": told, "origin": origin})
        for row, told in ((row, base64.b64encode(bytes(row.payload)).decode()) for row in rows)
    ]
    _tell([*told, (walls_of(workshop), {"type": "workbook.changed"})])


def ask_again(*groups: str) -> None:
    """Let connections look again whether they may stay."""
    _tell([(group, {"type": "workbook.check"}) for group in groups])


def _tell(messages: list[tuple[str, dict[str, Any]]]) -> None:
    """Send messages to groups. What is stored is stored: where nobody can be told, they find out themselves."""
    try:
        async_to_sync(_send)(messages)
    except Exception as fault:
        log.warning("connections could not be told: %s", type(fault).__name__)


async def _send(messages: list[tuple[str, dict[str, Any]]]) -> None:
    """One after the other over one connection: from a thread each connection is opened anew."""
    layer = get_channel_layer()
    for group, message in messages:
        await layer.group_send(group, message)
