"""What came too late, in words, for whoever decides what becomes of it: all that one laptop wrote for one document."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from accounts.models import Device

from . import log
from .codes import HeldDecision, HeldReason
from .document import ROOTS, Kind
from .history import compared, names_of
from .models import HeldUpdate, Workbook

WORDS = (Kind.TEXT, Kind.LINE)
SHOWN_AT_MOST = 200
LAST = 2**62
Changes = list[dict[str, Any]]


@dataclass(frozen=True)
class Late:
    """What one laptop handed in for one document: `key` and `items` name it when somebody decides."""

    key: UUID
    items: int
    at: datetime
    reason: str
    person: str
    laptop: str
    entries: int
    words: tuple[str, ...]
    decision: str
    because: str
    admissible: bool


def arrivals(workbook: Workbook) -> list[list[HeldUpdate]]:
    """Held updates that belong together, the latest first: of one person, laptop and document, and decided alike."""
    rows = HeldUpdate.objects.filter(workshop=workbook.workshop_id).order_by("received_at", "pk")
    groups: dict[tuple[Any, ...], list[HeldUpdate]] = {}
    for row in rows:
        groups.setdefault((row.person, row.device_id, row.epoch, row.decided_at), []).append(row)
    return sorted(groups.values(), key=lambda it: it[-1].received_at, reverse=True)[:SHOWN_AT_MOST]


def late_of(workbook: Workbook) -> list[Late]:
    """What is held of a workbook, the latest first, as it would change the document that it was written for."""
    groups = arrivals(workbook)
    names = names_of({rows[0].person for rows in groups})
    laptops = dict(Device.objects.filter(pk__in={rows[0].device_id for rows in groups}).values_list("pk", "label"))
    return [_late(workbook, rows, names, laptops) for rows in groups]


def _late(workbook: Workbook, rows: list[HeldUpdate], names: dict[UUID, str], laptops: dict[UUID, str]) -> Late:
    first, last, changes = rows[0], rows[-1], changes_of(workbook, rows)
    told = {name for row in rows for name in row.entries}
    return Late(
        key=last.pk,
        items=len(rows),
        at=last.received_at,
        reason=str(HeldReason(last.reason).label),
        person=names.get(first.person, "") if first.person else "",
        laptop=laptops.get(first.device_id, "") if first.device_id else "",
        entries=len(changes) or len(told),
        words=tuple(word for change in changes for word in _words(change["entry"], change["changed"])),
        decision=str(HeldDecision(first.decision).label) if first.decision else "",
        because=first.decided_because,
        admissible=bool(changes) and not first.decision,
    )


def changes_of(workbook: Workbook, rows: Iterable[HeldUpdate]) -> Changes:
    """What `rows` together change in their document: each entry's keys with the old and the new value."""
    found = list(rows)
    kept = [change for row in found if row.changes is not None for change in row.changes]
    waiting = [bytes(row.payload) for row in found if row.changes is None]
    if not waiting:
        return kept
    before = log.state_at(workbook.workshop_id, found[0].epoch, LAST)
    return kept + compared(log.document(before), log.document(log.merged([before, *waiting])))


def keep_what_it_says(workbook: Workbook, without: Iterable[str]) -> None:
    """Held updates stay as what they say, without the entries `without`: their bytes, and their document, go."""
    struck = set(without)
    for rows in arrivals(workbook):
        kept = [it for it in changes_of(workbook, rows) if it["entry"] not in struck]
        first = rows[0]
        first.changes, first.payload = kept, log.NOTHING
        first.save(update_fields=["changes", "payload"])
        HeldUpdate.objects.filter(pk__in=[row.pk for row in rows[1:]]).update(changes=[], payload=log.NOTHING)


def _words(entry: str, changed: dict[str, list[object]]) -> list[str]:
    """New wording of an entry's texts and lines."""
    root = ROOTS.get(entry.partition("/")[0])
    keys = root.keys if root else {}
    texts = [after for name, (_before, after) in changed.items() if name in keys and keys[name].kind in WORDS]
    return [text for text in texts if isinstance(text, str) and text]
