"""Taking a batch back: its rows go, what it replaced stands again."""

from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Model
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from claims.models import (
    Attachment,
    ChainLeg,
    Claim,
    CorrectionRequest,
    Involvement,
    Observation,
    ObservedMineral,
    PlaceState,
    Qualification,
    Reply,
    ReviewEvent,
    StateChange,
    WithdrawalRequest,
)
from claims.state import refresh_states
from lib.problems import Fault, Problem
from sites.models import Actor, Place, Source

from ..bulk import in_bulk
from ..codes import BatchState
from ..models import ImportBatch, ImportedRow, PlaceAmendment, Supersession
from .importing import touched_places
from .reviewing import AMEND

REVIVE = """
UPDATE claims_claim c SET review_status = s.was, retired_at = NULL FROM imports_supersession s
WHERE s.batch_id = %s AND s.claim_id = c.id AND s.was <> ''
"""
OF_BATCH = "(SELECT id FROM claims_claim WHERE import_batch = %s)"
PARTS = (
    (ObservedMineral, "observation_id"),
    (ReviewEvent, "claim_id"),
    (Observation, "claim_id"),
    (Involvement, "claim_id"),
    (ChainLeg, "claim_id"),
    (Qualification, "claim_id"),
)
ANSWERS_OF_OTHERS = (Reply, CorrectionRequest, WithdrawalRequest, Attachment)
GOES_ALONG: tuple[type[Model], ...] = (PlaceState, StateChange, PlaceAmendment)
"""Rows about a place that are no reason to keep it."""


def undo_batch(batch: ImportBatch, *, by: Any) -> None:
    """The batch's claims, and its places, sources and actors that nothing else uses, are gone; what it ended revives.

    For the secretariat, one person. Recorded as `import.undo`. Raises `Fault.GONE` for one that was undone before and
    `Fault.CONFLICT` while a later batch corrects it or others have answered to its claims.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if held.state == BatchState.UNDONE:
            raise Problem(Fault.GONE)
        require("undo", held, by=by)
        if _others_build_on(held):
            raise Problem(Fault.CONFLICT)
        places = touched_places(cursor, held.pk)
        with in_bulk(cursor):
            _take_back(cursor, held.pk)
        held.state, held.undone_by_id, held.undone_at = BatchState.UNDONE, reach_of(by).person, timezone.now()
        held.save(update_fields=["state", "undone_by", "undone_at"])
        refresh_states(Place.objects.filter(pk__in=places).values_list("pk", flat=True))
        record("import.undo", held, by=by, rows=held.counts.get("rows"))


def _others_build_on(batch: ImportBatch) -> bool:
    own = Claim.objects.filter(import_batch=batch.pk)
    foreign = Claim.objects.exclude(import_batch=batch.pk)
    later = ImportedRow.objects.filter(batch=batch, replaced_by__isnull=False).exists()
    answered = any(model._default_manager.filter(claim__in=own).exists() for model in ANSWERS_OF_OTHERS)
    continued = foreign.filter(supersedes__in=own).exists() or (
        foreign.filter(import_batch=None, benefit__about_involvement__in=own).exists()
        or foreign.filter(import_batch=None, benefit__about_leg__in=own).exists()
        or foreign.filter(import_batch=None, involvement__leg__in=own).exists()
    )
    return later or answered or continued


def _take_back(cursor: CursorWrapper, batch: UUID) -> None:
    cursor.execute(AMEND.format("before", "true"), [batch])
    cursor.execute(
        "UPDATE imports_importedrow SET replaced_by_id = NULL WHERE replaced_by_id IN"
        " (SELECT id FROM imports_importedrow WHERE batch_id = %s)",
        [batch],
    )
    for model in (ImportedRow, PlaceAmendment):
        cursor.execute(f'DELETE FROM "{model._meta.db_table}" WHERE batch_id = %s', [batch])
    for part, column in PARTS:
        cursor.execute(f'DELETE FROM "{part._meta.db_table}" WHERE {column} IN {OF_BATCH}', [batch])
    cursor.execute("DELETE FROM claims_claim WHERE import_batch = %s", [batch])
    cursor.execute(REVIVE, [batch])
    cursor.execute(f'DELETE FROM "{Supersession._meta.db_table}" WHERE batch_id = %s', [batch])
    for register in (Place, Source, Actor):
        _remove_unused(cursor, register, batch)


def _remove_unused(cursor: CursorWrapper, model: type[Model], batch: UUID) -> None:
    """Delete the batch's rows of a register that no other row points at; the others stay and belong to no batch."""
    table = model._meta.db_table
    uses = []
    for relation in model._meta.related_objects:
        other, column = relation.related_model, relation.field.column
        if other not in GOES_ALONG and not other.__name__.endswith("Event"):
            uses.append(f'NOT EXISTS (SELECT FROM "{other._meta.db_table}" u WHERE u."{column}" = r.id)')
    cursor.execute(
        f'CREATE TEMP TABLE unused ON COMMIT DROP AS SELECT r.id FROM "{table}" r'
        f" WHERE r.import_batch = %s AND {' AND '.join(uses) or 'true'}",
        [batch],
    )
    if model is Place:
        for along in GOES_ALONG:
            cursor.execute(f'DELETE FROM "{along._meta.db_table}" WHERE place_id IN (SELECT id FROM unused)')
    cursor.execute(f'DELETE FROM "{table}" WHERE id IN (SELECT id FROM unused)')
    cursor.execute(f'UPDATE "{table}" SET import_batch = NULL WHERE import_batch = %s', [batch])
    cursor.execute("DROP TABLE unused")
