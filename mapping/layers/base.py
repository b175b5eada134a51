"""The base layer: code, position, name, kind and minerals of each place of class C1, kept under its hash."""

from access.reach import Audience, Reach
from claims.codes import Mineral
from lib.compiled import Sql
from sites.codes import PlaceKind

from ..dictionaries import TERRITOIRES, provinces
from ..placing import base_spots
from .columns import bits_of, deltas, numbers, object_of, place_of, text_of, texts, told

REGISTER_COLUMNS = (
    ("code", numbers("number")),
    ("lon", numbers("lon_step")),
    ("lat", numbers("lat_step")),
    ("name", texts("name")),
    ("alias", texts("alias")),
    ("kind", numbers("kind_at")),
    ("minerals", numbers("minerals")),
    ("province", numbers("province_at")),
    ("territoire", numbers("territoire_at")),
)
AREA_NUMBERED = (
    "area AS (SELECT key, name, province,"
    " (row_number() OVER (ORDER BY province, name, key) - 1)::integer AS n FROM territoire)"
)
AREA_DICTIONARY = (
    "(SELECT coalesce('[' || string_agg(json_build_array(key, name, "
    + place_of("province")
    + ")::text, ',' ORDER BY n) || ']', '[]') FROM area)"
)


def register_rows(reach: Reach, audience: str, condition: str) -> Sql:
    """Return the common tables `area` and `entry`: rows of `spot` as the register's columns need them.

    `audience` is whose state names the minerals; parameters stand in the order of the text.
    """
    codes = [code for code, _label in provinces(reach)]
    minerals, kinds = list(Mineral.values), list(PlaceKind.values)
    statement = f"""{TERRITOIRES.format(condition=condition)}, {AREA_NUMBERED},
    entry AS (
        SELECT spot.at, spot.number, spot.name, array_to_string(spot.aliases, E'\\n') AS alias,
            {deltas("s.lon")} AS lon_step, {deltas("s.lat")} AS lat_step, {place_of("spot.kind")} AS kind_at,
            {bits_of("state.minerals")} AS minerals, {place_of("s.province")} AS province_at,
            coalesce(area.n, -1) AS territoire_at
        FROM spot JOIN shown s ON s.place_id = spot.id LEFT JOIN area ON area.key = s.territoire
        LEFT JOIN claims_placestate state ON state.place_id = spot.id AND state.audience = %s
        ORDER BY spot.at)"""
    return statement, (kinds, minerals, codes, str(audience))


def base_layer(reach: Reach) -> tuple[str, str]:
    """Return the base layer of everybody of the reach's audience and provinces, and the hash in its address.

    Its minerals are those that claims of class C1 name, whoever reads: nothing above C1 is ever kept by a browser.
    """
    spots, spot_parameters = base_spots(reach)
    rows, row_parameters = register_rows(reach, Audience.BASIC, "true")
    areas = provinces(reach)
    dictionary = object_of(
        (
            ("kind", "%s::text"),
            ("mineral", "%s::text"),
            ("province", "%s::text"),
            ("territoire", AREA_DICTIONARY),
        )
    )
    body = object_of((("count", "count(*)"), *REGISTER_COLUMNS, ("dict", dictionary)))
    statement = f"""WITH {spots}, {rows}, body AS (SELECT {body} AS text FROM entry)
        SELECT '{{"hash":"' || left(encode(sha256(convert_to(text, 'UTF8')), 'hex'), 32) || '",' || substr(text, 2)
        FROM body"""
    dictionaries = told(PlaceKind.choices), told(Mineral.choices), told(areas), [code for code, _name in areas]
    layer = text_of(statement, (*spot_parameters, *row_parameters, *dictionaries))
    return layer, layer[len('{"hash":"') :][:32]
