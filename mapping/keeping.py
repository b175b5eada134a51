"""Layers kept on the server: by audience, provinces and the marks of changes, so that nothing stale is served."""

import gzip
from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import connection
from django.utils.translation import get_language

from access.reach import Audience, Reach

from .layers import base_layer
from .placing import shared_reach

KEPT_SECONDS = 24 * 3600
GZIP_LEVEL = 6
T = TypeVar("T", list[dict[str, Any]], list[str])
MOST_MARKS, KEPT_MARKS = 500, 50
"""Marks of changes beyond which some are dropped and a new one is set: what is left may have been a version before."""


def content_version() -> str:
    """Return a text that differs after every committed change of what maps are made from."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), coalesce(sum(mark), 0) FROM mapping_change")
        count, total = cursor.fetchone()
        if count > MOST_MARKS:
            cursor.execute(
                "DELETE FROM mapping_change WHERE mark IN"
                " (SELECT mark FROM mapping_change LIMIT %s FOR UPDATE SKIP LOCKED);"
                "INSERT INTO mapping_change VALUES (floor(random() * 9e15)::bigint) ON CONFLICT DO NOTHING",
                [count - KEPT_MARKS],
            )
    return f"{count}.{total}"


def key_of(reach: Reach) -> str:
    """Return who shares a layer: audience, provinces, language; for a ministry its institution too."""
    provinces = "all" if reach.provinces is None else ",".join(reach.provinces)
    institution = reach.institution if reach.audience == Audience.MINISTRY else ""
    return sha256(f"{reach.audience}|{provinces}|{institution}|{get_language()}".encode()).hexdigest()[:32]


def is_shared(reach: Reach) -> bool:
    """Whether the reach has nothing of its own: own workshops and grants enter no cache."""
    return not reach.workshops and not reach.granted


def current_base(reach: Reach) -> tuple[str, bytes]:
    """Return the hash and the compressed bytes of the base layer of the reach's audience and provinces as it is now."""
    address = f"map:base:{key_of(shared_reach(reach))}:{content_version()}"
    kept: tuple[str, bytes] | None = cache.get(address)
    if kept is None:
        text, digest = base_layer(reach)
        kept = digest, _packed(text)
        cache.set(address, kept, KEPT_SECONDS)
    return kept


def kept_layer(name: str, reach: Reach, make: Callable[[], str]) -> bytes:
    """Return the compressed bytes of a layer, made anew when anything changed or when the reach has rows of its own."""
    if not is_shared(reach):
        return _packed(make())
    address = f"map:{name}:{key_of(reach)}:{content_version()}"
    kept: bytes | None = cache.get(address)
    if kept is None:
        kept = _packed(make())
        cache.set(address, kept, KEPT_SECONDS)
    return kept


def kept_words(name: str, reach: Reach, make: Callable[[], T]) -> T:
    """Return what `make` tells of a layer's rows in plain words and figures, kept under the same marks as the layer."""
    if not is_shared(reach):
        return make()
    address = f"map:{name}:{key_of(reach)}:{content_version()}"
    kept: T | None = cache.get(address)
    if kept is None:
        kept = make()
        cache.set(address, kept, KEPT_SECONDS)
    return kept


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), GZIP_LEVEL, mtime=0)
