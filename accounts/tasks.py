"""What happens to accounts by itself."""

from celery import shared_task
from django.utils import timezone

from .services import retire_unused_accounts


@shared_task(name="accounts.retire_unused_accounts")
def retire_unused() -> None:
    """Once a day: accounts that nobody uses are switched off, later lose their names."""
    retire_unused_accounts(timezone.now())
