"""What workshops do when something happens, or is asked, below them; in the same transaction."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from claims.holding import release_asked
from claims.models import Claim, Emergency
from claims.signals import emergency_undone

from .codes import WorkshopState
from .models import Workshop
from .services.withdrawing import bring_workshop_back


@receiver(emergency_undone)
def stand_again(sender: object, emergency: Emergency, **kwargs: Any) -> None:
    """Two people brought back what a room said: the workshop is where it was."""
    bring_workshop_back(emergency)


@receiver(release_asked)
def hold_for_the_round(sender: object, claims: list[UUID], **kwargs: Any) -> list[UUID]:
    """What a workshop said goes out with its round, all at once: a statement alone tells who spoke last."""
    waiting = Workshop.objects.exclude(state=WorkshopState.RELEASED).values("pk")
    return list(Claim.objects.filter(pk__in=claims, workshop__in=waiting).values_list("pk", flat=True))
