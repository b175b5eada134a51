"""What a room says again, otherwise, or no more: claims that are taken back, and those that rest on a newer one."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require

from ..codes import RELEASED, ReviewStatus
from ..models import Benefit, Claim, Involvement, ReviewEvent
from ..stages import TAKE_BACK
from .steps import Claims, take

BY_THE_ROOM = {"taken_back": "room"}
RESTS_ON: tuple[tuple[type[Claim], str], ...] = (
    (Benefit, "about_involvement"),
    (Benefit, "about_leg"),
    (Involvement, "leg"),
)
"""Which kind points to which other statement of its room."""


def take_back_statements(claims: Claims, *, reason: str, by: Any) -> int:
    """`claims` retire: their room says something else now, or nothing; returns how many.

    For the room while it is open, and the secretariat; recorded as `claim.take_back`. They stay readable where retired
    claims are, with the reason. Raises `Fault.REASON_MISSING`, `FORBIDDEN`.
    """
    return len(take(TAKE_BACK, claims, by=by, reason=reason, answers=BY_THE_ROOM, retired_at=timezone.now()))


def was_taken_back(claim: Claim) -> bool:
    """Whether the room itself retired `claim`, so that it may say the same again; what others retired stays so."""
    last = ReviewEvent.objects.filter(claim=claim.pk, after=ReviewStatus.RETIRED).order_by("-at").first()
    return last is not None and last.answers == BY_THE_ROOM


def follow_statement(claim: Claim, *, column: str, target: Claim, by: Any) -> bool:
    """The unchanged `claim` rests on `target` in its `column`; return whether that is new.

    Readers' data change when somebody releases: while what it rested on is released and `target` is not, it stays where
    it is, and follows at the release. For the room while it is open, and the secretariat; recorded as `claim.follow`.
    """
    before = getattr(claim, f"{column}_id")
    if before == target.pk:
        return False
    with transaction.atomic():
        stages = dict(Claim.objects.filter(pk__in=[before, target.pk]).values_list("pk", "review_status"))
        if stages.get(before) in RELEASED and stages[target.pk] not in RELEASED:
            return False
        type(claim)._default_manager.filter(pk=claim.pk).update(**{column: target.pk})
        record("claim.follow", Claim(pk=claim.pk), by=by, to=target.pk)
        require("take_back", Claim(pk=claim.pk), by=by)
    return True


def follow_released(keys: Iterable[UUID]) -> None:
    """What rested on a claim that one of the released `keys` supersedes rests on that one; the release is the trace."""
    for key in Claim.objects.filter(pk__in=list(keys), supersedes__isnull=False).values_list("pk", flat=True):
        earlier = superseded_by([key])
        for model, column in RESTS_ON:
            resting = model._default_manager.filter(**{f"{column}__in": earlier})
            if resting.exists():
                resting.update(**{column: key})


def superseded_by(keys: Iterable[UUID]) -> set[UUID]:
    """What `keys` supersede, also through one that was itself superseded before anybody released it."""
    found: set[UUID] = set()
    wave = set(keys)
    while wave:
        wave = set(Claim.objects.filter(superseded_by__in=wave).values_list("pk", flat=True)) - found
        found |= wave
    return found
