"""Administrative areas with their outlines, by P-code; then every place is located anew."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _

from access.audit import record
from claims.state import refresh_states
from sites.models import Area

from ..bulk import count_anew, in_bulk
from ..faults import FileFault
from ..keys import key_sql
from ..staging import one
from ..writing import insert_rows
from .shapes import fetched, read_shapes

ATTRIBUTION = "OCHA COD-AB"
NAMES_BY_LEVEL = """
CREATE TEMP TABLE outline ON COMMIT DROP AS
WITH told AS (
    SELECT s.number, s.geom, lower(f.key) AS key, btrim(f.value) AS value
    FROM shape s CROSS JOIN LATERAL jsonb_each_text(s.fields) f WHERE s.geom IS NOT NULL AND btrim(f.value) <> ''),
coded AS (
    SELECT number, (regexp_match(key, '^adm(?:in)?([0-4])_?pcode$'))[1]::int AS level, value AS pcode
    FROM told WHERE key ~ '^adm(in)?[0-4]_?pcode$'),
deepest AS (SELECT DISTINCT ON (number) number, level, pcode FROM coded ORDER BY number, level DESC),
named AS (
    SELECT DISTINCT ON (d.number) d.number, t.value AS name
    FROM deepest d JOIN told t ON t.number = d.number
        AND t.key ~ ('^adm(in)?' || d.level || '(name)?_?(fr|ref|en|name)?$')
    ORDER BY d.number, array_position(ARRAY['fr', 'ref', 'en'], right(t.key, 2)) NULLS LAST, t.key)
SELECT d.level, d.pcode, min(n.name) AS name, min(above.pcode) AS parent, count(*) AS parts,
    ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(s.geom)), 3)) AS geom
FROM deepest d JOIN shape s USING (number) LEFT JOIN named n USING (number)
LEFT JOIN coded above ON above.number = d.number AND above.level = d.level - 1
WHERE d.level >= 1 AND d.pcode ~ '^CD[0-9]{2,10}$' GROUP BY d.level, d.pcode
"""

PROVINCES_OF_TERRITOIRES = """
UPDATE sites_area p SET geom = j.geom, source = j.source
FROM (SELECT parent_id, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(geom)), 3)) AS geom, min(source) AS source
    FROM sites_area WHERE level = 2 AND geom IS NOT NULL GROUP BY parent_id) j
WHERE j.parent_id = p.id AND p.level = 1
"""
"""Layers that were simplified apart do not fit: where territoires are loaded, a province is what they are together."""


@dataclass
class Loaded:
    """What became of the files."""

    shapes: int = 0
    areas_added: int = 0
    areas_updated: int = 0
    skipped: int = 0
    repaired: list[dict[str, str]] = field(default_factory=list)
    places_moved: int = 0
    places_disagreeing: int = 0

    def as_json(self) -> dict[str, Any]:
        """One plain object."""
        return asdict(self)


def load_boundaries(names: list[str], *, by: Any, source: str = ATTRIBUTION) -> Loaded:
    """Areas get the outlines of the files (COD-AB fields), all places are located anew and states computed.

    For the command line. Recorded as `boundaries.load`. Raises `FileFault`; then nothing was written.
    """
    loaded = Loaded()
    with transaction.atomic(), connection.cursor() as cursor:
        for name in names:
            with fetched(name) as path:
                shapes = read_shapes(cursor, path)
            loaded.shapes += shapes.read
            loaded.repaired += [{"file": path.name, **repair} for repair in shapes.repaired]
            _take(cursor, loaded, source, path.name)
        cursor.execute(PROVINCES_OF_TERRITOIRES)
        loaded.places_moved = relocate(cursor)
        loaded.places_disagreeing = one(cursor, "SELECT count(*) FROM sites_place WHERE cardinality(provinces) > 1")
        record("boundaries.load", Area, by=by, shapes=loaded.shapes, moved=loaded.places_moved)
    return loaded


def relocate(cursor: CursorWrapper) -> int:
    """Let the database locate every place anew and compute the states; return how many changed their provinces."""
    cursor.execute("CREATE TEMP TABLE stood ON COMMIT DROP AS SELECT id, provinces FROM sites_place")
    with in_bulk(cursor):
        cursor.execute("SET LOCAL filon.relocate = 'on'")
        cursor.execute("UPDATE sites_place SET geom = geom")
        cursor.execute("SET LOCAL filon.relocate = ''")
        moved = "SELECT count(*) FROM sites_place p JOIN stood s USING (id) WHERE p.provinces <> s.provinces"
        count = int(one(cursor, moved))
        count_anew(cursor)
        refresh_states(None)
    return count


def _take(cursor: CursorWrapper, loaded: Loaded, source: str, file: str) -> None:
    cursor.execute(NAMES_BY_LEVEL)
    found = one(cursor, "SELECT count(*) FROM outline")
    if not found:
        raise FileFault(
            _("“%(name)s” has no polygons with P-codes of the country (fields ADM1_PCODE, ADM2_PCODE …).")
            % {"name": file}
        )
    loaded.skipped += int(one(cursor, "SELECT (SELECT count(*) FROM raw_shape) - sum(parts) FROM outline"))
    cursor.execute(
        "UPDATE sites_area a SET geom = o.geom, source = %s, level = o.level FROM outline o WHERE o.pcode = a.pcode",
        [source],
    )
    loaded.areas_updated += cursor.rowcount
    given = {
        "id": key_sql("area", "o.pcode"),
        "pcode": "o.pcode",
        "level": "o.level",
        "name": "left(coalesce(o.name, o.pcode), 120)",
        "parent_id": "(SELECT p.id FROM sites_area p WHERE p.pcode = o.parent)",
        "geom": "o.geom",
        "source": "'" + source.replace("'", "''") + "'",
    }
    rows = "FROM outline o WHERE NOT EXISTS (SELECT FROM sites_area a WHERE a.pcode = o.pcode)"
    loaded.areas_added += insert_rows(cursor, Area, given, rows)
    cursor.execute(
        "UPDATE sites_area a SET parent_id = p.id FROM outline o JOIN sites_area p ON p.pcode = o.parent"
        " WHERE a.pcode = o.pcode AND a.parent_id IS DISTINCT FROM p.id"
    )
    cursor.execute("DROP TABLE outline, shape, raw_shape")
