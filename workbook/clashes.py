"""Fields that two persons changed without having seen each other: the document keeps one value, the finding tells it.

A value that is set over another one names it in its bytes. So two values that name the same one (or none, under the
same key) were set side by side; when somebody later sets the field again, having seen one of them, it is settled.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from .document import ROOTS, Kind
from .models import Update, Workbook
from .projection import Finding, FindingCode
from .wire import ANY, DELETED, TYPE, Id, Written, writes

Spot = tuple[Id | str, str]
"""Parent and key."""

KEPT_AT_MOST = 8
"""Rooms of which a process remembers what was written; some megabytes each."""


@dataclass
class Seen:
    """What the updates of one document wrote so far."""

    epoch: int
    position: int = 0
    spots: dict[Id, Spot] = field(default_factory=dict)
    people: dict[Id, UUID | None] = field(default_factory=dict)
    after: dict[tuple[Spot, Id | None], list[Id]] = field(default_factory=lambda: defaultdict(list))
    waiting: list[tuple[Written, UUID | None]] = field(default_factory=list)

    def take(self, update: bytes, person: UUID | None) -> list[Written]:
        """Note what `update` writes, and give what is noted; what stands after something unknown waits for it."""
        noted: list[Written] = []
        self.waiting += [(written, person) for written in writes(update) if self._could_matter(written)]
        before = -1
        while before != len(self.waiting):
            before = len(self.waiting)
            now = [(it, by, self._note(it, by)) for it, by in self.waiting]
            noted += [it for it, _by, done in now if done]
            self.waiting = [(it, by) for it, by, done in now if not done]
        return noted

    def _could_matter(self, written: Written) -> bool:
        """Values and entries of maps, and what was one and is deleted; letters of a text never."""
        if written.ref == DELETED:
            return self._spot(written) is not None
        return written.ref in (ANY, TYPE)

    def _note(self, written: Written, person: UUID | None) -> bool:
        spot = self._spot(written)
        if spot is None:
            return written.key is None and written.after is None
        self.spots[written.id] = spot
        if written.ref == ANY:
            self.people[written.id] = person
            self.after[spot, written.after].append(written.id)
        return True

    def _spot(self, written: Written) -> Spot | None:
        """Where it stands: as it says, or where what it stands after does; None: in no map, or not known yet."""
        if written.parent is not None and written.key is not None:
            return written.parent, written.key
        return self.spots.get(written.after) if written.after else None


_seen: dict[UUID, Seen] = {}
_one_at_a_time = Lock()


def clashes_of(workbook: Workbook) -> list[Finding]:
    """Findings of fields that two persons changed at the same time and nobody set again since."""
    with _one_at_a_time:
        seen = seen_of(workbook)
        rows = Update.objects.filter(workshop=workbook.workshop_id, epoch=workbook.epoch, position__gt=seen.position)
        for position, person, payload in rows.order_by("position").values_list("position", "person", "payload"):
            seen.take(bytes(payload), person)
            seen.position = position
        return sorted(set(_findings(seen)))


def seen_of(workbook: Workbook) -> Seen:
    """What this process knows already of the document; the oldest are forgotten and read again when asked for."""
    seen = _seen.pop(workbook.pk, None)
    if seen is None or seen.epoch != workbook.epoch:
        seen = Seen(workbook.epoch)
    _seen[workbook.pk] = seen
    while len(_seen) > KEPT_AT_MOST:
        del _seen[next(iter(_seen))]
    return seen


def _findings(seen: Seen) -> list[Finding]:
    found = []
    for (spot, _after), ids in seen.after.items():
        people = {seen.people[it] for it in ids if seen.people[it] is not None}
        if len(people) < 2 or any(seen.after.get((spot, it)) for it in ids):
            continue
        entry = field_at(seen, spot)
        if entry is not None:
            found.append(Finding(FindingCode.CHANGED_BY_TWO, *entry))
    return found


def field_at(seen: Seen, spot: Spot) -> tuple[str, str, str] | None:
    """Root, id and key of a field; None for what two may change at once without harm: flags, ranks and the order."""
    parent, key = spot
    if isinstance(parent, str):
        return (parent, key, "") if parent in ROOTS and ROOTS[parent].scalar else None
    above = seen.spots.get(parent)
    if above is None or not isinstance(above[0], str) or above[0] not in ROOTS:
        return None
    known = ROOTS[above[0]].keys.get(key)
    return (above[0], above[1], key) if known is not None and known.kind != Kind.ORDER else None
