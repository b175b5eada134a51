"""One item of an outbox on its way in: its shape, its size, and whether its bytes are an update and nothing else."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc

from .codes import RefusedReason
from .document import ROOTS

ITEM_BYTES = 256 * 1024
ITEMS_AT_ONCE = 200
ENTRIES_OF_ITEM = 2_000
ENTRY_CHARACTERS = 160
FEWEST_BYTES = 3
HASH = re.compile(r"[0-9a-f]{64}")
ENTRY = re.compile(r"([a-z]+)/([^\x00-\x1f\ud800-\udfff]+)")


@dataclass(frozen=True)
class Item:
    """Bytes that are a sound update, their digest, and the entries that they touch as the laptop tells."""

    hash: str
    payload: bytes
    entries: tuple[str, ...] = ()


class RefusedItem(Exception):
    """An item that is not stored, with its reason."""

    def __init__(self, reason: RefusedReason) -> None:
        super().__init__(reason)
        self.reason = reason


def item_of(update: bytes, entries: tuple[str, ...] = ()) -> Item:
    """An item made here."""
    return Item(hashlib.sha256(update).hexdigest(), update, entries)


def read_item(told: Any) -> Item:
    """Return the item that `told` is; raises `RefusedItem`."""
    if not isinstance(told, dict) or not isinstance(told.get("update"), str) or not told_hash(told):
        raise RefusedItem(RefusedReason.MALFORMED)
    if len(told["update"]) > ITEM_BYTES * 4 // 3 + 4:
        raise RefusedItem(RefusedReason.TOO_LARGE)
    try:
        payload = base64.b64decode(told["update"], validate=True)
    except (binascii.Error, ValueError):
        raise RefusedItem(RefusedReason.MALFORMED) from None
    if hashlib.sha256(payload).hexdigest() != told["hash"] or not is_update(payload):
        raise RefusedItem(RefusedReason.MALFORMED)
    return Item(told["hash"], payload, _entries(told.get("entries")))


def told_hash(told: Any) -> str:
    """The digest by which a laptop knows its item; empty where it told none."""
    value = told.get("hash") if isinstance(told, dict) else None
    return value if isinstance(value, str) and HASH.fullmatch(value) else ""


def is_update(payload: bytes) -> bool:
    """Whether `payload` is one whole update and not a byte more.

    The decoder leaves what follows an update unread (300 bytes of 0x01 begin with one), and merging with such bytes
    can give a state that nobody can decode. An update says where it ends: without its last byte it is none.
    """
    return len(payload) >= FEWEST_BYTES and applies(payload) and not applies(payload[:-1])


def applies(payload: bytes) -> bool:
    """Whether an empty document takes `payload`."""
    try:
        Doc[Any]().apply_update(payload)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a decoder that panics raises what is no Exception
        return False
    return True


def _entries(told: Any) -> tuple[str, ...]:
    """What of the told entries can be one; they help to find, nothing is decided by them."""
    if not isinstance(told, list):
        return ()
    texts = [it for it in told[:ENTRIES_OF_ITEM] if isinstance(it, str) and len(it) <= ENTRY_CHARACTERS]
    found = [(text, ENTRY.fullmatch(text)) for text in texts]
    return tuple(dict.fromkeys(text for text, match in found if match and match[1] in ROOTS))
