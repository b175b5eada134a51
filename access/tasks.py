"""What happens to the trail by itself."""

from celery import shared_task
from django.utils import timezone

from .keeping import forget_trail


@shared_task(name="access.forget_trail")
def forget_old_trail() -> None:
    """Once a day."""
    forget_trail(timezone.now())
