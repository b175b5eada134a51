"""What happens to workshops when something below them changes; in the same transaction."""

from typing import Any

from django.dispatch import receiver

from claims.models import Emergency
from claims.signals import emergency_undone

from .services.withdrawing import bring_workshop_back


@receiver(emergency_undone)
def stand_again(sender: object, emergency: Emergency, **kwargs: Any) -> None:
    """Two people brought back what a room said: the workshop is where it was."""
    bring_workshop_back(emergency)
