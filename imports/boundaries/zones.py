"""Mining titles, artisanal zones and protected areas, from the fields that publishers use for them."""

from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _

from access.audit import record
from lib.ids import import_key
from sites.codes import Sensitivity, SourceKind, TitleStatus
from sites.models import Source, Zone

from ..days import DAY_OF_TEXT
from ..faults import FileFault
from ..keys import key_sql
from ..staging import one
from ..writing import insert_rows
from .shapes import fetched, read_shapes

FIELDS = {
    "name": ("name", "nom", "name_fr", "titre", "nom_zone", "nom_aire", "parc", "designation", "label"),
    "reference": ("reference", "code", "code_titre", "num_titre", "numero", "arrete", "wdpaid", "id_titre"),
    "holder": ("holder", "titulaire", "parties", "detenteur", "owner", "proprietaire", "gestionnaire"),
    "title": ("title", "type", "type_titre", "typ_titre", "statut"),
    "valid_from": ("valid_from", "date_octroi", "date_debut", "granted", "date_grant"),
    "valid_until": ("valid_until", "date_expiration", "date_expir", "date_fin", "expires", "expirydate"),
}
"""Names of fields, in small letters, the first that says something counts."""

DAY = r"replace((regexp_match(z.{0}, '^\s*(\d{{4}}[-/]\d{{2}}[-/]\d{{2}})'))[1], '/', '-')"
COLUMNS = ("name", "reference", "holder", "title", "valid_from", "valid_until", "geom", "source_id")


@dataclass
class LoadedZones:
    """What became of a file."""

    shapes: int = 0
    zones_added: int = 0
    zones_updated: int = 0
    without_polygon: int = 0
    repaired: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """One plain object."""
        return asdict(self)


def load_zones(name: str, kind: str, *, by: Any, source: str, licence: str = "") -> LoadedZones:
    """Zones of `kind` stand as the file has them; known ones (same reference, else same name) are renewed.

    For the command line. Recorded as `zones.load`. Raises `FileFault`; then nothing was written.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        with fetched(name) as path:
            shapes = read_shapes(cursor, path)
        if shapes.read == shapes.without_polygon:
            raise FileFault(_("“%(name)s” has no polygons.") % {"name": path.name})
        told = _source(source, licence)
        _name(cursor, kind)
        given = _given(kind, told)
        known = int(one(cursor, "SELECT count(*) FROM named_zone n JOIN sites_zone z USING (id)"))
        _renew(cursor, given)
        rows = "FROM named_zone z WHERE NOT EXISTS (SELECT FROM sites_zone o WHERE o.id = z.id)"
        added = insert_rows(cursor, Zone, given, rows)
        cursor.execute("DROP TABLE named_zone, shape, raw_shape")
        record("zones.load", Zone, by=by, kind=kind, added=added, updated=known)
    return LoadedZones(shapes.read, added, known, shapes.without_polygon, shapes.repaired)


def _source(title: str, licence: str) -> UUID:
    key = import_key("zone-source", title)
    Source.objects.update_or_create(
        pk=key,
        defaults={
            "kind": SourceKind.DOCUMENT,
            "title": title[:200],
            "origin": title[:200],
            "licence": licence[:200],
            "open_licence": True,
            "sensitivity": Sensitivity.MODERATE,
        },
    )
    return key


def _name(cursor: CursorWrapper, kind: str) -> None:
    """Make `named_zone`: one row per zone, its parts united, with the fields that mean something."""
    picked = ", ".join(
        "(SELECT btrim(f.value) FROM jsonb_each_text(s.fields) f"
        f" WHERE lower(f.key) = ANY(ARRAY[{', '.join(repr(name) for name in names)}]) AND btrim(f.value) <> ''"
        f" ORDER BY array_position(ARRAY[{', '.join(repr(name) for name in names)}], lower(f.key)) LIMIT 1) AS {wanted}"
        for wanted, names in FIELDS.items()
    )
    key = key_sql("zone", f"'{kind}'", "coalesce(q.reference, q.name, md5(ST_AsBinary(q.geom)))")
    others = ", ".join(f"min(z.{wanted}) AS {wanted}" for wanted in FIELDS)
    cursor.execute(
        f"""CREATE TEMP TABLE named_zone ON COMMIT DROP AS
    SELECT z.id, {others}, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(z.geom)), 3)) AS geom
    FROM (SELECT {key} AS id, q.* FROM (SELECT s.geom, {picked} FROM shape s WHERE s.geom IS NOT NULL) q) z
    GROUP BY z.id"""
    )


def _given(kind: str, source: UUID) -> dict[str, str]:
    titles = ", ".join(f"'{code}'" for code in TitleStatus.values)
    return {
        "id": "z.id",
        "kind": f"'{kind}'",
        "name": "left(coalesce(z.name, z.reference, '–'), 200)",
        "reference": "left(coalesce(z.reference, ''), 100)",
        "holder": "left(coalesce(z.holder, ''), 200)",
        "title": f"CASE WHEN upper(z.title) IN ({titles}) THEN upper(z.title) ELSE '' END",
        "valid_from": f"pg_temp.day_of({DAY.format('valid_from')})",
        "valid_until": f"pg_temp.day_of({DAY.format('valid_until')})",
        "geom": "z.geom",
        "source_id": f"'{source}'::uuid",
    }


def _renew(cursor: CursorWrapper, given: dict[str, str]) -> None:
    cursor.execute(DAY_OF_TEXT)
    renewed = ", ".join(f"{column} = {given[column]}" for column in COLUMNS)
    cursor.execute(f"UPDATE sites_zone o SET {renewed} FROM named_zone z WHERE z.id = o.id")
