"""When a person was here before: what changed since is news."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.utils import timezone

from .models import Person


@receiver(user_logged_in, dispatch_uid="accounts.visits")
def start_visit(sender: Any, user: Person, **context: Any) -> None:
    """A new session begins a visit; the one before becomes the previous one."""
    user.previous_visit, user.last_visit = user.last_visit, timezone.now()
    user.save(update_fields=["previous_visit", "last_visit"])
