"""Who changed what of an entry when, replayed from the log; and how two moments of the document differ."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from pycrdt import Doc, Map

from accounts.models import Person

from .clashes import Seen, field_at
from .document import ROOTS
from .models import Update
from .wire import ANY, Written

Plain = Any
SYSTEM_NAME = ""
CHANGES_AT_MOST = 500


def history_of(workshop: UUID, epoch: int, root: str, key: str) -> list[dict[str, Any]]:
    """Changes of one entry, the latest first: when, who (no name: the server itself), and each key's old and new value.

    After each update the entry itself is looked at. What was written without knowing of a value that was there already,
    and did not win, never shows in the entry; the update's bytes still have it: `overruled`, each key's written value
    and the one that stands.
    """
    changes: list[dict[str, Any]] = []
    doc: Doc[Any] = Doc()
    seen = Seen(epoch)
    before: Plain = None
    rows = Update.objects.filter(workshop=workshop, epoch=epoch).order_by("position")
    for person, at, payload in rows.values_list("person", "received_at", "payload").iterator(chunk_size=500):
        doc.apply_update(bytes(payload))
        after = entry_of(doc, root, key)
        lost = overruled(seen, seen.take(bytes(payload), person), root, key, after)
        if after != before or lost:
            changes.append({"person": person, "at": at, "changed": differences(before, after), "overruled": lost})
            before = after
    names = names_of({change["person"] for change in changes})
    latest = list(reversed(changes))[:CHANGES_AT_MOST]
    return [{**change, "person": names.get(change["person"], SYSTEM_NAME)} for change in latest]


def overruled(seen: Seen, written: list[Written], root: str, key: str, now: Plain) -> dict[str, list[Plain]]:
    """Key → the value that `written` sets in the entry and the other one that stands in it `now`."""
    spots = ((field_at(seen, seen.spots[it.id]), it) for it in written if it.ref == ANY)
    said = {spot[2]: plain(it.value) for spot, it in spots if spot and spot[:2] == (root, key)}
    standing = now if isinstance(now, dict) else {"": now}
    return {name: [value, standing.get(name)] for name, value in said.items() if standing.get(name) != value}


def entry_of(doc: "Doc[Any]", root: str, key: str) -> Plain:
    """One entry as plain values; None where it is not there."""
    entries: Any = doc.get(root, type=Map)
    return plain(entries[key]) if key in entries else None


def entries_of(doc: "Doc[Any]") -> dict[str, Plain]:
    """Every entry as plain values, by `root/id`."""
    found: dict[str, Plain] = {}
    for root in ROOTS:
        entries: Any = doc.get(root, type=Map)
        found |= {f"{root}/{key}": plain(entries[key]) for key in entries}
    return found


def compared(before: "Doc[Any]", after: "Doc[Any]") -> list[dict[str, Any]]:
    """Entries that differ between two documents, with each key's old and new value."""
    one, other = entries_of(before), entries_of(after)
    return [
        {"entry": name, "changed": differences(one.get(name), other.get(name))}
        for name in sorted(one.keys() | other.keys())
        if one.get(name) != other.get(name)
    ]


def differences(before: Plain, after: Plain) -> dict[str, list[Plain]]:
    """Key → old and new value; a plain number of a root of numbers stands under an empty key."""
    if not isinstance(before, dict | None) or not isinstance(after, dict | None):
        return {"": [before, after]}
    one, other = before or {}, after or {}
    return {key: [one.get(key), other.get(key)] for key in _keys(one, other) if one.get(key) != other.get(key)}


def names_of(people: set[UUID | None]) -> dict[UUID, str]:
    """Names of who wrote: told to the room and the secretariat alone."""
    return dict(Person.objects.filter(pk__in=[key for key in people if key]).values_list("pk", "name"))


def plain(value: Any) -> Plain:
    """Any value of a document as JSON can hold it."""
    if hasattr(value, "to_py"):
        value = value.to_py()
    if isinstance(value, dict):
        return {str(name): plain(it) for name, it in value.items()}
    if isinstance(value, list | tuple):
        return [plain(it) for it in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() else (value if value == value and abs(value) != float("inf") else None)
    return value if isinstance(value, str | int | bool | None) else None


def _keys(one: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    yield from sorted(one.keys() | other.keys())
