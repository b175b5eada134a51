"""What may stand in a cell of the layout: a row with an error is refused as a whole, the rest is remarked on."""

from django.db.backends.utils import CursorWrapper

from ..codes import RemarkKind as Kind
from ..days import DAY_OF_TEXT
from ..staging import remark
from .columns import COMPULSORY, LENGTHS, Columns

NEVER_EMPTY = tuple(
    name for name in COMPULSORY if name not in {"longitude", "latitude", "presence", "interference", "mineral1"}
)
WEST, SOUTH, EAST, NORTH = 11.0, -14.5, 32.5, 6.5
"""A box around the country, in degrees."""

NUMBER = r"^[+-]?\d{1,3}(\.\d+)?$"
IS_POSITION = f"c.longitude ~ '{NUMBER}' AND c.latitude ~ '{NUMBER}'"


def refuse(cursor: CursorWrapper, columns: Columns) -> None:
    """Note every error of every row."""
    cursor.execute(DAY_OF_TEXT)
    for name in NEVER_EMPTY:
        remark(cursor, Kind.MISSING, name, f'c."{name}" IS NULL')
    for name in ("vid", "pcode"):
        remark(cursor, Kind.NOT_A_KEY, name, f"c.{name} !~ '^[A-Za-z0-9_.-]{{1,40}}$'")
    for name, most in LENGTHS.items():
        remark(cursor, Kind.TOO_LONG, name, f"length(c.{name}) > {most}")
    for n in columns.actors:
        remark(cursor, Kind.TOO_LONG, f"armed_group{n}", f"length(c.armed_group{n}) > 200")
    remark(
        cursor,
        Kind.NOT_A_DATE,
        "visit_date",
        "c.visit_date IS NOT NULL"
        " AND coalesce(pg_temp.day_of(c.visit_date) NOT BETWEEN '1990-01-01' AND current_date + 1, true)",
    )
    for name in columns.flags:
        remark(cursor, Kind.NOT_YES_NO, name, f"c.\"{name}\" NOT IN ('0', '1')")
    remark(cursor, Kind.NOT_A_NUMBER, "workers_numb", r"c.workers_numb !~ '^\d{1,6}$'")
    _refuse_positions(cursor)
    remark(
        cursor,
        Kind.REPEATED_KEY,
        "vid",
        "c.line > (SELECT min(e.line) FROM cells e WHERE e.vid = c.vid)",
    )


def _refuse_positions(cursor: CursorWrapper) -> None:
    for name, other in (("longitude", "latitude"), ("latitude", "longitude")):
        remark(cursor, Kind.NOT_A_NUMBER, name, f"c.{name} !~ '{NUMBER}'")
        remark(cursor, Kind.HALF_POSITION, name, f"c.{name} IS NULL AND c.{other} IS NOT NULL")
    for name, low, high in (("longitude", WEST, EAST), ("latitude", SOUTH, NORTH)):
        inside = f"CASE WHEN c.{name} ~ '{NUMBER}' THEN c.{name}::float8 BETWEEN {low} AND {high} END"
        remark(cursor, Kind.OUTSIDE, name, f"NOT ({inside})")


def warn(cursor: CursorWrapper, columns: Columns) -> None:
    """Note what is corrected or not understood in the rows that stay: those of `visit`."""
    kept = "c.line IN (SELECT line FROM visit)"
    remark(cursor, Kind.INTERFERENCE_ALONE, "interference", f"{kept} AND c.presence = '0' AND c.interference = '1'")
    remark(
        cursor,
        Kind.TYPE_DISAGREES,
        "type_armed_group1",
        f"{kept} AND c.presence = '1' AND c.interference = '1'"
        " AND folded(c.type_armed_group1) LIKE '%pasdingerenceconstatee'",
    )
    for n in columns.minerals:
        _warn_unknown(cursor, Kind.UNKNOWN_MINERAL, f"mineral{n}", "mineral")
        for name in (f"selling_points_mineral{n}", f"final_destination_mineral{n}"):
            if name in columns.present:
                _warn_lists(cursor, name)
    for name in columns.services:
        _warn_unknown(cursor, Kind.UNKNOWN_SERVICE, name, "service")
    for n in columns.actors:
        _warn_unknown(cursor, Kind.UNKNOWN_FREQUENCY, f"frequency_armed_group{n}", "frequency")
        _warn_unknown(cursor, Kind.UNKNOWN_ACTOR, f"armed_group{n}", "actor")
    _warn_unknown(cursor, Kind.UNKNOWN_PROGRAMME, "traceability", "programme")
    _warn_unknown(cursor, Kind.UNKNOWN_STATUS, "qualification", "qualification")
    _warn_unknown(cursor, Kind.UNKNOWN_REASON, "visit_onsite_novisitreason", "no_visit_reason")
    _warn_places(cursor, kept)


def _warn_unknown(cursor: CursorWrapper, kind: str, column: str, words: str) -> None:
    known = f"EXISTS (SELECT FROM meaning m WHERE m.list = '{words}' AND m.word = folded(c.\"{column}\"))"
    remark(cursor, kind, column, f'c.line IN (SELECT line FROM visit) AND c."{column}" IS NOT NULL AND NOT {known}')


def _warn_lists(cursor: CursorWrapper, column: str) -> None:
    names = f"SELECT btrim(n) AS name FROM unnest(string_to_array(c.\"{column}\", ',')) n WHERE btrim(n) <> ''"
    twice = f"EXISTS (SELECT FROM ({names}) q GROUP BY name HAVING count(*) > 1)"
    remark(cursor, Kind.NAME_TWICE, column, f"c.line IN (SELECT line FROM visit) AND {twice}")
    trimmed = f'EXISTS (SELECT FROM staged s WHERE s.line = c.line AND s."{column}" <> c."{column}")'
    remark(
        cursor, Kind.BLANKS, column, f'c.line IN (SELECT line FROM visit) AND c."{column}" IS NOT NULL AND {trimmed}'
    )


def _warn_places(cursor: CursorWrapper, kept: str) -> None:
    remark(
        cursor,
        Kind.UNKNOWN_ORIGIN,
        "location_origin",
        "c.location_origin IS NOT NULL AND c.line IN (SELECT line FROM visit WHERE precision_of_place IS NULL)",
    )
    remark(cursor, Kind.NO_POSITION, "longitude", f"{kept} AND c.longitude IS NULL")
    province = "SELECT FROM sites_area a WHERE a.level = 1 AND folded(a.name) = folded(c.province)"
    remark(cursor, Kind.UNKNOWN_PROVINCE, "province", f"{kept} AND NOT EXISTS ({province})")
    moved = (
        "SELECT FROM visit o JOIN visit v ON v.pcode = o.pcode AND v.line = c.line"
        " WHERE (o.longitude, o.latitude) IS DISTINCT FROM (v.longitude, v.latitude)"
    )
    remark(cursor, Kind.MOVED, "longitude", f"{kept} AND EXISTS ({moved})")
