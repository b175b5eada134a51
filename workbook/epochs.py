"""Beginning a document anew from what another one says: the same live entries under the same ids, and no past."""

from functools import partial
from typing import Any

from django.db import transaction
from pycrdt import Doc, Map, Text

from . import log
from .beginning import META
from .document import REMOVED_AT, ROOTS, SCHEMA, Kind
from .models import Workbook
from .projection import Document
from .received import Item, item_of
from .relay import ask_again, room_of, walls_of


def begin_epoch(workbook: Workbook, document: Document) -> Workbook:
    """The workbook has its next epoch, begun with the live entries of `document`; return it as it is then.

    The caller holds the lock. Connections are told after the commit; what laptops still write for an earlier epoch
    is held. Earlier updates stay as they are.
    """
    Workbook.objects.filter(pk=workbook.pk).update(epoch=workbook.epoch + 1)
    workbook.refresh_from_db()
    log.append(workbook, begun(document, workbook.epoch), log.Handed())
    workbook.refresh_from_db()
    transaction.on_commit(
        partial(ask_again, room_of(workbook.workshop_id), walls_of(workbook.workshop_id)), robust=True
    )
    return workbook


def begun(document: Document, epoch: int) -> list[Item]:
    """Two updates: what document it is, then its entries; a newer page is recognised in the first one alone."""
    doc: Doc[Any] = Doc()
    doc.get("meta", type=Map)[META] = Map({"schema": SCHEMA, "epoch": epoch})
    first, seen = doc.get_update(), doc.get_state()
    names: list[str] = []
    with doc.transaction():
        for root in sorted(document):
            if root != "meta":
                names += _write(doc.get(root, type=Map), root, document[root])
    return [item_of(first, (f"meta/{META}",)), *([item_of(doc.get_update(seen), tuple(names))] if names else [])]


def _write(held: Any, root: str, entries: Any) -> list[str]:
    """Write the live entries of one root; return their names."""
    written = []
    for key, entry in entries.items() if isinstance(entries, dict) else ():
        if isinstance(entry, dict) and entry.get(REMOVED_AT):
            continue
        held[key] = Map(_values(root, entry)) if isinstance(entry, dict) else entry
        written.append(f"{root}/{key}")
    return written


def _values(root: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Values as they are; texts, also empty ones, as shared texts, which only the entry's maker may make."""
    keys = ROOTS[root].keys if root in ROOTS else {}
    texts = {name: Text(str(entry.get(name) or "")) for name, it in keys.items() if it.kind == Kind.TEXT}
    return texts | {name: value for name, value in entry.items() if name not in texts}
