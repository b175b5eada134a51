"""Outlines of provinces, and of territoires where the reader has places, with the words their source asks for."""

from access.reach import Reach
from lib.compiled import compiled

from ..placing import map_places
from .columns import text_of

TOLERANCE_DEGREES = 0.01
"""About 1 km: finer than a line on a map of two provinces."""

DIGITS = 3

STATEMENT = """WITH near AS (SELECT DISTINCT unnest(provinces) AS pcode FROM ({places}) AS permitted (provinces)),
drawn AS (
    SELECT a.* FROM sites_area a LEFT JOIN sites_area up ON up.id = a.parent_id
    WHERE a.geom IS NOT NULL AND (a.level = 1 OR a.level = 2 AND up.pcode IN (SELECT pcode FROM near)))
SELECT json_build_object(
    'type', 'FeatureCollection',
    'attribution', coalesce((SELECT json_agg(DISTINCT source) FROM sites_area WHERE geom IS NOT NULL AND source <> ''),
        '[]'::json),
    'features', coalesce(json_agg(json_build_object(
        'type', 'Feature',
        'properties', json_build_object('level', level, 'pcode', pcode, 'name', name),
        'geometry', ST_AsGeoJSON(ST_SimplifyPreserveTopology(geom, %s), %s)::json) ORDER BY level, pcode), '[]'::json)
)::text FROM drawn"""


def areas_layer(reach: Reach) -> str:
    """Return boundaries as GeoJSON in degrees; which territoires come along follows from the reader's own places."""
    places, parameters = compiled(map_places(reach).values_list("provinces"))
    return text_of(STATEMENT.format(places=places), (*parameters, TOLERANCE_DEGREES, DIGITS))
