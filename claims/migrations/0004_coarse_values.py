"""Functions that give coarse values in SQL, so that the exact ones never leave the database."""

from django.db import migrations


def families_function() -> str:
    from claims.codes import FAMILY_OF_MODE

    rows = ", ".join(f"('{mode}', '{family}')" for mode, family in FAMILY_OF_MODE.items())
    return f"""
CREATE OR REPLACE FUNCTION mode_families(modes text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT family ORDER BY family), '{{}}')
    FROM (VALUES {rows}) AS known (mode, family) WHERE mode = ANY(modes)
$$
"""


MAGNITUDE = """
CREATE FUNCTION magnitude_of(low numeric, high numeric) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN coalesce(high, low) IS NULL THEN NULL
        WHEN coalesce(high, low) < 1 THEN 0
        ELSE floor(log(coalesce(high, low)))::integer END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_kept_by_database")]

    operations = [
        migrations.RunSQL(families_function(), "DROP FUNCTION mode_families"),
        migrations.RunSQL(MAGNITUDE, "DROP FUNCTION magnitude_of"),
    ]
