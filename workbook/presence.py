"""Who is in a workbook now, across processes: one entry per connection, which expires unless it is renewed."""

import json
import time
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from redis import Redis

EXPIRES_AFTER_SECONDS = 50
WORD_CHARACTERS = 160


@dataclass(frozen=True)
class Here:
    """One connection: its number, the person's name, and where the person is as the page tells."""

    you: int
    name: str
    group: str = ""
    station: str = ""
    entry: str = ""


def renew(workshop: UUID, here: Here) -> None:
    """The connection is there for another while."""
    until, told = _keys(workshop)
    pipe = _redis(_address()).pipeline()
    pipe.zadd(until, {str(here.you): time.time() + EXPIRES_AFTER_SECONDS})
    pipe.hset(told, str(here.you), json.dumps(asdict(here)))
    pipe.expire(until, 2 * EXPIRES_AFTER_SECONDS)
    pipe.expire(told, 2 * EXPIRES_AFTER_SECONDS)
    pipe.execute()


def leave(workshop: UUID, you: int) -> None:
    """The connection is gone."""
    until, told = _keys(workshop)
    _take_out(until, told, [str(you)])


def here(workshop: UUID) -> list[dict[str, Any]]:
    """Who is there, by connection; what has expired is taken out."""
    until, told = _keys(workshop)
    redis = _redis(_address())
    gone: Any = redis.zrangebyscore(until, "-inf", time.time())
    if gone:
        _take_out(until, told, gone)
    rows: Any = redis.hvals(told)
    return sorted((json.loads(row) for row in rows), key=lambda row: int(row["you"]))


def word(told: Any) -> str:
    """One word of where somebody is, as long as a word may be."""
    return told[:WORD_CHARACTERS] if isinstance(told, str) else ""


def show(workshop: UUID, shown: dict[str, str]) -> None:
    """Keep what the wall shows, for walls that open later."""
    _redis(_address()).set(f"{_prefix()}:workbook:shown:{workshop.hex}", json.dumps(shown), ex=7 * 24 * 3600)


def shown(workshop: UUID) -> dict[str, str]:
    """What the wall shows; nothing said yet: empty words."""
    kept: Any = _redis(_address()).get(f"{_prefix()}:workbook:shown:{workshop.hex}")
    found: dict[str, str] = json.loads(kept) if kept else {"station": "", "branch": ""}
    return found


def _take_out(until: str, told: str, connections: list[str]) -> None:
    pipe = _redis(_address()).pipeline()
    pipe.zrem(until, *connections)
    pipe.hdel(told, *connections)
    pipe.execute()


def _keys(workshop: UUID) -> tuple[str, str]:
    return (f"{_prefix()}:workbook:until:{workshop.hex}", f"{_prefix()}:workbook:here:{workshop.hex}")


def _prefix() -> str:
    return str(settings.CACHES["default"]["KEY_PREFIX"])


def _address() -> str:
    return str(settings.CACHES["default"]["LOCATION"])


@lru_cache(maxsize=4)
def _redis(address: str) -> "Redis":
    return Redis.from_url(address, decode_responses=True, socket_timeout=5)
