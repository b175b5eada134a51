"""Places, sources and actors that a batch brings, and what it would change in places that stand already."""

from django.db.backends.utils import CursorWrapper

from sites.codes import PlaceKind, PlaceStatus, Sensitivity, SourceKind
from sites.models import Actor, Place, Source

from ..keys import key_sql
from ..models import ImportBatch, PlaceAmendment
from ..writing import insert_rows
from .actors import ACTORS
from .visits import LAYOUT

LICENCE = "Données IPIS, licence ouverte (ODC-BY 1.0, à confirmer)"
POINT = "CASE WHEN v.longitude IS NOT NULL THEN ST_SetSRID(ST_MakePoint(v.longitude, v.latitude), 4326) END"
DECLARED = ("province", "territoire", "collectivite", "groupement", "village")
NAMED = f"""CREATE TEMP TABLE named ON COMMIT DROP AS
    SELECT n.name, coalesce(
        (SELECT a.id FROM sites_actor a WHERE a.status <> 'MERGED' AND (folded(a.name) = folded(n.name)
            OR folded(a.acronym) = folded(n.name)
            OR EXISTS (SELECT FROM unnest(a.aliases) w WHERE folded(w) = folded(n.name)))
            ORDER BY a.status, a.id LIMIT 1),
        {key_sql("actor", "folded(n.name)")}) AS actor_id,
        coalesce(
            (SELECT m.code FROM meaning m WHERE m.list = 'actor_category' AND m.word = folded(n.name)),
            (SELECT m.code FROM meaning m WHERE m.list = 'category_of_type'
                AND starts_with(folded(n.type), m.word) LIMIT 1),
            'UNKNOWN') AS category
    FROM (SELECT s.content ->> 'actor' AS name, min(s.content ->> 'type') AS type
        FROM said s JOIN visit v USING (line) WHERE s.kind = 'INVOLVEMENT' AND v.became <> 'unchanged' GROUP BY 1) n"""
"""Each named actor: its key in the register, by name or alias, or the key that it will have; its category."""
LATEST = """
CREATE TEMP TABLE latest ON COMMIT DROP AS
SELECT DISTINCT ON (v.pcode) v.*, NULL::uuid AS place_id FROM visit v ORDER BY v.pcode, v.seen_on DESC, v.vid DESC
"""


def make_places(cursor: CursorWrapper, batch: ImportBatch) -> int:
    """Propose the places that are new and set `place_id` in `visit`; return how many were proposed."""
    cursor.execute(LATEST)
    cursor.execute(
        "UPDATE latest l SET place_id = coalesce(p.merged_into_id, p.id) FROM sites_place p WHERE p.id = l.place_key"
    )
    given = {
        "id": "v.place_key",
        "kind": f"'{PlaceKind.MINE_SITE}'",
        "name": "v.name",
        "external_ids": f"jsonb_build_object('{LAYOUT}', v.pcode)",
        "geom": POINT,
        "location_precision": "coalesce(v.precision_of_place, 'UNKNOWN')",
        "status": f"'{PlaceStatus.PROPOSED}'",
        "sensitivity": f"'{Sensitivity.MODERATE}'",
        "import_batch": f"'{batch.pk}'::uuid",
        **{f"declared_{name}": f"v.{name}" for name in DECLARED},
    }
    added = insert_rows(cursor, Place, given, "FROM latest v WHERE v.place_id IS NULL")
    _amend(cursor, batch)
    cursor.execute("ALTER TABLE visit ADD place_id uuid")
    cursor.execute(
        "UPDATE visit v SET place_id = coalesce(l.place_id, l.place_key) FROM latest l WHERE l.pcode = v.pcode"
    )
    return added


def _amend(cursor: CursorWrapper, batch: ImportBatch) -> None:
    """Note what new or changed latest visits say otherwise of places that stood already; nothing changes yet."""
    said = {"name": "v.name", **{f"declared_{name}": f"v.{name}" for name in DECLARED}}
    said["location_precision"] = "coalesce(v.precision_of_place, p.location_precision)"
    said["geom"] = f"coalesce(ST_AsEWKT({POINT}), ST_AsEWKT(p.geom))"
    stands = {**{name: f"p.{name}" for name in said}, "geom": "ST_AsEWKT(p.geom)"}
    pairs = ", ".join(f"('{name}', {stands[name]}::text, {new}::text)" for name, new in said.items())
    changes = f"""FROM latest v JOIN sites_place p ON p.id = v.place_id AND p.id = v.place_key
        CROSS JOIN LATERAL (
            SELECT jsonb_object_agg(c.field, c.old) AS before, jsonb_object_agg(c.field, c.new) AS after
            FROM (VALUES {pairs}) c (field, old, new) WHERE c.old IS DISTINCT FROM c.new) d
        WHERE v.became <> 'unchanged' AND d.after IS NOT NULL"""
    given = {
        "id": "gen_random_uuid()",
        "batch_id": f"'{batch.pk}'::uuid",
        "place_id": "p.id",
        "before": "d.before",
        "after": "d.after",
    }
    insert_rows(cursor, PlaceAmendment, given, changes)


def make_sources(cursor: CursorWrapper, batch: ImportBatch) -> int:
    """Add a source for each new pair of source and project; return how many."""
    given = {
        "id": "v.source_id",
        "kind": f"'{SourceKind.FIELD_VISIT}'",
        "title": "v.source || ' – ' || v.project",
        "licence": f"'{LICENCE}'",
        "open_licence": "true",
        "origin": "v.project",
        "sensitivity": f"'{Sensitivity.MODERATE}'",
        "import_batch": f"'{batch.pk}'::uuid",
    }
    rows = """FROM (SELECT DISTINCT source_id, source, project FROM visit) v
        WHERE NOT EXISTS (SELECT FROM sites_source s WHERE s.id = v.source_id)"""
    return insert_rows(cursor, Source, given, rows)


def _know_aliases(cursor: CursorWrapper) -> None:
    known = [(actor.name, alias) for actor in ACTORS for alias in actor.aliases]
    cursor.execute(
        "CREATE TEMP TABLE known_alias ON COMMIT DROP AS"
        " SELECT * FROM unnest(%s::text[], %s::text[]) AS k (name, alias)",
        [list(column) for column in zip(*known)],
    )


def make_actors(cursor: CursorWrapper, batch: ImportBatch) -> int:
    """Find each named actor by name or alias, propose those that are missing, and set its key in `said`."""
    _know_aliases(cursor)
    cursor.execute(NAMED)
    given = {
        "id": "n.actor_id",
        "category": "n.category",
        "name": "n.name",
        "aliases": "coalesce((SELECT array_agg(k.alias) FROM known_alias k WHERE k.name = n.name), ARRAY[]::text[])",
        "status": f"'{PlaceStatus.PROPOSED}'",
        "sensitivity": f"'{Sensitivity.MODERATE}'",
        "import_batch": f"'{batch.pk}'::uuid",
    }
    rows = """FROM (SELECT DISTINCT ON (actor_id) * FROM named ORDER BY actor_id, name) n
        WHERE NOT EXISTS (SELECT FROM sites_actor a WHERE a.id = n.actor_id)"""
    added = insert_rows(cursor, Actor, given, rows)
    cursor.execute(
        "UPDATE said s SET content = s.content || jsonb_build_object('actor_id', n.actor_id)"
        " FROM named n WHERE s.kind = 'INVOLVEMENT' AND s.content ->> 'actor' = n.name"
    )
    return added
