"""Laptops that hand in what was written without a session."""

import hashlib
import secrets
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..models import Device, Person

LABEL_CHARACTERS = 60
LASTS_AFTER_WORKSHOP = timedelta(days=30)
TOKEN_BYTES = 32


def prepare_device(workshop: UUID, *, label: str, last_day: date, by: Any) -> tuple[Device, str]:
    """Return a laptop prepared for the workshop and its token, which is told only now.

    For whoever leads the room or takes notes there, and the secretariat. It is the device of the person who prepares
    it, until thirty days after `last_day`. Recorded as `device.prepare`. Raises `Fault.NOT_VALID` without a label or
    with one that is too long.
    """
    person = Person.objects.filter(pk=reach_of(by).person).first()
    if not 0 < len(label.strip()) <= LABEL_CHARACTERS or person is None:
        raise Problem(Fault.NOT_VALID)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    ends = timezone.make_aware(datetime.combine(last_day + timedelta(days=1), time.min)) + LASTS_AFTER_WORKSHOP
    with transaction.atomic():
        device = Device.objects.create(
            workshop=workshop, person=person, label=label.strip(), token_hash=hash_of(token), expires_at=ends
        )
        record("device.prepare", device, by=by, workshop=workshop)
        require("manage", device, by=by)
    return device, token


def end_device(device: Device, *, by: Any) -> None:
    """Its token is worth nothing from now on. For the room and the secretariat. Recorded as `device.end`."""
    with transaction.atomic():
        require("manage", device, by=by)
        Device.objects.filter(pk=device.pk, ended_at=None).update(ended_at=timezone.now())
        record("device.end", device, by=by, workshop=device.workshop)
    device.refresh_from_db()


def device_of(token: str, workshop: UUID) -> Device:
    """Return the laptop that holds `token`. Raises `Fault.SIGN_IN` for an unknown, ended or expired one."""
    device = Device.objects.in_force().select_related("person").filter(token_hash=hash_of(token), workshop=workshop)
    found: Device | None = device.first()
    if found is None:
        raise Problem(Fault.SIGN_IN)
    Device.objects.filter(pk=found.pk).update(last_seen_at=timezone.now())
    return found


def hash_of(token: str) -> str:
    """What of a token is kept."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
