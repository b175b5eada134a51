"""Typed visits from staged cells: times, places, sources, armed presence."""

from django.db.backends.utils import CursorWrapper

from ..codes import REFUSING
from ..keys import hash_sql, key_sql
from .actors import ACTORS, CATEGORY_OF_TYPE
from .columns import Columns
from .words import LISTS, PRECISION_OF_ORIGIN

LAYOUT = "ipis"
PRESENCE = """CASE
    WHEN c.presence = '1' AND c.interference = '1' THEN 'PRESENT_INT'
    WHEN c.presence = '1' AND c.interference = '0' THEN 'PRESENT_NO_INT'
    WHEN c.presence = '1' THEN 'PRESENT_NO_DATA'
    WHEN c.presence = '0' THEN 'ABSENT'
    ELSE 'NO_DATA' END"""
ANSWER = "CASE {} WHEN '1' THEN 'YES' WHEN '0' THEN 'NO' ELSE 'NO_DATA' END"
ACTIVITY = """CASE WHEN c.visit_onsite = '0' AND reason.code IN ('INSECURITY', 'ROADS', 'WEATHER', 'REFUSED')
    THEN 'INACCESSIBLE' ELSE 'UNKNOWN' END"""


def teach_words(cursor: CursorWrapper) -> None:
    """Fill the temporary table `meaning`: list, word as `folded` writes it, code."""
    cursor.execute(
        "CREATE TEMP TABLE meaning (list text, word text, code text, PRIMARY KEY (list, word)) ON COMMIT DROP"
    )
    words = [(name, word, code) for name, codes in LISTS.items() for word, code in codes.items()]
    words += [("actor", alias, actor.name) for actor in ACTORS for alias in (actor.name, *actor.aliases)]
    words += [("actor_category", actor.name, actor.category) for actor in ACTORS]
    words += [("category_of_type", start, category) for start, category in CATEGORY_OF_TYPE]
    cursor.execute(
        "INSERT INTO meaning SELECT DISTINCT ON (l, folded(w)) l, folded(w), c"
        " FROM unnest(%s::text[], %s::text[], %s::text[]) AS t (l, w, c) ORDER BY l, folded(w), c",
        [list(column) for column in zip(*words)],
    )


def make_visits(cursor: CursorWrapper, columns: Columns) -> None:
    """Make `visit`: one typed row per row of the file that was not refused."""
    refusing = ", ".join(f"'{kind}'" for kind in REFUSING)
    patterns = " ".join(
        f"WHEN lower(c.location_origin) LIKE '{pattern}' THEN '{code}'" for pattern, code in PRECISION_OF_ORIGIN
    )
    content = ", ".join(f'c."{name}"' for name in columns.known)
    cursor.execute(
        f"""CREATE TEMP TABLE visit ON COMMIT DROP AS
    SELECT c.line, c.vid, c.pcode, c.name, c.source, c.project,
        {key_sql(LAYOUT, "c.vid")} AS visit_id,
        {key_sql(LAYOUT, "'place'", "c.pcode")} AS place_key,
        {key_sql(LAYOUT, "'source'", "c.source", "c.project")} AS source_id,
        pg_temp.day_of(c.visit_date) AS seen_on,
        CASE WHEN c.visit_date LIKE '%-01-01' THEN 'YEAR' ELSE 'DAY' END AS precision,
        CASE c.visit_onsite WHEN '1' THEN 'SEEN' ELSE 'HEARD' END AS basis,
        c.longitude::float8 AS longitude, c.latitude::float8 AS latitude,
        CASE {patterns} END AS precision_of_place,
        coalesce(c.province, '') AS province, coalesce(c.territoire, '') AS territoire,
        coalesce(c.collectivite, '') AS collectivite, coalesce(c.groupement, '') AS groupement,
        coalesce(c.village, '') AS village,
        {PRESENCE} AS armed_presence, {ACTIVITY} AS activity_status,
        CASE WHEN c.visit_onsite_novisitreason IS NULL THEN ''
            ELSE coalesce(reason.code, 'OTHER') END AS no_visit_reason,
        {hash_sql(f"SELECT jsonb_strip_nulls(to_jsonb(q)) FROM (SELECT {content}) q")} AS content_hash
    FROM cells c
    LEFT JOIN meaning reason ON reason.list = 'no_visit_reason' AND reason.word = folded(c.visit_onsite_novisitreason)
    WHERE NOT EXISTS (SELECT FROM remark r WHERE r.line = c.line AND r.kind IN ({refusing}))"""
    )
    cursor.execute("CREATE UNIQUE INDEX ON visit (line)")
    cursor.execute("CREATE INDEX ON visit (pcode)")
    cursor.execute("ANALYZE visit")
    _compare(cursor)


def _compare(cursor: CursorWrapper) -> None:
    """Say of each visit whether it is new, changed or as it was, by the row that stands for it now."""
    cursor.execute(
        f"""ALTER TABLE visit ADD became text NOT NULL DEFAULT 'added', ADD replaces uuid;
    UPDATE visit v SET replaces = r.id,
        became = CASE WHEN r.content_hash = v.content_hash THEN 'unchanged' ELSE 'changed' END
    FROM imports_importedrow r JOIN imports_importbatch b ON b.id = r.batch_id AND b.layout = '{LAYOUT}'
        AND b.state <> 'UNDONE'
    WHERE r.external_id = v.vid AND r.replaced_by_id IS NULL"""
    )
