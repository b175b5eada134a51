"""How long the trail is kept."""

from datetime import datetime, timedelta

from .models import AnonymousRefusal, AuditEntry

TRAIL = timedelta(days=730)
"""24 months: long enough to find out who saw what, no longer."""


def forget_trail(now: datetime) -> int:
    """Entries older than 24 months at `now` are gone; returns how many."""
    AnonymousRefusal.objects.filter(minute__lt=now - TRAIL).delete()
    return AuditEntry.objects.filter(at__lt=now - TRAIL).delete()[0]
