"""Review of a batch as a whole: one person verifies, another releases, and who imported is neither."""

from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from claims.state import refresh_states
from lib.problems import Fault, Problem
from sites.codes import PlaceStatus
from sites.models import Actor

from ..acceptance import accept_places
from ..bulk import count_anew, in_bulk
from ..codes import BatchState
from ..models import ImportBatch
from .importing import touched_places

VERIFY = """
UPDATE claims_claim SET review_status = 'VERIFIED', verified_by = %s, verified_at = %s
WHERE import_batch = %s AND review_status = 'SUBMITTED'
"""
PUBLISH = """
UPDATE claims_claim SET review_status = 'PUBLISHED', published_at = %s
WHERE import_batch = %s AND review_status = 'VERIFIED'
"""
NOTE_WHAT_ENDS = """
UPDATE imports_supersession s SET was = c.review_status FROM claims_claim c
WHERE s.batch_id = %s AND c.id = s.claim_id AND c.review_status <> 'RETIRED'
"""
END = """
UPDATE claims_claim c SET review_status = 'RETIRED', retired_at = %s FROM imports_supersession s
WHERE s.batch_id = %s AND s.claim_id = c.id AND s.was <> ''
"""
AMEND = """
UPDATE sites_place p SET name = coalesce(a.{0} ->> 'name', p.name),
    location_precision = coalesce(a.{0} ->> 'location_precision', p.location_precision),
    geom = CASE WHEN a.{0} ? 'geom' THEN ST_GeomFromEWKT(a.{0} ->> 'geom') ELSE p.geom END,
    declared_province = coalesce(a.{0} ->> 'declared_province', p.declared_province),
    declared_territoire = coalesce(a.{0} ->> 'declared_territoire', p.declared_territoire),
    declared_collectivite = coalesce(a.{0} ->> 'declared_collectivite', p.declared_collectivite),
    declared_groupement = coalesce(a.{0} ->> 'declared_groupement', p.declared_groupement),
    declared_village = coalesce(a.{0} ->> 'declared_village', p.declared_village)
FROM imports_placeamendment a WHERE a.batch_id = %s AND a.place_id = p.id AND a.done = {1}
"""


def verify_batch(batch: ImportBatch, *, by: Any) -> None:
    """The batch's submitted claims are verified; analysts read them. Recorded as `import.verify`.

    For the secretariat except who imported: that raises `Fault.SECOND_PERSON`; another state raises `Fault.STALE`.
    """
    person = reach_of(by).person
    with transaction.atomic(), connection.cursor() as cursor:
        held = _hold(batch, BatchState.IMPORTED)
        if person is not None and person == held.imported_by_id:
            raise Problem(Fault.SECOND_PERSON)
        require("verify", held, by=by)
        held.state, held.verified_by_id, held.verified_at = BatchState.VERIFIED, person, timezone.now()
        held.save(update_fields=["state", "verified_by", "verified_at"])
        with in_bulk(cursor):
            cursor.execute(VERIFY, [person, held.verified_at, held.pk])
            record("import.verify", held, by=by, claims=cursor.rowcount)
            count_anew(cursor)
            refresh_states(touched_places(cursor, held.pk))


def publish_batch(batch: ImportBatch, *, by: Any) -> None:
    """The batch's claims are released with one date, its places accepted with codes, and what it replaces ends.

    For a second person of the secretariat: `Fault.SECOND_PERSON` for who imported or verified, `Fault.STALE` for
    another state, `Fault.NOT_READY` while an earlier batch that it corrects is not released. Recorded as
    `import.publish`.
    """
    person = reach_of(by).person
    with transaction.atomic(), connection.cursor() as cursor:
        held = _hold(batch, BatchState.VERIFIED)
        if person is not None and person in (held.imported_by_id, held.verified_by_id):
            raise Problem(Fault.SECOND_PERSON)
        require("publish", held, by=by)
        if _corrects_unreleased(held):
            raise Problem(Fault.NOT_READY)
        now = timezone.now()
        held.state, held.published_by_id, held.published_at = BatchState.PUBLISHED, person, now
        held.save(update_fields=["state", "published_by", "published_at"])
        with in_bulk(cursor):
            _release(cursor, held.pk, now)
            record("import.publish", held, by=by, claims=held.counts.get("claims_added"))
            count_anew(cursor)
            refresh_states(touched_places(cursor, held.pk))


def _release(cursor: CursorWrapper, batch: UUID, now: Any) -> None:
    cursor.execute(NOTE_WHAT_ENDS, [batch])
    cursor.execute(END, [now, batch])
    cursor.execute(AMEND.format("after", "false"), [batch])
    cursor.execute("UPDATE imports_placeamendment SET done = true WHERE batch_id = %s", [batch])
    accept_places(cursor, batch, now)
    Actor.objects.filter(import_batch=batch, status=PlaceStatus.PROPOSED).update(status=PlaceStatus.ACCEPTED)
    cursor.execute(PUBLISH, [now, batch])


def _hold(batch: ImportBatch, state: BatchState) -> ImportBatch:
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if held.state != state:
        raise Problem(Fault.STALE)
    return held


def _corrects_unreleased(batch: ImportBatch) -> bool:
    earlier = ImportBatch.objects.exclude(pk=batch.pk).filter(rows__replaced_by__batch=batch)
    return earlier.filter(state__in=(BatchState.IMPORTED, BatchState.VERIFIED)).exists()
