"""From the bytes of a document to plain values: root → id → entry, nothing left out yet."""

import json
from typing import Any

from pycrdt import Doc, Map

Document = dict[str, Any]
"""Root → id → key → value, as a browser may have left it: nothing about it is certain."""


def read(update: bytes) -> Document:
    """Return the document that `update` makes, as plain values; texts are strings, NaN and infinity are nothing.

    Raises `ValueError` for bytes that are no update at all.
    """
    document: Doc[Any] = Doc()
    document.apply_update(update)
    return {name: _plain(document.get(name, type=Map)) for name in sorted(document.keys())}


def _plain(root: "Map[Any]") -> Any:
    """The text that the engine writes is read much faster than its values one by one."""
    try:
        return json.loads(str(root))
    except RecursionError:
        return {key: _shallow(root[key]) for key in list(root.keys())}


def _shallow(value: Any) -> Any:
    """One entry of a root of which another one is nested without end."""
    try:
        return json.loads(str(value)) if isinstance(value, Map) else None
    except RecursionError:
        return None
