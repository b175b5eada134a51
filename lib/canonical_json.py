"""One spelling of JSON, so that equal content has equal bytes and an equal digest."""

import hashlib
import json
import math
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID


def canonical(value: object) -> bytes:
    """Return `value` as UTF-8 JSON with sorted keys, NFC texts and no blanks; raises `ValueError` for NaN."""
    plain = _plain(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(value: object) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {str(_plain(str(key))): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(item) for item in value), key=canonical)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value


def _number(value: float) -> float | int:
    """Whole floats are written as integers: 1.0 and 1 are the same figure."""
    if not math.isfinite(value):
        raise ValueError("NaN and infinity have no JSON")
    return int(value) if value.is_integer() and abs(value) < 2**53 else value
