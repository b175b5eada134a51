"""Nothing is kept longer than needed: what a daily job erases or blurs, and what a person renews with a reason."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from access.audit import record
from access.policy import histories_of
from access.querysets import require
from access.reach import SYSTEM
from lib.dates import quarter_end, quarter_start
from lib.problems import Fault, Problem
from sites.codes import Sensitivity
from sites.models import Actor, Area, Place

from ..codes import ArmedPresence, ClaimKind, DatePrecision, ReviewStatus
from ..models import Attachment, Benefit, Claim, Observation, ReviewEvent
from ..state import refresh_states
from .erasing import erase_attachments, erase_claims, forget_versions, forget_words
from .steps import hold, leave_trail, note_event, places_of

DRAFTS = timedelta(days=60)
RAW_PHOTOGRAPHS = timedelta(days=180)
LONELY_ALLEGATIONS = timedelta(days=365)
EXACT_PRESENCE_YEARS = 5
RENEWED = "allegation_renewed"
TERRITOIRE = 2
PRESENT = (ArmedPresence.PRESENT_INT, ArmedPresence.PRESENT_NO_INT, ArmedPresence.PRESENT_NO_DATA)


def keep_no_longer(now: datetime) -> dict[str, int]:
    """Everything whose time is over at `now` is erased or blurred; returns how many rows by rule. For the daily job."""
    return {
        "drafts": erase_old_drafts(now),
        "photographs": erase_raw_photographs(now),
        "allegations": erase_lonely_allegations(now),
        "presence": blur_old_presence(now),
    }


def erase_old_drafts(now: datetime) -> int:
    """Drafts that were never submitted are erased after 60 days; recorded as `claim.erase_draft`."""
    never = ~Exists(ReviewEvent.objects.filter(claim=OuterRef("pk")))
    old = Claim.objects.filter(never, review_status=ReviewStatus.DRAFT, recorded_at__lt=now - DRAFTS)
    return erase_claims(old.values_list("pk", flat=True), "claim.erase_draft", by=SYSTEM)


def erase_raw_photographs(now: datetime) -> int:
    """Photographs that nobody has cleared are erased after 180 days; as `attachment.erase` with their count."""
    with transaction.atomic():
        raw = Attachment.objects.filter(sensitivity=Sensitivity.SEVERE, media_type__startswith="image/")
        count = erase_attachments(raw.filter(added_at__lt=now - RAW_PHOTOGRAPHS))
        if count:
            record("attachment.erase", Attachment, by=SYSTEM, count=count)
    return count


def lonely_allegations() -> "QuerySet[Any]":
    """Claims that name a beneficiary whom no second independent source names at the same place."""
    same = Benefit.objects.filter(
        beneficiary=OuterRef("beneficiary"), place=OuterRef("place"), retired_at=None
    ).exclude(source__origin=OuterRef("source__origin"))
    rows: QuerySet[Any] = Benefit.objects.all()
    return rows.filter(~Exists(same), beneficiary__isnull=False, open_data=False)


def erase_lonely_allegations(now: datetime) -> int:
    """A name that one source alone gave is forgotten after 12 months, unless renewed; what kind of gain it was stays.

    Recorded as `claim.erase_name`.
    """
    with transaction.atomic():
        renewed = ReviewEvent.objects.filter(
            claim=OuterRef("pk"), answers__has_key=RENEWED, at__gte=now - LONELY_ALLEGATIONS
        )
        old = lonely_allegations().filter(~Exists(renewed), recorded_at__lt=now - LONELY_ALLEGATIONS)
        held = list(old.select_for_update(of=("self",)))
        keys = [row.pk for row in held]
        if keys:
            lonely_allegations().filter(pk__in=keys).update(beneficiary=None)
            _forget_unnamed({row.beneficiary_id for row in held if row.beneficiary_id})
            forget_words(keys)
            forget_versions(keys)
            leave_trail("claim.erase_name", keys, by=SYSTEM)
    return len(keys)


def _forget_unnamed(actors: set[UUID]) -> None:
    """Names of class C3 that no row gives any more leave the register too."""
    rows = Actor.objects.filter(pk__in=actors, sensitivity=Sensitivity.SEVERE)
    for relation in Actor._meta.related_objects:
        if relation.related_model not in histories_of("claims"):
            naming = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
            rows = rows.exclude(Exists(naming))
    rows.delete()


def renew_allegation(claim: Claim, *, reason: str, by: Any) -> None:
    """The name that one source alone gave is kept for twelve more months. For the secretariat; `claim.renew_name`.

    Raises `Fault.REASON_MISSING`, and `CONFLICT` where the claim names nobody or a second source names them too.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    with transaction.atomic():
        row = hold(claim, "reclassify", by)
        if not lonely_allegations().filter(pk=row.pk).exists():
            raise Problem(Fault.CONFLICT)
        note_event(row, by=by, reason=reason, answers={RENEWED: True})
        record("claim.renew_name", row, by=by)
        require("reclassify", row, by=by)


