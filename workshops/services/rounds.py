"""Rounds and workshops, from the plan to the release."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..codes import WorkshopState
from ..models import Closing, Round, Workshop
from ..signals import workshop_moved
from .freezing import freeze

LONGEST_REASON = 500


def plan_round(*, title: str, starts_on: date, by: Any, ends_on: date | None = None) -> Round:
    """Return a new round without workshops. For the secretariat. Recorded as `round.plan`."""
    with transaction.atomic():
        planned = Round.objects.create(title=title, starts_on=starts_on, ends_on=ends_on)
        record("round.plan", planned, by=by)
        require("plan", planned, by=by)
    return planned


def plan_workshop(of: Round, *, by: Any, **fields: Any) -> Workshop:
    """Return a prepared workshop of a round; `fields` are its name, zone, territoire, provinces, dates, venue, agenda.

    For the secretariat. Recorded as `workshop.plan`. Raises `Fault.NOT_VALID` without a province or when it would
    end before it begins.
    """
    if not fields.get("provinces") or fields["ends_on"] < fields["starts_on"]:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        workshop = Workshop.objects.create(round=of, **fields)
        record("workshop.plan", workshop, by=by, round=of.pk)
        require("plan", workshop, by=by)
    return workshop


def open_workshop(workshop: Workshop, *, by: Any) -> None:
    """The room is open. For who leads it, and the secretariat. Recorded as `workshop.run`."""
    with transaction.atomic():
        locked = _locked(workshop)
        require("run", locked, by=by)
        _move(locked, WorkshopState.RUNNING)
        record("workshop.run", locked, by=by)
    workshop.refresh_from_db()


def close_workshop(workshop: Workshop, *, plenary: object, group_only: object, by: Any) -> Closing:
    """Return the closing that holds both parts as canonical JSON; the room writes no more.

    A room that was opened again and says what it said keeps its version; else there is a new one with the next number
    and the reason of the reopening. For who leads it, and the secretariat. Recorded as `workshop.close` with the
    checksums.
    """
    with transaction.atomic():
        locked = _locked(workshop)
        require("close", locked, by=by)
        closing = freeze(locked, plenary=plenary, group_only=group_only, because=locked.returned_because, by=by)
        _move(locked, WorkshopState.CLOSED, closed_at=timezone.now(), returned_because="")
        told = {"plenary": closing.plenary_digest, "rest": closing.group_only_digest, "number": closing.number}
        record("workshop.close", closing, by=by, **told)
    workshop.refresh_from_db()
    return closing


def verify_workshop(workshop: Workshop, *, by: Any) -> None:
    """The record is checked; a second person releases it. For the secretariat. Recorded as `workshop.verify`."""
    with transaction.atomic():
        locked = _locked(workshop)
        require("verify", locked, by=by)
        _move(locked, WorkshopState.VERIFIED, verified_by=reach_of(by).person, verified_at=timezone.now())
        record("workshop.verify", locked, by=by)
    workshop.refresh_from_db()


def send_back_workshop(workshop: Workshop, *, reason: str, by: Any) -> None:
    """The room is open again, with the reason on its card. For the secretariat, until the round is released.

    Recorded as `workshop.send_back`. Raises `Fault.REASON_MISSING`, `NOT_VALID` for a reason that is too long.
    """
    if not reason.strip():
        raise Problem(Fault.REASON_MISSING)
    if len(reason.strip()) > LONGEST_REASON:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        locked = _locked(workshop)
        require("reopen", locked, by=by)
        _move(locked, WorkshopState.RUNNING, returned_because=reason.strip(), verified_by=None, verified_at=None)
        record("workshop.send_back", locked, by=by)
    workshop.refresh_from_db()


def release_round(of: Round, *, by: Any, first: Any = None, at: datetime | None = None) -> int:
    """Release all checked workshops of a round with one date; return how many.

    For a second person of the secretariat. With `first`, who proposed the release: rooms that nobody has checked yet
    are checked by that person, and those that `by` has checked are released by that person. What facilitators read as
    their own ends 30 days later, by the database. Recorded as `workshop.release` for each. Raises `Fault.NOT_READY`
    while a workshop of the round is not checked and `Fault.SECOND_PERSON` where one person would take both steps.
    """
    now = at or timezone.now()
    with transaction.atomic():
        rooms = list(Workshop.objects.select_for_update().filter(round=of).exclude(state=WorkshopState.RELEASED))
        for room in rooms if first is not None else ():
            if room.state == WorkshopState.CLOSED:
                verify_workshop(room, by=first)
        if not rooms or any(room.state != WorkshopState.VERIFIED for room in rooms):
            raise Problem(Fault.NOT_READY)
        for room in rooms:
            person = first if first is not None and room.verified_by == reach_of(by).person else by
            if room.verified_by == reach_of(person).person:
                raise Problem(Fault.SECOND_PERSON)
            require("release", room, by=person)
            _move(room, WorkshopState.RELEASED, released_at=now)
            record("workshop.release", room, by=person, round=of.pk)
        Round.objects.filter(pk=of.pk).update(released_at=now)
    of.refresh_from_db()
    return len(rooms)


def _locked(workshop: Workshop) -> Workshop:
    return Workshop.objects.select_for_update().get(pk=workshop.pk)


def _move(workshop: Workshop, state: WorkshopState, **stamps: Any) -> None:
    Workshop.objects.filter(pk=workshop.pk).update(state=state, **stamps)
    workshop_moved.send(sender=None, workshop=workshop.pk)
