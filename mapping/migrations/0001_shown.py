"""What the map rests on in the database: where a place is shown, how names sound, and a mark of every change."""

from django.db import migrations

SHOWN = """
CREATE VIEW mapping_shown AS
WITH territoire AS (
    SELECT t.pcode, t.name, folded(t.name) AS folded, up.pcode AS province
    FROM sites_area t LEFT JOIN sites_area up ON up.id = t.parent_id WHERE t.level = 2),
named AS (
    SELECT folded, province, min(pcode) AS pcode, min(name) AS name FROM territoire
    GROUP BY folded, province HAVING count(*) = 1),
said AS MATERIALIZED (
    SELECT declared_territoire, folded(declared_territoire) AS folded, initcap(declared_territoire) AS name
    FROM (SELECT DISTINCT declared_territoire FROM sites_place WHERE declared_territoire <> '') AS distinct_names),
positioned AS (
    SELECT id, territoire_located, declared_territoire,
        coalesce(nullif(settled_province, ''), nullif(province_located, ''), nullif(province_declared, ''), provinces[1])
            AS province,
        coalesce(nullif(province_declared, ''), nullif(province_located, ''), provinces[1]) AS said_province,
        CASE WHEN geometrytype(geom) = 'POINT' THEN geom ELSE ST_PointOnSurface(geom) END AS point
    FROM sites_place)
SELECT p.id AS place_id, round(ST_X(p.point) * 100000)::integer AS lon, round(ST_Y(p.point) * 100000)::integer AS lat,
    p.province,
    coalesce(t.pcode, n.pcode, p.said_province || '.' || said.folded) AS territoire,
    coalesce(t.name, n.name, said.name) AS territoire_name,
    CASE WHEN coalesce(t.pcode, n.pcode, said.folded) IS NOT NULL
        THEN coalesce(t.province, n.province, p.said_province) END AS territoire_province
FROM positioned p
LEFT JOIN said ON said.declared_territoire = p.declared_territoire
LEFT JOIN territoire t ON t.pcode = p.territoire_located
LEFT JOIN named n ON n.folded = said.folded AND n.province = p.said_province
"""

SOUNDS = """
CREATE FUNCTION sound_of(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public AS $$
DECLARE sound text; pair text[];
BEGIN
    sound := regexp_replace(normalize(lower(words), NFD), '[\\u0300-\\u036f]', '', 'g');
    sound := btrim(regexp_replace(sound, '[^a-z0-9]+', ' ', 'g'));
    FOREACH pair SLICE 1 IN ARRAY ARRAY[['ph', 'f'], ['ou', 'u'], ['w', 'u'], ['y', 'i'], ['ck', 'k'], ['qu', 'k'],
        ['q', 'k'], ['c', 'k'], ['x', 'ks'], ['z', 's'], ['th', 't'], ['dj', 'j']] LOOP
        sound := replace(sound, pair[1], pair[2]);
    END LOOP;
    RETURN regexp_replace(sound, '(.)\\1+', '\\1', 'g');
END $$
"""

CHANGES = """
CREATE TABLE mapping_change (mark bigint PRIMARY KEY);
INSERT INTO mapping_change VALUES (floor(random() * 9e15)::bigint);
CREATE FUNCTION mark_mapping_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    INSERT INTO mapping_change VALUES (floor(random() * 9e15)::bigint) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
"""

WATCHED = (
    "sites_area",
    "sites_place",
    "sites_actor",
    "sites_source",
    "claims_claim",
    "claims_observation",
    "claims_observedmineral",
    "claims_involvement",
    "claims_chainleg",
    "claims_benefit",
    "claims_qualification",
    "claims_placestate",
    "claims_statechange",
    "workshops_round",
    "workshops_workshop",
)

TRIGGERS = "".join(
    f"CREATE TRIGGER mark_mapping_change AFTER INSERT OR UPDATE OR DELETE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION mark_mapping_change();"
    for table in WATCHED
)
UNDONE = "".join(f"DROP TRIGGER mark_mapping_change ON {table};" for table in WATCHED)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0004_coarse_values"),
        ("sites", "0003_kept_by_database"),
        ("workshops", "0001_workshops"),
    ]

    operations = [
        migrations.RunSQL(SHOWN, "DROP VIEW mapping_shown"),
        migrations.RunSQL(SOUNDS, "DROP FUNCTION sound_of(text)"),
        migrations.RunSQL(CHANGES, "DROP FUNCTION mark_mapping_change; DROP TABLE mapping_change"),
        migrations.RunSQL(TRIGGERS, UNDONE),
    ]
