"""The one exchange: what a laptop hands in, and what it lacks, whichever way it comes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from access.audit import record_refusal
from access.querysets import can
from access.reach import Reach, reach_of
from accounts.models import Device
from accounts.reach import once_of_workshop
from lib.problems import Fault, Problem

from . import log
from .codes import HeldReason, RefusedReason
from .document import SCHEMA
from .limits import allowed
from .models import Workbook
from .received import ITEMS_AT_ONCE, Item, RefusedItem, read_item, told_hash
from .relay import relay
from .schemas import writes_newer_schema
from .seats import take_seat


@dataclass
class Exchanged:
    """What became of each item, and what the laptop lacks; `update` is absent where it may not have the document."""

    epoch: int
    received: list[str] = field(default_factory=list)
    held: dict[HeldReason, list[str]] = field(default_factory=dict)
    refused: dict[RefusedReason, list[str]] = field(default_factory=dict)
    update: bytes | None = None
    position: int = 0
    standing: HeldReason | None = None
    crowded: bool = False

    def refuse(self, reason: RefusedReason, hashes: Iterable[str]) -> None:
        """Note items that are not stored."""
        if known := [key for key in hashes if key]:
            self.refused.setdefault(reason, []).extend(known)

    def keep(self, reason: HeldReason, hashes: Iterable[str]) -> None:
        """Note items that are kept apart."""
        if known := list(hashes):
            self.held.setdefault(reason, []).extend(known)


@dataclass(frozen=True)
class Asked:
    """A request as it was read: numbers are plausible, the vector is bytes, items are still as told."""

    epoch: int
    schema: int
    vector: bytes | None
    items: list[Any]
    page: UUID | None = None


def exchange(
    workbook: Workbook, request: Asked, by: Any, *, device: Device | None = None, origin: str = ""
) -> Exchanged:
    """Store what is new of the items, and say what became of each; give what the vector lacks, when there is one.

    Twice or in any order, the result is the same: an item is known by the digest of its bytes. It is acknowledged
    only after the commit. What comes too late, or from somebody who once might and may no more, is held. `by` is
    the person; `device` the laptop whose token was shown instead of a session. Raises `Fault.NOT_FOUND` for
    whoever never wrote in this workshop.
    """
    answer = Exchanged(workbook.epoch)
    items = _sound(request, answer)
    size = sum(len(item.payload) for item in items)
    reach = reach_of(by)
    if items and not allowed(workbook.workshop_id, device.pk if device else reach.person, len(items), size):
        answer.refuse(RefusedReason.TOO_FAST, [item.hash for item in items])
        items = []
    with transaction.atomic():
        locked = Workbook.objects.select_for_update().get(pk=workbook.pk)
        answer.epoch, answer.standing = locked.epoch, standing(locked, reach, request.epoch)
        handed = log.Handed(reach.person, device.pk if device else None)
        _store(locked, request.epoch, items, handed, answer, origin)
        answer.crowded = bool(items) and log.crowded(locked)
    if request.vector is not None and answer.standing is None:
        whole = log.state(locked)
        answer.update, answer.position = lacking(whole.update, request.vector), whole.position
        if request.page is not None:
            take_seat(locked, request.page, reach.person)
    return answer


def standing(workbook: Workbook, reach: Reach, epoch: int) -> HeldReason | None:
    """Why what `reach` hands in for that epoch is kept apart; None where it becomes part of the document."""
    if not can(reach, "hand_in", workbook):
        if reach.person is None or not once_of_workshop(reach.person, workbook.workshop_id):
            record_refusal("write", Workbook, reach)
            raise Problem(Fault.NOT_FOUND)
        return HeldReason.ERASED if epoch < workbook.erased_before else HeldReason.RIGHTS
    if epoch < workbook.erased_before:
        return HeldReason.ERASED
    if not can(reach, "write", workbook):
        return HeldReason.CLOSED
    return HeldReason.EPOCH if epoch != workbook.epoch else None


def lacking(update: bytes, vector: bytes) -> bytes:
    """What of `update` a document with that state vector lacks. Raises `Fault.BAD_JSON` for bytes that are none."""
    try:
        return log.lacking(update, vector)
    except ValueError:
        raise Problem(Fault.BAD_JSON) from None


def _sound(request: Asked, answer: Exchanged) -> list[Item]:
    """The items that can be stored; the others are noted as refused."""
    told = request.items[:ITEMS_AT_ONCE]
    answer_later = [told_hash(it) for it in request.items[ITEMS_AT_ONCE:]]
    if answer_later:
        answer.refuse(RefusedReason.TOO_FAST, answer_later)
    if request.schema > SCHEMA:
        answer.refuse(RefusedReason.SCHEMA, [told_hash(it) for it in told])
        return []
    items: dict[str, Item] = {}
    for it in told:
        try:
            item = read_item(it)
            items[item.hash] = item
        except RefusedItem as refused:
            answer.refuse(refused.reason, [told_hash(it)])
    return list(items.values())


def _store(workbook: Workbook, epoch: int, items: list[Item], by: log.Handed, answer: Exchanged, origin: str) -> None:
    """Append or hold what is new; the caller holds the lock."""
    stored, held = log.known(workbook, [item.hash for item in items])
    answer.received.extend(sorted(stored))
    for key, reason in held.items():
        answer.keep(reason, [key])
    new = [item for item in items if item.hash not in stored and item.hash not in held]
    if answer.standing is not None:
        log.hold(workbook, epoch, new, by, answer.standing)
        answer.keep(answer.standing, [item.hash for item in new])
        return
    newer = writes_newer_schema(workbook, new) if new else []
    answer.refuse(RefusedReason.SCHEMA, [item.hash for item in newer])
    if known := [item for item in new if item not in newer]:
        rows = log.append(workbook, known, by)
        answer.received.extend(item.hash for item in known)
        transaction.on_commit(partial(relay, workbook.workshop_id, rows, origin), robust=True)
