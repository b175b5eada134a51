"""Claims of the rows that are new or changed; what stood before ends only when the batch is released."""

from uuid import UUID

from django.db.backends.utils import CursorWrapper

from claims.codes import ClaimKind, ReviewStatus
from claims.models import ChainLeg, Claim, Involvement, Observation, ObservedMineral, Qualification
from sites.codes import Sensitivity

from ..models import ImportBatch, ImportedRow, Supersession
from ..writing import insert_kinds, insert_rows

MODEL_OF_KIND = {
    ClaimKind.OBSERVATION: Observation,
    ClaimKind.LEG: ChainLeg,
    ClaimKind.INVOLVEMENT: Involvement,
    ClaimKind.QUALIFICATION: Qualification,
}
HEADS = """
CREATE TEMP TABLE head ON COMMIT DROP AS
SELECT c.entry_id, c.id, c.content_hash, c.review_status,
    c.review_status = 'RETIRED' AND EXISTS (
        SELECT FROM imports_supersession u WHERE u.claim_id = c.id AND u.was <> '') AS ended
FROM claims_claim c JOIN touched_entry t ON t.entry_id = c.entry_id
WHERE NOT EXISTS (SELECT FROM claims_claim n WHERE n.supersedes_id = c.id AND n.entry_id = c.entry_id)
"""
"""The last claim of each entry; `ended`: because a file no longer said it, not because a person withdrew it."""

ENTRIES = """
CREATE TEMP TABLE touched_entry ON COMMIT DROP AS
SELECT s.entry_id FROM said s JOIN visit v USING (line) WHERE v.became <> 'unchanged'
UNION SELECT unnest(r.entries) FROM visit v JOIN imports_importedrow r ON r.id = v.replaces
WHERE v.became = 'changed'
"""
FRESH = """
CREATE TEMP TABLE fresh ON COMMIT DROP AS
SELECT s.*, h.id AS supersedes_id,
    CASE WHEN n.versions IS NULL THEN s.entry_id ELSE uuid_generate_v5(s.entry_id, n.versions::text) END AS id
FROM said s JOIN visit v USING (line) LEFT JOIN head h USING (entry_id)
LEFT JOIN (SELECT c.entry_id, count(*) AS versions FROM claims_claim c JOIN touched_entry USING (entry_id) GROUP BY 1) n
    USING (entry_id)
WHERE v.became <> 'unchanged' AND (h.id IS NULL OR h.ended OR h.content_hash <> s.content_hash)
"""


def make_claims(cursor: CursorWrapper, batch: ImportBatch, recorded_by: UUID | None) -> dict[str, int]:
    """Submit a claim for each statement that is new or different; return how many of each kind."""
    for table, statement in (("touched_entry", ENTRIES), ("head", HEADS), ("fresh", FRESH)):
        cursor.execute(statement)
        cursor.execute(f"ANALYZE {table}")
    recorded = f"'{recorded_by}'::uuid" if recorded_by else "NULL::uuid"
    given = {
        "id": "f.id",
        "kind": "f.kind",
        "entry_id": "f.entry_id",
        "content_hash": "f.content_hash",
        "source_id": "v.source_id",
        "place_id": "v.place_id",
        "place_as_stated": "v.name",
        "observed_from": "v.seen_on",
        "observed_from_precision": "v.precision",
        "stated_on": "v.seen_on",
        "stated_precision": "v.precision",
        "recorded_at": "now()",
        "basis": "v.basis",
        "sensitivity": f"'{Sensitivity.MODERATE}'",
        "import_batch": f"'{batch.pk}'::uuid",
        "review_status": f"'{ReviewStatus.SUBMITTED}'",
        "recorded_by": recorded,
        "supersedes_id": "f.supersedes_id",
    }
    insert_rows(cursor, Claim, given, "FROM fresh f JOIN visit v USING (line)")
    counts = {kind.value: insert_kinds(cursor, model, kind.value) for kind, model in MODEL_OF_KIND.items()}
    mineral = {"id": "gen_random_uuid()", "observation_id": "f.id", "mineral": "m.mineral", "rank": "m.rank"}
    rows = "FROM fresh f CROSS JOIN LATERAL jsonb_to_recordset(f.content -> 'minerals') AS m (mineral text, rank int)"
    insert_rows(cursor, ObservedMineral, mineral, rows)
    return counts


def supersede(cursor: CursorWrapper, batch: ImportBatch) -> None:
    """Note which claims end on release: those that a fresh one replaces, and those that their row no longer says."""
    given = {"id": "gen_random_uuid()", "batch_id": f"'{batch.pk}'::uuid", "claim_id": "h.id"}
    rows = """FROM head h WHERE h.review_status <> 'RETIRED' AND (
        EXISTS (SELECT FROM fresh f WHERE f.supersedes_id = h.id)
        OR NOT EXISTS (SELECT FROM said s WHERE s.entry_id = h.entry_id))"""
    insert_rows(cursor, Supersession, given, rows)


def keep_rows(cursor: CursorWrapper, batch: ImportBatch) -> int:
    """Keep the raw rows that are new or changed; each replaces the row that stood for its visit."""
    given = {
        "id": "gen_random_uuid()",
        "batch_id": f"'{batch.pk}'::uuid",
        "line": "v.line",
        "external_id": "v.vid",
        "raw": "jsonb_strip_nulls(to_jsonb(t) - 'line')",
        "content_hash": "v.content_hash",
        "place_id": "v.place_id",
        "entries": "ARRAY(SELECT s.entry_id FROM said s WHERE s.line = v.line ORDER BY s.entry_id)",
    }
    kept = insert_rows(
        cursor, ImportedRow, given, "FROM visit v JOIN staged t USING (line) WHERE v.became <> 'unchanged'"
    )
    cursor.execute(
        "UPDATE imports_importedrow o SET replaced_by_id = n.id FROM visit v JOIN imports_importedrow n"
        " ON n.external_id = v.vid AND n.batch_id = %s WHERE o.id = v.replaces AND v.became = 'changed'",
        [batch.pk],
    )
    return kept
