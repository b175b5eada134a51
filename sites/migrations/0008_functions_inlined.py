"""Two functions that stand in an index and in a check of every row are written into the statement, not called.

A function that sets its own search path is called, row by row; these name what they use instead. They say the same
as before: a point is valid as soon as its coordinates are finite and in range.
"""

from django.db import migrations

INLINED = """
CREATE OR REPLACE FUNCTION folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(
        translate(lower(words), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'), '[^a-z0-9]+', '', 'g')
$$;
CREATE OR REPLACE FUNCTION geometry_is_sound(shape geometry) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shape IS NULL OR (
        NOT public.ST_IsEmpty(shape) AND public.ST_NDims(shape) = 2 AND public.ST_SRID(shape) = 4326
        AND public.ST_XMin(shape) >= -180 AND public.ST_XMax(shape) <= 180
        AND public.ST_YMin(shape) >= -90 AND public.ST_YMax(shape) <= 90
        AND (public.GeometryType(shape) = 'POINT' OR public.ST_IsValid(shape)))
$$;
"""
CALLED = """
ALTER FUNCTION folded(text) SET search_path = public;
ALTER FUNCTION geometry_is_sound(geometry) SET search_path = public;
"""


class Migration(migrations.Migration):
    dependencies = [("sites", "0007_places_above_c1")]

    operations = [migrations.RunSQL(INLINED, CALLED)]
