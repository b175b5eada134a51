"""What an exchange answers, as JSON."""

from typing import Any

from .document import SCHEMA
from .exchange import Exchanged
from .log import in_base64


def as_json(done: Exchanged) -> dict[str, Any]:
    """The whole answer of one request."""
    answer: dict[str, Any] = {
        "epoch": done.epoch,
        "schema": SCHEMA,
        "received": done.received,
        "held": [{"hashes": hashes, "reason": reason} for reason, hashes in done.held.items() if hashes],
        "refused": [{"hashes": hashes, "reason": reason} for reason, hashes in done.refused.items() if hashes],
    }
    if done.update is not None:
        answer["update"] = in_base64(done.update)
    return answer


def as_messages(done: Exchanged) -> list[dict[str, Any]]:
    """The same about items alone, as messages of a socket."""
    told = as_json(done)
    messages = [{"type": "received", "hashes": done.received}] if done.received else []
    return messages + [{"type": kind, **one} for kind in ("held", "refused") for one in told[kind]]


def taken(done: Exchanged) -> list[str]:
    """Digests of what the server has, wherever it is kept: all that a device is told."""
    return sorted({*done.received, *(key for hashes in done.held.values() for key in hashes)})
