"""All places that a reader may see, as one GeoJSON stream for map programs."""

from collections.abc import Iterator

from django.contrib.gis.db.models.functions import AsGeoJSON

from access.reach import Reach
from lib.compiled import compiled
from lib.json_rows import features
from sites.disclosed import place_columns
from sites.models import Place

from .copying import LINES, copied


def place_collection(reach: Reach) -> Iterator[bytes]:
    """A feature collection, a feature a line, by code; the same columns as the pages of the interface."""
    names = ("code", "geometry", *place_columns(reach))
    rows = Place.objects.accepted().permitted_to(reach).annotate(geometry=AsGeoJSON("geom", precision=6))
    statement, parameters = features(compiled(rows.order_by("number").values_list(*names)), names)
    lines = f"SELECT CASE WHEN row_number() OVER () > 1 THEN ',' ELSE '' END || item FROM ({statement}) AS r"
    yield b'{"type":"FeatureCollection","features":[\n'
    yield from copied((lines, parameters), LINES)
    yield b"]}\n"
