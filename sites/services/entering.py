"""A place that a room brought and that no known one is."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from ..models import Place
from .distinguishing import distinguish_places
from .places import accept_place


def enter_place(place: Place, unlike: Iterable[Place], *, by: Any) -> Place:
    """`place` is new and has its code; it is none of `unlike`, with which it is not compared again.

    For the secretariat; recorded as `place.accept` and `place.distinguish`.
    """
    with transaction.atomic():
        accepted = accept_place(place, by=by)
        for other in unlike:
            distinguish_places(accepted, other, by=by)
    return accepted
