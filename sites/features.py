"""Places as GeoJSON features: the database keeps the part that every reader gets ready, the rest is put behind it."""

from django.db.models import QuerySet, TextField
from django.db.models.expressions import RawSQL

from access.reach import Reach
from lib.compiled import Sql, compiled
from lib.json_rows import ending

from .disclosed import PLACE, place_columns
from .models import Place

READY = RawSQL('"sites_place"."feature"', (), output_field=TextField())
"""A feature up to the last property that every reader gets, still open."""


def place_features(rows: "QuerySet[Place]", reach: Reach) -> Sql:
    """Columns `key` (the code) and `item` (one feature) of permitted `rows`, with the columns that `reach` gets."""
    further = place_columns(reach)[len(PLACE) :]
    listed = compiled(rows.annotate(ready=READY).values_list("code", "ready", *further))
    return ending(listed, further, "}}")
