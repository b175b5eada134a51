"""The workbook of every planted workshop: its log, what was kept apart, versions, laptops, recalled statements."""

from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.models import Device
from claims.models import Claim
from workbook.models import HeldUpdate, MergedState, NamedVersion, RecalledClaim, Seat, Struck, Update, Workbook
from workshops.models import Workshop

from ..expected_rows import Traits
from ..world import World


def plant_workbook(world: World, workshop: Workshop, traits: Traits) -> None:
    """One row of each model."""
    people: dict[str, Any] = world.people
    handed: dict[str, Any] = {"workshop": workshop, "epoch": 1, "hash": uuid4().hex, "payload": b"\x00\x00"}
    rows = (
        Workbook.objects.create(workshop=workshop),
        Update.objects.create(position=1, **handed),
        HeldUpdate.objects.create(reason="CLOSED", **handed),
        MergedState.objects.create(workshop=workshop, epoch=1, payload=b"\x00\x00"),
        NamedVersion.objects.create(workshop=workshop, name="Before lunch", epoch=1, position=1),
        RecalledClaim.objects.create(workshop=workshop, claim=Claim.objects.order_by("pk")[0]),
        Struck.objects.create(workshop=workshop, entry="nodes/n", epoch=2),
        Seat.objects.create(workshop=workshop, page=uuid4(), epoch=1),
        Device.objects.create(
            workshop=workshop.pk,
            person=people["amina"],
            label="Laptop 1",
            token_hash=uuid4().hex,
            expires_at=timezone.now(),
        ),
    )
    for row in rows:
        world.plant(row._meta.label, row, traits)
