"""The projection of a workbook as it is now, kept by position of the log so that many readers make it once."""

from threading import Lock
from uuid import UUID

from django.core.cache import cache
from django.db.models import CharField
from django.db.models.functions import Cast

from sites.models import Actor

from . import log
from .models import Workbook
from .projection import Projection, project, read

KEPT_SECONDS = 600
FORGOTTEN_EPOCHS = 3
_one_at_a_time = Lock()
"""Of this process: whoever waits finds what the other one has made."""


def projected(workbook: Workbook) -> Projection:
    """Records and findings of the document as it is now."""
    return _kept(workbook) or _made(workbook)


def _made(workbook: Workbook) -> Projection:
    with _one_at_a_time:
        kept = _kept(workbook)
        if kept is not None:
            return kept
        state = log.state(workbook)
        made = project(read(state.update), categories())
        cache.set(_key(workbook, state.position), made, KEPT_SECONDS)
    return made


def _kept(workbook: Workbook) -> Projection | None:
    kept = cache.get(_key(workbook, log.position_of(workbook)))
    return kept if isinstance(kept, Projection) else None


def forget_projections(workshop: UUID, epoch: int, position: int) -> None:
    """Nothing that was kept of documents before `epoch` is left; those are of the last minutes."""
    keys = [
        f"workbook:projected:{workshop.hex}:{before}:{at}"
        for before in range(max(0, epoch - FORGOTTEN_EPOCHS), epoch)
        for at in range(position + 1)
    ]
    for first in range(0, len(keys), 1_000):
        cache.delete_many(keys[first : first + 1_000])


def _key(workbook: Workbook, position: int) -> str:
    return f"workbook:projected:{workbook.workshop_id.hex}:{workbook.epoch}:{position}"


def categories() -> dict[str, str]:
    """Category of every actor of the registers: what is about the State is kept from the plenary."""
    rows = Actor.objects.annotate(key=Cast("pk", CharField()))
    return dict(rows.values_list("key", "category"))
