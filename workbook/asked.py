"""Reading a request for an exchange from JSON."""

import base64
import binascii
from typing import Any
from uuid import UUID

from lib.problems import Fault, Problem

from .exchange import Asked

VECTOR_BYTES = 64 * 1024
GREATEST = 2**31 - 1


def read_request(told: Any) -> Asked:
    """Return what was asked; raises `Fault.BAD_JSON` for another shape than the contract's."""
    if not isinstance(told, dict):
        raise Problem(Fault.BAD_JSON)
    items = told.get("items", [])
    if not isinstance(items, list):
        raise Problem(Fault.BAD_JSON)
    numbers = _number(told.get("epoch")), _number(told.get("schema", 1))
    return Asked(*numbers, _vector(told.get("vector")), items, page_of(told.get("page")))


def page_of(told: Any) -> UUID | None:
    """How a page names itself; one that does not is not known again."""
    try:
        return UUID(told) if isinstance(told, str) else None
    except ValueError:
        return None


def _number(told: Any) -> int:
    if not isinstance(told, int) or isinstance(told, bool) or not 0 < told <= GREATEST:
        raise Problem(Fault.BAD_JSON)
    return told


def _vector(told: Any) -> bytes | None:
    """The state vector; None where the laptop asks for nothing, empty where it has nothing."""
    if told is None:
        return None
    if not isinstance(told, str) or len(told) > VECTOR_BYTES:
        raise Problem(Fault.BAD_JSON)
    try:
        return base64.b64decode(told, validate=True)
    except (binascii.Error, ValueError):
        raise Problem(Fault.BAD_JSON) from None
