"""All places that a reader may see, as one GeoJSON stream for map programs."""

from collections.abc import Iterator

from access.reach import Reach
from sites.features import place_features
from sites.models import Place

from .copying import LINES, copied


def place_collection(reach: Reach) -> Iterator[bytes]:
    """A feature collection, a feature a line, by code; the same columns as the pages of the interface."""
    rows = Place.objects.accepted().permitted_to(reach).order_by("number")
    statement, parameters = place_features(rows, reach)
    lines = f"SELECT CASE WHEN row_number() OVER () > 1 THEN ',' ELSE '' END || item FROM ({statement}) AS r"
    yield b'{"type":"FeatureCollection","features":[\n'
    yield from copied((lines, parameters), LINES)
    yield b"]}\n"
