"""The log of a workbook: what is stored, and what is read from it as bytes, without loading a document."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Func, IntegerField, Sum
from django.db.models.functions import Coalesce
from pycrdt import Doc, get_state, get_update, merge_updates

from .codes import HeldReason
from .models import HeldUpdate, MergedState, Update, Workbook
from .received import Item

NOTHING = b"\x00\x00"
"""The update that changes nothing."""

UNFOLDED_AT_MOST = 200
UNFOLDED_BYTES_AT_MOST = 1024 * 1024


@dataclass(frozen=True)
class Handed:
    """Who hands in, and on which laptop."""

    person: UUID | None = None
    device: UUID | None = None


@dataclass(frozen=True)
class State:
    """The document as one update, up to a position of the log."""

    update: bytes
    position: int


def known(workbook: Workbook, hashes: Iterable[str]) -> tuple[set[str], dict[str, HeldReason]]:
    """Of `hashes`, those that the log has, and those that are held with their reason."""
    asked = {"workshop": workbook.workshop_id, "hash__in": list(hashes)}
    held = HeldUpdate.objects.filter(**asked).values_list("hash", "reason")
    stored = set(Update.objects.filter(**asked).values_list("hash", flat=True))
    return stored, {key: HeldReason(reason) for key, reason in held}


def append(workbook: Workbook, items: list[Item], by: Handed) -> list[Update]:
    """Store `items` in the order given and return their rows; the caller holds the lock of the workbook."""
    rows = [
        Update(position=workbook.position + number, **_handed_in(workbook, item, by))
        for number, item in enumerate(items, start=1)
    ]
    Update.objects.bulk_create(rows)
    Workbook.objects.filter(pk=workbook.pk).update(position=workbook.position + len(rows))
    return rows


def hold(workbook: Workbook, epoch: int, items: list[Item], by: Handed, reason: HeldReason) -> None:
    """Keep `items` apart; the caller holds the lock of the workbook.

    Of what was written for an erased document no byte is kept: only that something came, of which entries.
    """
    emptied = {"payload": NOTHING, "changes": []} if reason == HeldReason.ERASED else {}
    HeldUpdate.objects.bulk_create(
        HeldUpdate(reason=reason, **_handed_in(workbook, item, by) | {"epoch": epoch} | emptied) for item in items
    )


def _handed_in(workbook: Workbook, item: Item, by: Handed) -> dict[str, Any]:
    return {
        "workshop_id": workbook.workshop_id,
        "epoch": workbook.epoch,
        "hash": item.hash,
        "payload": item.payload,
        "entries": list(item.entries),
        "person": by.person,
        "device_id": by.device,
    }


def state(workbook: Workbook) -> State:
    """The whole document of the workbook's epoch: the merged state and what came since, read in one statement."""
    pieces = list(_pieces(workbook.workshop_id, workbook.epoch))
    return State(merged(payload for payload, _position in pieces), max((at for _, at in pieces), default=0))


def position_of(workbook: Workbook) -> int:
    """Position of the last update of the workbook, as it is now."""
    return Workbook.objects.values_list("position", flat=True).get(pk=workbook.pk)


def state_at(workshop: UUID, epoch: int, position: int) -> bytes:
    """The document as it was at a position, from the rows of the log themselves."""
    rows = Update.objects.filter(workshop=workshop, epoch=epoch, position__lte=position)
    return merged(bytes(payload) for payload in rows.values_list("payload", flat=True))


def lacking(update: bytes, vector: bytes) -> bytes:
    """What of `update` a document with that state vector lacks."""
    return get_update(update, vector) if vector else update


def since(workshop: UUID, epoch: int, position: int) -> list[tuple[int, bytes]]:
    """Positions and bytes after a position."""
    rows = Update.objects.filter(workshop=workshop, epoch=epoch, position__gt=position)
    return [(at, bytes(payload)) for at, payload in rows.values_list("position", "payload")]


def document(update: bytes) -> "Doc[Any]":
    """The document that `update` makes; to read, or to write a new update against it, never to store it."""
    loaded: Doc[Any] = Doc()
    loaded.apply_update(update)
    return loaded


def vector_of(update: bytes) -> bytes:
    """The state vector of `update`."""
    return get_state(update)


def crowded(workbook: Workbook) -> bool:
    """Whether so much waits to be folded that it should be done."""
    size = Func(F("payload"), function="octet_length", output_field=IntegerField())
    waiting = _unfolded(workbook.workshop_id, workbook.epoch)
    found = waiting.aggregate(rows=Count("pk"), size=Coalesce(Sum(size), 0))
    return bool(found["rows"] >= UNFOLDED_AT_MOST or found["size"] >= UNFOLDED_BYTES_AT_MOST)


def merged(pieces: Iterable[bytes]) -> bytes:
    """One update made of `pieces`; what waits for a part that comes later stays in it."""
    found = [bytes(piece) for piece in pieces]
    return merge_updates(*found) if found else NOTHING


def in_base64(payload: bytes) -> str:
    """Bytes as they stand in a message."""
    return base64.b64encode(payload).decode()


def _unfolded(workshop: UUID, epoch: int) -> Any:
    return Update.objects.filter(workshop=workshop, epoch=epoch, folded_at=None)


def _pieces(workshop: UUID, epoch: int) -> Iterator[tuple[bytes, int]]:
    """The merged state and what is not in it; one statement, so that a compaction in between hides nothing."""
    columns = ("payload", "position")
    folded = MergedState.objects.filter(workshop=workshop, epoch=epoch).order_by().values_list(*columns)
    waiting = _unfolded(workshop, epoch).order_by().values_list(*columns)
    for payload, position in folded.union(waiting, all=True):
        yield bytes(payload), position
