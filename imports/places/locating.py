"""Provinces of many new places in one pass; the same answers as the trigger of the table gives for each row."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.utils import CursorWrapper

from ..staging import one

LOCATED = """
CREATE TEMP TABLE located ON COMMIT DROP AS
SELECT l.line, coalesce(d.pcode, '') AS declared, coalesce(p.pcodes, '{}') AS provinces,
    coalesce(t.pcode, '') AS territoire
FROM listed l
LEFT JOIN (
    SELECT n.province, min(a.pcode) AS pcode FROM (SELECT DISTINCT province FROM listed WHERE province <> '') n
    JOIN sites_area a ON a.level = 1 AND folded(a.name) = folded(n.province) GROUP BY 1) d USING (province)
LEFT JOIN (
    SELECT o.line, array_agg(a.pcode::text ORDER BY a.pcode) AS pcodes
    FROM sites_area a JOIN listed o ON ST_Intersects(a.geom, o.geom)
    WHERE a.level = 1 AND a.geom IS NOT NULL GROUP BY 1) p USING (line)
LEFT JOIN (
    SELECT o.line, min(a.pcode) AS pcode
    FROM sites_area a JOIN listed o ON ST_Intersects(a.geom, o.geom)
    WHERE a.level = 2 AND a.geom IS NOT NULL GROUP BY 1) t USING (line)
WHERE l.stands IS NULL
"""
PROVINCES = """CASE WHEN l.kind = 'ABROAD' THEN ARRAY['XA']
    WHEN w.declared = '' AND cardinality(w.provinces) = 0 THEN ARRAY['XU']
    WHEN cardinality(w.provinces) = 0 OR w.provinces = ARRAY[w.declared] THEN ARRAY[w.declared]
    ELSE ARRAY(SELECT DISTINCT c FROM unnest(w.provinces || w.declared) c WHERE c <> '' ORDER BY c) END"""
KEPT = {
    "province_declared": "w.declared",
    "province_located": "coalesce(w.provinces[1], '')",
    "territoire_located": "w.territoire",
    "provinces": PROVINCES,
}
"""Columns that the trigger keeps, from `listed` l joined with `located` w."""


@contextmanager
def located_set_wise(cursor: CursorWrapper) -> Iterator[None]:
    """Make `located` for the new rows of `listed`, and let them be inserted without the trigger that does the same."""
    if one(cursor, "SELECT EXISTS (SELECT FROM sites_area WHERE geom IS NOT NULL)"):
        cursor.execute("CREATE INDEX ON listed USING gist (geom)")
        cursor.execute("ANALYZE listed")
    cursor.execute(LOCATED)
    cursor.execute("SET LOCAL gin_pending_list_limit = '256MB'")
    cursor.execute("SET LOCAL filon.located_set_wise = 'on'")
    yield
    cursor.execute("SET LOCAL filon.located_set_wise = ''")
