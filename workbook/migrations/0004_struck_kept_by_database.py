"""Provinces and stage of the workshop on what was struck and on seats, too."""

from django.db import migrations

EARLIER = ("workbook", "update", "mergedstate", "heldupdate", "namedversion", "recalledclaim")
NEW = ("struck", "seat")


def keep_triggers() -> str:
    return "".join(
        f"CREATE TRIGGER b_keep_of_workshop BEFORE INSERT OR UPDATE ON workbook_{table} "
        "FOR EACH ROW EXECUTE FUNCTION keep_of_workshop();"
        for table in NEW
    )


def follows(tables: tuple[str, ...]) -> str:
    updates = "".join(
        f"UPDATE workbook_{table} SET provinces = NEW.provinces, workshop_state = NEW.state WHERE workshop_id = NEW.id;"
        for table in tables
    )
    return f"""
CREATE OR REPLACE FUNCTION workbook_follows_workshop() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    {updates}
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("workbook", "0003_struck_and_decided")]

    operations = [
        migrations.RunSQL(keep_triggers(), migrations.RunSQL.noop),
        migrations.RunSQL(follows((*EARLIER, *NEW)), follows(EARLIER)),
    ]
