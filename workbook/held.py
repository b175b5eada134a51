"""What came too late, in words, for whoever decides what becomes of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pycrdt import Doc

from accounts.models import Device

from . import log
from .codes import HeldReason
from .document import ROOTS, Kind
from .history import compared, names_of
from .models import HeldUpdate, Workbook

WORDS = (Kind.TEXT, Kind.LINE)
SHOWN_AT_MOST = 200


@dataclass(frozen=True)
class Late:
    """One item: who handed it in when, why it is held, how many entries it touches and which words it has."""

    at: datetime
    reason: str
    person: str
    laptop: str
    entries: int
    words: tuple[str, ...]


def late_of(workbook: Workbook) -> list[Late]:
    """What is held of a workbook, the latest first, as it would change the document that it was written for."""
    rows = list(HeldUpdate.objects.filter(workshop=workbook.workshop_id).order_by("-received_at", "pk")[:SHOWN_AT_MOST])
    names = names_of({row.person for row in rows})
    laptops = dict(Device.objects.filter(pk__in={row.device_id for row in rows}).values_list("pk", "label"))
    documents = {epoch: _document(workbook, epoch) for epoch in {row.epoch for row in rows}}
    return [_late(row, names, laptops, documents[row.epoch]) for row in rows]


def _document(workbook: Workbook, epoch: int) -> bytes:
    return log.state_at(workbook.workshop_id, epoch, workbook.position)


def _late(row: HeldUpdate, names: dict[UUID, str], laptops: dict[UUID, str], before: bytes) -> Late:
    changes = compared(log.document(before), _with(before, bytes(row.payload)))
    return Late(
        at=row.received_at,
        reason=str(HeldReason(row.reason).label),
        person=names.get(row.person, "") if row.person else "",
        laptop=laptops.get(row.device_id, "") if row.device_id else "",
        entries=len(changes) or len(row.entries),
        words=tuple(word for change in changes for word in _words(change["entry"], change["changed"])),
    )


def _with(before: bytes, payload: bytes) -> "Doc[Any]":
    return log.document(log.merged([before, payload]))


def _words(entry: str, changed: dict[str, list[object]]) -> list[str]:
    """New wording of an entry's texts and lines."""
    keys = ROOTS[entry.partition("/")[0]].keys
    texts = [after for name, (_before, after) in changed.items() if name in keys and keys[name].kind in WORDS]
    return [text for text in texts if isinstance(text, str) and text]
