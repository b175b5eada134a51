"""Refusing what a newer page writes: a document of a schema that this server does not know could not be read."""

from typing import Any

from pycrdt import Map

from . import log
from .document import SCHEMA
from .models import Update, Workbook
from .received import Item


def writes_newer_schema(workbook: Workbook, items: list[Item]) -> list[Item]:
    """Those of `items` with which the document would say a newer schema.

    Looked at in the document's beginning alone: the bytes of an update that overwrites a value do not hold its key,
    and loading the whole document for each would cost more than storing it.
    """
    begun = log.state_at(workbook.workshop_id, workbook.epoch, _first(workbook))
    return [item for item in items if _says_newer(begun, item)]


def _first(workbook: Workbook) -> int:
    """Position of the update with which the server made `meta`; nobody else writes there."""
    rows = Update.objects.filter(workshop=workbook.workshop_id, epoch=workbook.epoch)
    return rows.order_by("position").values_list("position", flat=True).first() or 0


def _says_newer(begun: bytes, item: Item) -> bool:
    document = log.document(begun)
    document.apply_update(item.payload)
    meta: Any = document.get("meta", type=Map)
    return any(_newer(meta[key]) for key in list(meta.keys()))


def _newer(entry: Any) -> bool:
    told = entry.get("schema") if isinstance(entry, Map) else None
    return told is not None and (not isinstance(told, int | float) or told > SCHEMA)
