"""Functions that constraints and triggers of the registers rest on."""

from django.contrib.postgres.operations import CreateExtension, TrigramExtension
from django.db import migrations

FOLDED = """
CREATE FUNCTION folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public AS $$
    SELECT regexp_replace(
        translate(lower(words), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'), '[^a-z0-9]+', '', 'g')
$$
"""

SOUND = """
CREATE FUNCTION geometry_is_sound(shape geometry) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public AS $$
    SELECT shape IS NULL OR (
        NOT ST_IsEmpty(shape) AND ST_NDims(shape) = 2 AND ST_SRID(shape) = 4326
        AND ST_XMin(shape) >= -180 AND ST_XMax(shape) <= 180
        AND ST_YMin(shape) >= -90 AND ST_YMax(shape) <= 90
        AND ST_IsValid(shape))
$$
"""


class Migration(migrations.Migration):
    dependencies = []

    operations = [
        CreateExtension("postgis"),
        TrigramExtension(),
        migrations.RunSQL(FOLDED, "DROP FUNCTION folded(text)"),
        migrations.RunSQL(SOUND, "DROP FUNCTION geometry_is_sound(geometry)"),
    ]
