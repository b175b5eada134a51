"""Batches at each stage by each hand, and what belongs to one."""

from typing import Any

from claims.codes import ClaimKind
from claims.models import Claim
from imports.models import ImportBatch, ImportedRow, PlaceAmendment, Supersession

from ..world import World
from .accounts import marked


def plant_imports(world: World, claims: dict[ClaimKind, Claim]) -> None:
    """At least one row of each."""
    people: dict[str, Any] = world.people
    batches: dict[str, dict[str, Any]] = {
        "by furaha": {"imported_by": people["furaha"]},
        "by the system": {},
        "verified by furaha": {"state": "VERIFIED", "verified_by": people["furaha"]},
        "verified by esther": {"state": "VERIFIED", "verified_by": people["esther"]},
        "undone": {"state": "UNDONE", "imported_by": people["furaha"]},
    }
    made: list[ImportBatch] = []
    for mark, fields in batches.items():
        batch = ImportBatch.objects.create(layout="ipis", file_name="visits.csv", checksum="0" * 64, **fields)
        made.append(world.plant("imports.ImportBatch", batch, marked(mark)))
    claim = claims[ClaimKind.OBSERVATION]
    common: dict[str, Any] = {"batch": made[0]}
    row = ImportedRow.objects.create(**common, line=2, external_id="x", raw={}, content_hash="0", place=claim.place)
    world.plant("imports.ImportedRow", row, marked(""))
    ended = Supersession.objects.create(**common, claim=Claim.objects.get(pk=claim.pk))
    world.plant("imports.Supersession", ended, marked(""))
    amended = PlaceAmendment.objects.create(**common, place=claim.place, before={}, after={})
    world.plant("imports.PlaceAmendment", amended, marked(""))
