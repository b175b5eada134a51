"""Jobs of the workbook."""

import logging
from uuid import UUID

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from .compaction import fold
from .exchange import Exchanged
from .keeping import forget_archives

log = logging.getLogger("filon.workbook")
WOKEN_EVERY_SECONDS = 5


@shared_task(name="workbook.fold_updates")
def fold_updates(workshop: str, epoch: int) -> None:
    """Fold what waits; the rows themselves say what is to be done, so it may run twice or not at all."""
    fold(UUID(workshop), epoch)


@shared_task(name="workbook.forget_archives")
def forget_old_archives() -> None:
    """Once a day."""
    forget_archives(timezone.now())


def fold_soon(workshop: UUID, done: Exchanged) -> None:
    """Wake the folding up where enough waits, once in a while: a worker that was away finds one job, not thousands.

    What nobody can be woken for is folded after a later exchange.
    """
    if not done.crowded:
        return
    try:
        if cache.add(f"workbook:woken:{workshop.hex}:{done.epoch}", True, WOKEN_EVERY_SECONDS):
            fold_updates.delay(str(workshop), done.epoch)
    except Exception as fault:
        log.warning("nobody could be woken to fold updates: %s", type(fault).__name__)
