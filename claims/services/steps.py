"""Taking one step of the review, for one claim or for thousands: the same lock, question, event and trail."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from access.audit import record
from access.querysets import can
from access.reach import Audience, reach_of
from lib.problems import Fault, Problem

from ..codes import ReviewStatus
from ..models import Claim, ReviewEvent
from ..stages import Step
from ..state import refresh_states

Claims = Claim | Iterable[Claim] | QuerySet[Any]

LISTED_IN_TRAIL = 200
"""Up to so many claims the trail names each; beyond that it counts them."""

NEEDS_TWO = frozenset({"verify", "release"})


def take(
    step: Step, claims: Claims, *, by: Any, reason: str = "", answers: dict[str, Any] | None = None, **columns: Any
) -> list[UUID]:
    """Each of `claims` has taken `step`; events, trail and states are written in the same transaction.

    Returns their keys. Raises `Fault.REASON_MISSING`, and what `refuse_unless_all` raises; then nothing is changed.
    """
    if step.reasoned and not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        keys = lock(claims)
        if not keys:
            return keys
        refuse_unless_all(step, keys, by)
        _write_events(step, keys, by, reason.strip(), answers or {})
        Claim.objects.filter(pk__in=keys).update(review_status=step.after, **columns)
        leave_trail(step.name, keys, by=by)
        refresh_states(places_of(keys))
    return keys


def lock(claims: Claims) -> list[UUID]:
    """Hold `claims` until the transaction ends, in the order of their keys; returns the keys."""
    if isinstance(claims, Claim):
        wanted: Any = [claims.pk]
    elif isinstance(claims, QuerySet):
        wanted = list(claims.order_by().values_list("pk", flat=True))
    else:
        wanted = [claim.pk for claim in claims]
    rows = Claim.objects.filter(pk__in=wanted).order_by("pk").select_for_update(of=("self",))
    return list(rows.values_list("pk", flat=True))


def refuse_unless_all(step: Step, keys: list[UUID], by: Any) -> None:
    """Raise unless `by` may take `step` with every one of the claims at `keys`.

    `Fault.NOT_FOUND` where one may not be seen, `FORBIDDEN` where seen but not touched so, the step's own fault where
    one stands at another stage, `SECOND_PERSON` where only the first of two people stands in the way.
    """
    rows = Claim.objects.filter(pk__in=keys)
    if rows.filter(review_status__in=step.before).permitted(by, step.verb).count() == len(keys):
        return
    if rows.permitted(by).count() < len(keys):
        raise Problem(Fault.NOT_FOUND)
    secretariat = reach_of(by).audience == Audience.SECRETARIAT
    if not secretariat and step.verb != "submit":
        raise Problem(Fault.FORBIDDEN)
    if rows.exclude(review_status__in=step.before).exists():
        raise Problem(step.elsewhere if secretariat else Fault.FORBIDDEN)
    raise Problem(Fault.SECOND_PERSON if step.verb in NEEDS_TWO else Fault.FORBIDDEN)


def places_of(keys: list[UUID]) -> list[UUID]:
    """Keys of the places that the claims at `keys` are about."""
    rows = Claim.objects.filter(pk__in=keys, place__isnull=False).order_by()
    return [key for key in rows.values_list("place", flat=True).distinct() if key]


def leave_trail(verb: str, keys: list[UUID], *, by: Any, **details: Any) -> None:
    """One entry: about the claim itself when it is one, else with a count and, up to a limit, the keys."""
    if len(keys) == 1:
        record(verb, Claim(pk=keys[0]), by=by, **details)
        return
    listed = {"claims": keys} if len(keys) <= LISTED_IN_TRAIL else {}
    record(verb, Claim, by=by, count=len(keys), **listed, **details)


def note_event(claim: Claim, *, by: Any, reason: str = "", answers: dict[str, Any] | None = None) -> ReviewEvent:
    """An event at the stage where the claim is: something was decided that moves no stage."""
    return ReviewEvent.objects.create(
        claim_id=claim.pk,
        before=claim.review_status,
        after=claim.review_status,
        reason=reason.strip(),
        answers=answers or {},
        by_id=reach_of(by).person,
    )


def hold(claim: Claim, verb: str, by: Any) -> Claim:
    """The claim as it is now, locked; raises `Fault.NOT_FOUND` or `FORBIDDEN` unless `by` may touch it with `verb`."""
    row = Claim.objects.select_for_update(of=("self",)).filter(pk=claim.pk).first()
    if row is None or not can(by, "view", row):
        raise Problem(Fault.NOT_FOUND)
    if not can(by, verb, row):
        raise Problem(Fault.FORBIDDEN)
    return row


def _write_events(step: Step, keys: list[UUID], by: Any, reason: str, answers: dict[str, Any]) -> None:
    at: datetime = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {ReviewEvent._meta.db_table} (id, claim_id, before, after, reason, answers, by_id, at)"
            f" SELECT gen_random_uuid(), id, review_status, %s, %s, %s::jsonb, %s, %s FROM {Claim._meta.db_table}"
            " WHERE id = ANY(%s::uuid[])",
            [ReviewStatus(step.after), reason, json.dumps(answers), reach_of(by).person, at, keys],
        )
