"""What happens to claims by itself."""

from celery import shared_task
from django.utils import timezone

from .services import keep_no_longer


@shared_task(name="claims.keep_no_longer")
def keep_claims_no_longer() -> None:
    """Once a day: what has been kept long enough is erased or blurred."""
    keep_no_longer(timezone.now())