def name_is_kept_until(claim: Claim) -> date | None:
    """Return the day on which the name that this claim alone gives is erased; None where it is not to be."""
    if not lonely_allegations().filter(pk=claim.pk).exists():
        return None
    renewals = ReviewEvent.objects.filter(claim=claim, answers__has_key=RENEWED).order_by("-at")
    last = renewals.values_list("at", flat=True).first()
    return timezone.localdate(max(claim.recorded_at, last or claim.recorded_at) + LONELY_ALLEGATIONS)


def blur_old_presence(now: datetime) -> int:
    """Who was armed where, of class C2, becomes territoire and quarter after five years; `claim.blur`.

    Open data is public as it is, and stays.
    """
    today = timezone.localdate(now)
    before = date(today.year - EXACT_PRESENCE_YEARS, today.month, min(today.day, 28))
    present = Exists(Observation.objects.filter(pk=OuterRef("pk"), armed_presence__in=PRESENT))
    exact = Claim.objects.filter(present | Q(kind=ClaimKind.INVOLVEMENT), sensitivity=Sensitivity.HIGH)
    with transaction.atomic():
        rows = exact.filter(open_data=False, place__isnull=False, known_on__lt=before)
        held = list(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk", "place", "known_on"))
        keys = [key for key, _place, _day in held]
        places = places_of(keys)
        for (place, quarter), members in _by_place_and_quarter(held).items():
            _blur(members, Place.objects.get(pk=place), quarter)
        if keys:
            forget_words(keys)
            forget_versions(keys)
            refresh_states(places)
            leave_trail("claim.blur", keys, by=SYSTEM)
    return len(keys)


def _by_place_and_quarter(held: list[tuple[UUID, Any, date]]) -> dict[tuple[UUID, date], list[UUID]]:
    found: dict[tuple[UUID, date], list[UUID]] = defaultdict(list)
    for key, place, day in held:
        found[place, quarter_start(day)].append(key)
    return found


def _blur(keys: list[UUID], place: Place, quarter: date) -> None:
    """Claims about `place` are about its territoire, in whole months of the quarter, as is when they were stated."""
    last = quarter_end(quarter).replace(day=1)
    months = {"observed_from_precision": DatePrecision.MONTH, "observed_until_precision": DatePrecision.MONTH}
    said = {
        "stated_on": last,
        "stated_precision": DatePrecision.MONTH,
        "observed_from": quarter,
        "observed_until": last,
    }
    Claim.objects.filter(pk__in=keys).update(place=None, area=_territoire(place), **said, **months)


def _territoire(place: Place) -> Area | None:
    """The territoire that the outline says, else the declared one, else the province."""
    named = Area.objects.filter(
        level=TERRITOIRE, name__iexact=place.declared_territoire, parent__pcode__in=place.provinces
    )
    located = Area.objects.filter(pcode=place.territoire_located) if place.territoire_located else Area.objects.none()
    return located.first() or named.first() or Area.objects.filter(level=1, pcode__in=place.provinces).first()
