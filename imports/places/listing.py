"""A flat list of places: checked in one pass, compared with the register, written as one batch."""

from django.db.backends.utils import CursorWrapper

from sites.codes import PlaceKind, PlaceStatus, Sensitivity
from sites.models import Place

from ..codes import REFUSING
from ..codes import RemarkKind as Kind
from ..ipis.checks import EAST, NORTH, NUMBER, SOUTH, WEST
from ..keys import key_sql
from ..models import ImportBatch, PlaceAmendment
from ..staging import Check, remark_all
from ..writing import insert_rows
from .locating import KEPT, located_set_wise

LAYOUT = "places"
COMPULSORY = ("external_id", "name", "longitude", "latitude", "province")
DECLARED = ("province", "territoire", "collectivite", "groupement", "village")
KNOWN = ("external_id", "name", "kind", "longitude", "latitude", *DECLARED)


def check(cursor: CursorWrapper) -> None:
    """Note every error of every row, in one pass over the cells."""
    kinds = ", ".join(f"'{kind}'" for kind in PlaceKind.values)
    checks = [Check(Kind.MISSING, name, f"c.{name} IS NULL") for name in COMPULSORY]
    checks += [
        Check(Kind.NOT_A_KEY, "external_id", "c.external_id !~ '^[A-Za-z0-9_.-]{1,40}$'"),
        Check(Kind.TOO_LONG, "name", "length(c.name) > 200"),
        Check(Kind.UNKNOWN_KIND, "kind", f"c.kind NOT IN ({kinds})"),
        *(Check(Kind.TOO_LONG, name, f"length(c.{name}) > 120") for name in DECLARED),
    ]
    for name, low, high in (("longitude", WEST, EAST), ("latitude", SOUTH, NORTH)):
        checks.append(Check(Kind.NOT_A_NUMBER, name, f"c.{name} !~ '{NUMBER}'"))
        number = f"CASE WHEN c.{name} ~ '{NUMBER}' THEN c.{name}::float8 END"
        checks.append(Check(Kind.OUTSIDE, name, f"{number} NOT BETWEEN {low} AND {high}"))
    remark_all(cursor, checks)
    cursor.execute(
        f"""INSERT INTO remark SELECT line, 'external_id', left(external_id, 200), '{Kind.REPEATED_KEY}' FROM (
        SELECT line, external_id, row_number() OVER (PARTITION BY external_id ORDER BY line) AS n FROM cells) q
        WHERE n > 1 AND external_id IS NOT NULL"""
    )


def compare(cursor: CursorWrapper) -> None:
    """Make `listed`: the rows that were not refused, and what each is beside the register."""
    refusing = ", ".join(f"'{kind}'" for kind in REFUSING)
    declared = ", ".join(f"coalesce(c.{name}, '') AS {name}" for name in DECLARED)
    same = " AND ".join(f"p.declared_{name} = coalesce(c.{name}, '')" for name in DECLARED)
    here = "ST_X(p.geom) = c.longitude::float8 AND ST_Y(p.geom) = c.latitude::float8"
    cursor.execute(
        f"""CREATE TEMP TABLE listed ON COMMIT DROP AS
    SELECT c.line, c.external_id, c.name, coalesce(c.kind, '{PlaceKind.MINE_SITE}') AS kind,
        ST_SetSRID(ST_MakePoint(c.longitude::float8, c.latitude::float8), 4326) AS geom, {declared},
        p.id AS stands, CASE WHEN p.id IS NULL THEN 'added'
            WHEN p.name = c.name AND {same} AND {here} THEN 'unchanged' ELSE 'changed' END AS became
    FROM cells c LEFT JOIN sites_place p ON p.id = {key_sql(LAYOUT, "c.external_id")}
    WHERE NOT EXISTS (SELECT FROM remark r WHERE r.line = c.line AND r.kind IN ({refusing}))"""
    )


def write(cursor: CursorWrapper, batch: ImportBatch) -> int:
    """Propose what is new and note what would change in what stands; return how many were proposed."""
    given = {
        "id": key_sql(LAYOUT, "l.external_id"),
        "kind": "l.kind",
        "name": "l.name",
        "external_ids": f"jsonb_build_object('{LAYOUT}', l.external_id)",
        "geom": "l.geom",
        "status": f"'{PlaceStatus.PROPOSED}'",
        "sensitivity": f"'{Sensitivity.MODERATE}'",
        "import_batch": f"'{batch.pk}'::uuid",
        **{f"declared_{name}": f"l.{name}" for name in DECLARED},
        **KEPT,
    }
    with located_set_wise(cursor):
        added = insert_rows(cursor, Place, given, "FROM listed l JOIN located w USING (line) WHERE l.stands IS NULL")
    said = {"name": "l.name", **{f"declared_{name}": f"l.{name}" for name in DECLARED}}
    said["geom"] = "ST_AsEWKT(l.geom)"
    stands = {**{name: f"p.{name}" for name in said}, "geom": "ST_AsEWKT(p.geom)"}
    pairs = ", ".join(f"('{name}', {stands[name]}::text, {new}::text)" for name, new in said.items())
    amended = {
        "id": "gen_random_uuid()",
        "batch_id": f"'{batch.pk}'::uuid",
        "place_id": "p.id",
        "before": "d.before",
        "after": "d.after",
    }
    rows = f"""FROM listed l JOIN sites_place p ON p.id = l.stands CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(c.field, c.old) AS before, jsonb_object_agg(c.field, c.new) AS after
        FROM (VALUES {pairs}) c (field, old, new) WHERE c.old IS DISTINCT FROM c.new) d
        WHERE l.became = 'changed' AND d.after IS NOT NULL"""
    insert_rows(cursor, PlaceAmendment, amended, rows)
    return added
