"""Outlines of provinces and territoires, simplified for the map, with the words their source asks for."""

from .columns import text_of

TOLERANCE_DEGREES = 0.005
"""About 500 m: finer than a line on a map of two provinces."""

DIGITS = 3

STATEMENT = """SELECT json_build_object(
    'type', 'FeatureCollection',
    'attribution', coalesce((SELECT json_agg(DISTINCT source) FROM sites_area WHERE geom IS NOT NULL AND source <> ''),
        '[]'::json),
    'features', coalesce(json_agg(json_build_object(
        'type', 'Feature',
        'properties', json_build_object('level', level, 'pcode', pcode, 'name', name),
        'geometry', ST_AsGeoJSON(ST_SimplifyPreserveTopology(geom, %s), %s)::json) ORDER BY level, pcode), '[]'::json)
)::text FROM sites_area WHERE geom IS NOT NULL AND level <= 2"""


def areas_layer() -> str:
    """Return boundaries as GeoJSON in degrees; they are public knowledge and the same for everybody."""
    return text_of(STATEMENT, (TOLERANCE_DEGREES, DIGITS))
