"""What each visit says: one claim of observation, and one per armed actor, per leg and per qualification."""

from django.db.backends.utils import CursorWrapper

from ..keys import hash_sql, key_sql
from .columns import MODE_OF_FLAG, Columns
from .visits import ANSWER, LAYOUT

SAID = """
CREATE TEMP TABLE said (line integer NOT NULL, part text NOT NULL, kind text NOT NULL, content jsonb NOT NULL,
    entry_id uuid, content_hash text) ON COMMIT DROP
"""


def make_statements(cursor: CursorWrapper, columns: Columns) -> None:
    """Make `said`: every statement of every visit, with the key of its entry and the digest of its content."""
    cursor.execute(SAID)
    _observations(cursor, columns)
    for n in columns.actors:
        _involvements(cursor, n)
    for n in columns.minerals:
        _legs(cursor, n, "selling_points_mineral", "SELLING_POINT")
        _legs(cursor, n, "final_destination_mineral", "DESTINATION")
    _qualifications(cursor)
    whole = (
        "SELECT jsonb_build_object('pcode', v.pcode, 'on', v.seen_on, 'precision', v.precision, 'basis', v.basis,"
        " 'source', v.source_id, 'said', s.content)"
    )
    cursor.execute(
        f"""UPDATE said s SET content_hash = {hash_sql(whole)},
        entry_id = CASE s.part WHEN '' THEN v.visit_id ELSE {key_sql(LAYOUT, "v.vid", "s.part")} END
    FROM visit v WHERE v.line = s.line"""
    )
    cursor.execute("CREATE UNIQUE INDEX ON said (entry_id)")
    cursor.execute("ANALYZE said")


def _code(words: str, expression: str) -> str:
    """SQL of the code that a cell means in a list of words; null when it means none."""
    return f"(SELECT known.code FROM meaning known WHERE known.list = '{words}' AND known.word = folded({expression}))"


def _observations(cursor: CursorWrapper, columns: Columns) -> None:
    named = ", ".join(f"({n}, c.mineral{n})" for n in columns.minerals)
    minerals = f"""SELECT coalesce(
            jsonb_agg(jsonb_build_object('mineral', q.code, 'rank', q.rank) ORDER BY q.rank), '[]')
        FROM (SELECT coalesce({_code("mineral", "m.word")}, 'OTHER') AS code, min(m.rank) AS rank
            FROM (VALUES {named}) m (rank, word) WHERE m.word IS NOT NULL GROUP BY 1) q"""
    cells = ", ".join(f"c.{name}" for name in columns.services)
    services = f"""SELECT coalesce(jsonb_agg(q.code ORDER BY q.code), '[]') FROM (
        SELECT DISTINCT {_code("service", "w")} AS code FROM unnest(ARRAY[{cells}]) w) q WHERE q.code IS NOT NULL"""
    cursor.execute(
        f"""INSERT INTO said (line, part, kind, content)
    SELECT v.line, '', 'OBSERVATION', jsonb_build_object(
        'armed_presence', v.armed_presence, 'activity_status', v.activity_status,
        'no_visit_reason', v.no_visit_reason,
        'workers_low', c.workers_numb::integer, 'workers_high', c.workers_numb::integer,
        'mercury', {ANSWER.format("c.mercury")}, 'women', {ANSWER.format("c.women")},
        'children', {ANSWER.format("c.childunder15")},
        'programme', CASE WHEN c.traceability IS NOT NULL THEN coalesce({_code("programme", "c.traceability")}, 'OTHER')
            WHEN c.itsci IS NOT NULL THEN 'ITSCI' ELSE '' END,
        'programme_state', CASE WHEN coalesce(c.itsci, c.traceability) IS NULL THEN ''
            ELSE coalesce({_code("programme_state", "c.itsci")}, 'NOT_SAID') END,
        'services', ({services}), 'minerals', ({minerals}))
    FROM visit v JOIN cells c USING (line)"""
    )


def _involvements(cursor: CursorWrapper, n: int) -> None:
    flags = ", ".join(f"('{mode}', c.{flag}_armed_group{n})" for flag, mode in MODE_OF_FLAG.items())
    modes = f"""SELECT coalesce(jsonb_agg(f.mode ORDER BY f.mode), '[]')
        FROM (VALUES {flags}) f (mode, mark) WHERE f.mark = '1'"""
    frequency = f"c.frequency_armed_group{n}"
    cursor.execute(
        f"""INSERT INTO said (line, part, kind, content)
    SELECT v.line, 'actor{n}', 'INVOLVEMENT', jsonb_build_object(
        'actor', coalesce({_code("actor", f"c.armed_group{n}")}, c.armed_group{n}),
        'actor_as_stated', c.armed_group{n}, 'type', c.type_armed_group{n}, 'modes', ({modes}),
        'frequency', CASE WHEN {frequency} IS NULL THEN ''
            ELSE coalesce({_code("frequency", frequency)}, 'UNKNOWN') END)
    FROM visit v JOIN cells c USING (line) WHERE c.armed_group{n} IS NOT NULL"""
    )


def _legs(cursor: CursorWrapper, n: int, column: str, kind: str) -> None:
    mineral = (
        f"CASE WHEN c.mineral{n} IS NULL THEN 'UNKNOWN' ELSE coalesce({_code('mineral', f'c.mineral{n}')}, 'OTHER') END"
    )
    cursor.execute(
        f"""INSERT INTO said (line, part, kind, content)
    SELECT v.line, concat_ws(chr(31), '{kind}', '{n}', l.name, l.again), 'LEG',
        jsonb_build_object('to_text', l.name, 'leg_kind', '{kind}', 'mineral', {mineral})
    FROM visit v JOIN cells c USING (line) CROSS JOIN LATERAL (
        SELECT left(btrim(w), 200) AS name, row_number() OVER (PARTITION BY left(btrim(w), 200)) AS again
        FROM unnest(string_to_array(c.{column}{n}, ',')) w WHERE btrim(w) <> '') l"""
    )


def _qualifications(cursor: CursorWrapper) -> None:
    cursor.execute(
        """INSERT INTO said (line, part, kind, content)
    SELECT v.line, 'qualification', 'QUALIFICATION', jsonb_build_object('status', q.code)
    FROM visit v JOIN cells c USING (line) JOIN meaning q ON q.list = 'qualification'
        AND q.word = folded(c.qualification)"""
    )
