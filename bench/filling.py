"""Fills a database with synthetic places and claims; runs as `python -m bench.filling PLACES` on an empty one."""

import sys
from pathlib import Path
from typing import Any

import django

SPOTS = Path(__file__).parent / "sql" / "spots.sql"
PROVINCE = "CD74"
SEED = 0.42
CLAIMED = ("claims_claim", "claims_observation", "claims_observedmineral", "claims_involvement")
CODE = " || ".join(
    f"substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (number >> {shift} & 31) + 1, 1)" for shift in range(25, -1, -5)
)
RELEASED = {
    "source_id": "md5('source ' || r.source)::uuid",
    "place_id": "r.place_id",
    "place_as_stated": "r.name",
    "observed_from": "r.seen_on",
    "stated_on": "r.seen_on",
    "recorded_at": "r.seen_on + interval '40 days'",
    "published_at": "r.seen_on + interval '90 days'",
    "basis": "'SEEN'",
    "sensitivity": "'LOW'",
    "open_data": "true",
    "about_state": "false",
    "review_status": "'PUBLISHED'",
    "provinces": f"ARRAY['{PROVINCE}']",
}
"""What all claims have in common: open, released, of one province, so that a provincial ministry sees them."""


def fill(places: int) -> None:
    """Write people, registers, claims, states and the flat tables of the peers, in one go."""
    from django.db import connection

    from claims.state import refresh_states
    from config.demonstration.people import open_accounts
    from ops.installation import installation

    open_accounts(installation().password("demonstration-password"))
    with connection.cursor() as cursor:
        cursor.execute(f"SET work_mem = '128MB'; SELECT setseed({SEED})")
        cursor.execute(SPOTS.read_text().replace(":places", str(places)))
        for table in ("sites_place", *CLAIMED):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        _registers(cursor)
        _claims(cursor)
        for table in ("sites_place", *CLAIMED):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("ANALYZE")
        refresh_states(None)
        _flat(cursor)
        cursor.execute("VACUUM ANALYZE")


def _registers(cursor: Any) -> None:
    from imports.writing import insert_rows
    from sites.models import Actor, Place, Source

    source = {
        "id": "md5('source ' || r.i)::uuid",
        "kind": "'FIELD_VISIT'",
        "title": "'Campaign ' || r.i",
        "licence": "'Open licence'",
        "open_licence": "true",
        "origin": "'Campaign ' || r.i % 12",
        "sensitivity": "'LOW'",
    }
    insert_rows(cursor, Source, source, "FROM generate_series(1, 40) AS r (i)")
    actor = {
        "id": "md5('actor ' || r.i)::uuid",
        "category": "(ARRAY['AG_LOCAL', 'STATE_ARMED', 'AG_FOREIGN'])[1 + r.i % 3]",
        "name": "'Group ' || r.i",
        "status": "'ACCEPTED'",
        "sensitivity": "'LOW'",
    }
    insert_rows(cursor, Actor, actor, "FROM generate_series(1, 30) AS r (i)")
    place = {
        "id": "r.id",
        "kind": "r.kind",
        "code": CODE.replace("number", "r.number"),
        "number": "r.number",
        "name": "r.name",
        "geom": "ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)",
        "location_precision": "r.located",
        "declared_province": "'Tanganyika'",
        "declared_territoire": "r.territoire",
        "province_declared": f"'{PROVINCE}'",
        "provinces": f"ARRAY['{PROVINCE}']",
        "status": "'ACCEPTED'",
        "sensitivity": "'LOW'",
        "about_state": "false",
        "accepted_at": "now()",
    }
    insert_rows(cursor, Place, place, "FROM spot AS r ORDER BY r.i")


def _claims(cursor: Any) -> None:
    from claims.models import Claim, Involvement, Observation, ObservedMineral
    from imports.writing import insert_rows

    seen = RELEASED | {"id": "r.id", "kind": "'OBSERVATION'"}
    insert_rows(cursor, Claim, seen, "FROM visit AS r ORDER BY r.i, r.k")
    observed = {
        "claim_id": "r.id",
        "armed_presence": "r.presence",
        "activity_status": "r.activity",
        "workers_low": "r.workers",
        "workers_high": "r.workers",
    }
    insert_rows(cursor, Observation, observed, "FROM visit AS r ORDER BY r.i, r.k")
    mineral = {
        "id": "md5('mineral ' || r.id || m.rank)::uuid",
        "observation_id": "r.id",
        "mineral": "m.name",
        "rank": "m.rank",
    }
    rows = """FROM visit AS r CROSS JOIN LATERAL (VALUES
            (1, (ARRAY['GOLD', 'GOLD', 'GOLD', 'CASSITERITE', 'COLTAN'])[1 + r.i % 5]),
            (2, CASE WHEN r.i % 7 = 0 THEN 'WOLFRAMITE' END)) AS m (rank, name)
        WHERE m.name IS NOT NULL ORDER BY r.i, r.k"""
    insert_rows(cursor, ObservedMineral, mineral, rows)
    acted = RELEASED | {"id": "r.id", "kind": "'INVOLVEMENT'"}
    insert_rows(cursor, Claim, acted, "FROM deed AS r")
    deed = {"claim_id": "r.id", "actor_id": "md5('actor ' || r.actor)::uuid", "modes": "r.modes"}
    insert_rows(cursor, Involvement, deed, "FROM deed AS r")


def _flat(cursor: Any) -> None:
    """The same rows for the peers, ready joined: what the interface tells daudi, what an export tells celine."""
    from django.utils import timezone

    from access.reach import reach_of
    from accounts.models import Person
    from mapping.matching import View
    from reports.place_rows import place_rows
    from sites.disclosed import PLACE

    columns = ", ".join(PLACE)
    cursor.execute(
        f"CREATE TABLE flat_place AS SELECT row_number() OVER (ORDER BY number)::integer AS id, code, {columns}, geom"
        " FROM sites_place ORDER BY number"
    )
    celine = Person.objects.get(email="celine@demo.invalid")
    statement, parameters = place_rows(reach_of(celine), View(), timezone.localdate(), guarded=False)
    cursor.execute(
        f"CREATE TABLE flat_export AS SELECT row_number() OVER ()::integer AS id, r.*,"
        f" ST_SetSRID(ST_MakePoint(longitude::float8, latitude::float8), 4326) AS geom FROM ({statement}) AS r",
        parameters,
    )
    for name in ("flat_place", "flat_export"):
        cursor.execute(
            f"ALTER TABLE {name} ADD PRIMARY KEY (id); CREATE INDEX ON {name} USING gist (geom);"
            f"ALTER TABLE {name} ALTER geom TYPE geometry(Point, 4326)"
        )


if __name__ == "__main__":
    django.setup()
    fill(int(sys.argv[1]))
