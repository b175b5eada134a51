"""The projection of a workbook as it is now, kept by position of the log so that many readers make it once."""

from django.core.cache import cache
from django.db.models import CharField
from django.db.models.functions import Cast

from sites.models import Actor

from . import log
from .models import Workbook
from .projection import Projection, project, read

KEPT_SECONDS = 600


def projected(workbook: Workbook) -> Projection:
    """Records and findings of the document as it is now."""
    now = log.position_of(workbook)
    key = f"workbook:projected:{workbook.workshop_id.hex}:{workbook.epoch}:{now}"
    kept = cache.get(key)
    if isinstance(kept, Projection):
        return kept
    state = log.state(workbook)
    made = project(read(state.update), categories())
    cache.set(key.rsplit(":", 1)[0] + f":{state.position}", made, KEPT_SECONDS)
    return made


def categories() -> dict[str, str]:
    """Category of every actor of the registers: what is about the State is kept from the plenary."""
    rows = Actor.objects.annotate(key=Cast("pk", CharField()))
    return dict(rows.values_list("key", "category"))
