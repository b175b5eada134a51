"""What stands between a claim and its release, one expression each: the queue shows them, releasing refuses by them."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.functions import Least, TruncDate
from django.utils import timezone

from sites.codes import PlaceStatus

from .models import WithdrawalRequest

RAW_TEXT = ~Q(note="", said="") & Q(cleared_at=None, open_data=False)
"""Words as they were said which nobody has cleared yet."""

UNSETTLED_PLACE = Q(place__status=PlaceStatus.PROPOSED)
"""The register has not accepted the place, so nobody below the secretariat could find it."""


def earliest_statement(day: date) -> date:
    """The last day on which a statement must have been made to be released on `day`."""
    return day - timedelta(days=settings.RELEASE_DELAY_DAYS)


def too_early(day: date) -> Q:
    """The delay that protects who was in the room still runs; a coarse date counts from the day it was recorded."""
    return Q(said_by__gt=earliest_statement(day), open_data=False)


def with_obstacles(rows: QuerySet[Any]) -> QuerySet[Any]:
    """`rows` with one flag each: `raw_text`, `unsettled_place`, `early`, `asked_back`.

    What was asked back stays so when its room says the same entry otherwise: whoever asked knows nothing of versions.
    """
    of_its_room = Q(claim=None, workshop=OuterRef("workshop"))
    said_before = Q(claim__entry_id=OuterRef("entry_id"))
    asked = WithdrawalRequest.objects.filter(Q(claim=OuterRef("pk")) | said_before | of_its_room, answered_at=None)
    flagged: QuerySet[Any] = rows.annotate(
        said_by=Least("known_on", TruncDate("recorded_at")),
        asked_back=Exists(asked),
    ).annotate(
        raw_text=_flag(RAW_TEXT),
        unsettled_place=_flag(UNSETTLED_PLACE & Q(place__isnull=False)),
        early=_flag(too_early(timezone.localdate())),
    )
    return flagged


def blocked(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Those of `rows` that may not be released today, whoever asks."""
    flags = Q(raw_text=True) | Q(unsettled_place=True) | Q(early=True) | Q(asked_back=True)
    return with_obstacles(rows).filter(flags)


def _flag(condition: Q) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(condition, output_field=BooleanField())
