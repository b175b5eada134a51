"""A mark that changes with every emergency withdrawal: a file that is still being written stops at it."""

from uuid import uuid4

from django.core.cache import cache

ADDRESS = "claims:withdrawn"
KEPT_SECONDS = 24 * 3600


def mark_withdrawal() -> None:
    """From now on the mark is another one; after the commit, so that whoever begins anew finds it gone."""
    cache.set(ADDRESS, uuid4().hex, KEPT_SECONDS)


def withdrawal_mark() -> str:
    """The mark as it is now."""
    return str(cache.get(ADDRESS, ""))
