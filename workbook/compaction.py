"""Folding what has come in into the merged state, so that a late joiner gets one short answer."""

import logging
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from .log import NOTHING, merged
from .models import MergedState, Update
from .received import applies

log = logging.getLogger("filon.workbook")
FOLDED_AT_ONCE = 2_000


def fold_all(workshop: UUID, epoch: int) -> None:
    """Fold until nothing waits. Raises `RuntimeError` where something cannot be folded: then nothing may go."""
    while fold(workshop, epoch):
        pass
    if Update.objects.filter(workshop=workshop, epoch=epoch, folded_at=None).exists():
        raise RuntimeError("updates of a workbook wait and cannot be folded")


def fold(workshop: UUID, epoch: int) -> int:
    """Merge the waiting updates of one epoch into its merged state; return how many.

    Exactly the rows that were read are merged and marked, in one transaction: killed at any moment, nothing has
    happened. Writers do not wait: their rows come later or were read. A merge that cannot be decoded is not stored.
    """
    with transaction.atomic():
        state, _ = MergedState.objects.get_or_create(workshop_id=workshop, epoch=epoch, defaults={"payload": NOTHING})
        state = MergedState.objects.select_for_update().get(pk=state.pk)
        waiting = Update.objects.filter(workshop=workshop, epoch=epoch, folded_at=None).order_by("position")
        rows = list(waiting.values_list("pk", "payload", "position")[:FOLDED_AT_ONCE])
        if not rows:
            return 0
        folded = merged([bytes(state.payload), *(bytes(payload) for _, payload, _ in rows)])
        if not applies(folded):
            log.error("the updates of a workbook cannot be folded")
            return 0
        state.payload, state.position = folded, rows[-1][2]
        state.save(update_fields=["payload", "position"])
        Update.objects.filter(pk__in=[key for key, _, _ in rows]).update(folded_at=timezone.now())
    return len(rows)
