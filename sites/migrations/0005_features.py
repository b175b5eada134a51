"""A place as GeoJSON, ready: what every reader of the place gets, made by the database whenever the row changes."""

from django.db import migrations

TOLD = (
    "name",
    "kind",
    "aliases",
    "location_precision",
    "provinces",
    "province_declared",
    "province_located",
    "declared_province",
    "declared_territoire",
    "declared_collectivite",
    "declared_groupement",
    "declared_village",
)
LISTS = ("aliases", "provinces")
ARGUMENTS = ", ".join(f"{name} {'text[]' if name in LISTS else 'text'}" for name in TOLD)
PROPERTIES = " || ',".join(f'"{name}":\' || to_json({name})::text' for name in TOLD)

FUNCTION = f"""
CREATE FUNCTION place_feature(code text, shape geometry, {ARGUMENTS}) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT '{{"type":"Feature","id":' || to_json(code)::text
        || ',"geometry":' || coalesce(public.st_asgeojson(shape, 6, 0), 'null')
        || ',"properties":{{{PROPERTIES}
$$
"""
COLUMN = f"""
ALTER TABLE sites_place ADD COLUMN feature text GENERATED ALWAYS AS (
    CASE WHEN code IS NOT NULL THEN place_feature(code, geom, {", ".join(TOLD)}) END) STORED
"""


class Migration(migrations.Migration):
    dependencies = [("sites", "0004_distinctions")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION place_feature"),
        migrations.RunSQL(COLUMN, "ALTER TABLE sites_place DROP COLUMN feature"),
    ]
