"""Provinces of a place, kept by the database; the 26 provinces by name, so that declared names resolve without outlines."""

from django.db import migrations

PROVINCES = {
    "CD10": "Kinshasa",
    "CD20": "Kongo-Central",
    "CD31": "Kwango",
    "CD32": "Kwilu",
    "CD33": "Maï-Ndombe",
    "CD41": "Équateur",
    "CD42": "Sud-Ubangi",
    "CD43": "Nord-Ubangi",
    "CD44": "Mongala",
    "CD45": "Tshuapa",
    "CD51": "Tshopo",
    "CD52": "Bas-Uele",
    "CD53": "Haut-Uele",
    "CD54": "Ituri",
    "CD61": "Nord-Kivu",
    "CD62": "Sud-Kivu",
    "CD63": "Maniema",
    "CD71": "Haut-Katanga",
    "CD72": "Lualaba",
    "CD73": "Haut-Lomami",
    "CD74": "Tanganyika",
    "CD81": "Lomami",
    "CD82": "Kasaï-Oriental",
    "CD83": "Sankuru",
    "CD91": "Kasaï-Central",
    "CD92": "Kasaï",
}

INDEXES = """
CREATE INDEX area_folded_name ON sites_area (level, folded(name));
CREATE INDEX place_folded_name ON sites_place USING gin (folded(name) gin_trgm_ops);
CREATE INDEX actor_folded_name ON sites_actor USING gin (folded(name) gin_trgm_ops);
"""

PLACE_PROVINCES = """
CREATE FUNCTION keep_place_provinces() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE located text[];
BEGIN
    IF TG_OP = 'UPDATE' AND coalesce(current_setting('filon.relocate', true), '') <> 'on'
       AND NEW.geom IS NOT DISTINCT FROM OLD.geom AND NEW.declared_province = OLD.declared_province
       AND NEW.settled_province = OLD.settled_province AND NEW.kind = OLD.kind
       AND NEW.provinces = OLD.provinces THEN
        RETURN NEW;
    END IF;
    NEW.province_declared := coalesce((SELECT min(pcode) FROM sites_area
        WHERE level = 1 AND NEW.declared_province <> '' AND folded(name) = folded(NEW.declared_province)), '');
    located := ARRAY(SELECT pcode FROM sites_area
        WHERE level = 1 AND NEW.geom IS NOT NULL AND ST_Intersects(geom, NEW.geom) ORDER BY pcode);
    NEW.province_located := coalesce(located[1], '');
    NEW.territoire_located := coalesce((SELECT min(pcode) FROM sites_area
        WHERE level = 2 AND NEW.geom IS NOT NULL AND ST_Intersects(geom, ST_PointOnSurface(NEW.geom))), '');
    NEW.provinces := CASE
        WHEN NEW.kind = 'ABROAD' THEN ARRAY['XA']
        WHEN NEW.settled_province <> '' THEN ARRAY[NEW.settled_province]
        ELSE ARRAY(SELECT DISTINCT code FROM unnest(located || NEW.province_declared) AS code WHERE code <> ''
                   ORDER BY code) END;
    IF cardinality(NEW.provinces) = 0 THEN
        NEW.provinces := ARRAY['XU'];
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_place_provinces BEFORE INSERT OR UPDATE ON sites_place
    FOR EACH ROW EXECUTE FUNCTION keep_place_provinces();
"""


def name_provinces(apps, schema_editor):
    area = apps.get_model("sites", "Area")
    area.objects.bulk_create(area(pcode=code, level=1, name=name) for code, name in PROVINCES.items())


class Migration(migrations.Migration):
    dependencies = [("sites", "0002_registers")]

    operations = [
        migrations.RunSQL(INDEXES, "DROP INDEX area_folded_name, place_folded_name, actor_folded_name"),
        migrations.RunPython(name_provinces, migrations.RunPython.noop),
        migrations.RunSQL(
            PLACE_PROVINCES,
            "DROP TRIGGER keep_place_provinces ON sites_place; DROP FUNCTION keep_place_provinces",
        ),
    ]
