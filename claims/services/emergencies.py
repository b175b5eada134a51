"""Withdrawing at once, by one person: a claim, a site, a whole workshop; undoing it takes two."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from access.audit import record
from access.querysets import can, require
from access.reach import reach_of
from lib.problems import Fault, Problem
from sites.codes import Sensitivity
from sites.models import Place
from sites.services import lower_place_class, raise_place_class

from ..codes import ReviewStatus
from ..models import Claim, Emergency, ReviewEvent
from ..signals import emergency_undone
from ..state import refresh_states
from ..withdrawn import mark_withdrawal
from .reviewing import withdraw_claims
from .steps import hold, lock, places_of

CLAIMS, PLACES = "claims", "places"


def withdraw_claim_at_once(claim: Claim, *, reason: str, by: Any) -> Emergency:
    """The claim is gone for every reader from the next request on; see `_withdraw`. For the secretariat."""
    with transaction.atomic():
        hold(claim, "withdraw", by)
        return _withdraw(Claim.objects.filter(pk=claim.pk), {}, reason, by, claim=claim)


def withdraw_place_at_once(place: Place, *, reason: str, by: Any) -> Emergency:
    """The place, its parts and all that is said of them are gone; the place has class C3 until two people undo it.

    For the secretariat. Raises `Fault.NOT_FOUND` or `FORBIDDEN` for others, `STALE` for a place not in the register.
    """
    with transaction.atomic():
        row = Place.objects.select_for_update(of=("self",)).filter(pk=place.pk).first()
        if row is None or not can(by, "view", row):
            raise Problem(Fault.NOT_FOUND)
        if not can(by, "withdraw", row):
            raise Problem(Fault.STALE if can(by, "settle", row) else Fault.FORBIDDEN)
        rows = list(Place.objects.filter(Q(pk=row.pk) | Q(parent=row.pk)).order_by("pk"))
        before = {str(it.pk): it.sensitivity for it in rows}
        made = _withdraw(Claim.objects.filter(place__in=rows), {PLACES: before}, reason, by, place=row)
        for it in rows:
            raise_place_class(it, Sensitivity.SEVERE, by=by)
    return made


def withdraw_workshop_claims(workshop: UUID, *, reason: str, by: Any, stage: str) -> Emergency:
    """Everything that the room said is gone; `stage` is that of the workshop until now. The caller asks who may."""
    return _withdraw(Claim.objects.filter(workshop=workshop), {"workshop": stage}, reason, by, workshop=workshop)


def _withdraw(claims: QuerySet[Claim], before: dict[str, Any], reason: str, by: Any, **about: Any) -> Emergency:
    """`claims` are retired, with what was released to single institutions; recorded as `emergency.withdraw`.

    Files that are still being written break off after the commit. Raises `Fault.REASON_MISSING`.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        standing = claims.exclude(review_status=ReviewStatus.RETIRED)
        keys = lock(standing)
        stages = Claim.objects.filter(pk__in=keys).values_list("pk", "review_status")
        before = {**before, CLAIMS: {str(key): str(stage) for key, stage in stages}}
        if keys:
            withdraw_claims(Claim.objects.filter(pk__in=keys), reason=reason, by=by)
        made = Emergency.objects.create(reason=reason.strip(), before=before, by_id=reach_of(by).person, **about)
        record("emergency.withdraw", made, by=by, count=len(keys), places=sorted(before.get(PLACES, {})))
        require("view", made, by=by)
        transaction.on_commit(mark_withdrawal)
    return made


def ask_to_undo(emergency: Emergency, *, reason: str, by: Any) -> None:
    """A second person may now bring it back; readers see nothing yet. For the secretariat; `emergency.ask_undo`.

    Raises `Fault.REASON_MISSING`, `STALE` when somebody has asked already.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = _held(emergency, "ask_undo", by)
        row.undo_asked_by_id, row.undo_asked_at = reach_of(by).person, timezone.now()
        row.undo_reason = reason.strip()
        row.save(update_fields=["undo_asked_by", "undo_asked_at", "undo_reason"])
        record("emergency.ask_undo", row, by=by)


def undo_emergency(emergency: Emergency, *, by: Any) -> int:
    """Each claim stands where it stood, each place has its class again; returns how many claims came back.

    What was released to a single institution stays taken back: two people release it anew. A claim that was said
    again meanwhile stays away. For the second person; recorded as `emergency.undo`. Raises `Fault.SECOND_PERSON` for
    whoever asked, `STALE` when nobody has asked or it is undone.
    """
    with transaction.atomic():
        row = _held(emergency, "undo", by)
        keys = _bring_back(row, by)
        for key, sensitivity in row.before.get(PLACES, {}).items():
            place = Place.objects.get(pk=key)
            if sensitivity != Sensitivity.SEVERE and place.sensitivity == Sensitivity.SEVERE:
                lower_place_class(place, sensitivity, reason=row.undo_reason, by=by)
        row.undone_by_id, row.undone_at = reach_of(by).person, timezone.now()
        row.save(update_fields=["undone_by", "undone_at"])
        record("emergency.undo", row, by=by, count=len(keys), claims=keys[:200])
        emergency_undone.send(Emergency, emergency=row)
        refresh_states([*places_of(keys), *(UUID(key) for key in row.before.get(PLACES, {}))])
    return len(keys)


def _bring_back(row: Emergency, by: Any) -> list[UUID]:
    """Claims that are still away stand at their earlier stage; their keys."""
    stages: dict[str, str] = row.before.get(CLAIMS, {})
    away = Claim.objects.filter(pk__in=stages, review_status=ReviewStatus.RETIRED).order_by("pk")
    back: list[UUID] = []
    for claim in away.select_for_update(of=("self",)):
        stage = stages[str(claim.pk)]
        try:
            with transaction.atomic():
                Claim.objects.filter(pk=claim.pk).update(review_status=stage, retired_at=None)
        except IntegrityError:
            continue
        back.append(claim.pk)
    person = reach_of(by).person
    ReviewEvent.objects.bulk_create(
        ReviewEvent(
            claim_id=key, before=ReviewStatus.RETIRED, after=stages[str(key)], reason=row.undo_reason, by_id=person
        )
        for key in back
    )
    return back


def _held(emergency: Emergency, verb: str, by: Any) -> Emergency:
    row = Emergency.objects.select_for_update(of=("self",)).filter(pk=emergency.pk).first()
    if row is None or not can(by, "view", row):
        raise Problem(Fault.NOT_FOUND)
    if not can(by, verb, row):
        asked_by_self = verb == "undo" and row.undone_at is None and row.undo_asked_by_id is not None
        raise Problem(Fault.SECOND_PERSON if asked_by_self else Fault.STALE)
    return row
