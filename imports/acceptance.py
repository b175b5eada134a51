"""Codes for the places of a batch: thirty random bits each, none of them in use."""

import secrets
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from lib.ids import CODE_BITS, code_of

PROPOSED = "SELECT id FROM sites_place WHERE import_batch = %s AND status = 'PROPOSED' AND code IS NULL"
ACCEPT = """
UPDATE sites_place p SET status = 'ACCEPTED', accepted_at = %s, code = n.code, number = n.number
FROM unnest(%s::uuid[], %s::integer[], %s::text[]) AS n (id, number, code) WHERE p.id = n.id
"""


def accept_places(cursor: CursorWrapper, batch: UUID, now: datetime) -> int:
    """Accept the proposed places of the batch, each with a code of its own; return how many."""
    cursor.execute(PROPOSED, [batch])
    keys = [row[0] for row in cursor.fetchall()]
    numbers = free_numbers(cursor, len(keys))
    cursor.execute(ACCEPT, [now, keys, numbers, [code_of(number) for number in numbers]])
    return len(keys)


def free_numbers(cursor: CursorWrapper, count: int) -> list[int]:
    """Return `count` different random numbers of thirty bits that no place has."""
    cursor.execute("LOCK TABLE sites_place IN SHARE ROW EXCLUSIVE MODE")
    found: set[int] = set()
    while len(found) < count:
        drawn = [secrets.randbits(CODE_BITS) for _ in range(count - len(found))]
        found.update(set(drawn) - _taken(cursor, drawn))
    return list(found)


def _taken(cursor: CursorWrapper, numbers: Collection[int]) -> set[int]:
    cursor.execute("SELECT number FROM sites_place WHERE number = ANY(%s)", [list(numbers)])
    return {row[0] for row in cursor.fetchall()}
