"""How much one person may hand in within a minute: far more than hands can type, far less than would fill a disk."""

import logging
import time
from uuid import UUID

from django.core.cache import cache

log = logging.getLogger("filon.workbook")
ITEMS_PER_MINUTE = 3_000
BYTES_PER_MINUTE = 16 * 1024 * 1024
MINUTE = 60


def allowed(workshop: UUID, who: UUID | None, items: int, size: int) -> bool:
    """Whether `who` may hand in so much more now; the built-in system always may."""
    if who is None:
        return True
    minute = int(time.time()) // MINUTE
    used = [
        _counted(f"workbook:{name}:{workshop.hex}:{who.hex}:{minute}", more)
        for name, more in (("items", items), ("bytes", size))
    ]
    return used[0] <= ITEMS_PER_MINUTE and used[1] <= BYTES_PER_MINUTE


def _counted(key: str, more: int) -> int:
    """What was used with this; where nobody can count, nobody is stopped: words come first."""
    try:
        cache.add(key, 0, 2 * MINUTE)
        return int(cache.incr(key, more))
    except Exception as fault:
        log.warning("rates of the workbook are not counted: %s", type(fault).__name__)
        return 0
