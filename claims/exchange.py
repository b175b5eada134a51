"""What the secretariat asked of a room and what the room answered, as the history of the claim tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .codes import ReviewStatus
from .models import ReviewEvent


@dataclass(frozen=True)
class Exchange:
    """The last question to who recorded a claim, with its answer if there is one."""

    asked: ReviewEvent
    answered: ReviewEvent | None = None


def last_exchange(events: Sequence[ReviewEvent]) -> Exchange | None:
    """The last exchange in `events`, the latest of which comes first; none where nothing was ever sent back."""
    for number, event in enumerate(events):
        if event.after == ReviewStatus.RETURNED and event.before != event.after:
            later = [it for it in reversed(events[:number]) if it.before == ReviewStatus.RETURNED != it.after]
            return Exchange(event, later[0] if later else None)
    return None
