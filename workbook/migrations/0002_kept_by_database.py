"""Provinces and stage of the workshop on every row, and a log that nobody writes anew."""

from django.db import migrations

TABLES = ("workbook", "update", "mergedstate", "heldupdate", "namedversion", "recalledclaim")


def keep_triggers() -> str:
    return "".join(
        f"CREATE TRIGGER b_keep_of_workshop BEFORE INSERT OR UPDATE ON workbook_{table} "
        "FOR EACH ROW EXECUTE FUNCTION keep_of_workshop();"
        for table in TABLES
    )


def on_workshop() -> str:
    updates = "".join(
        f"UPDATE workbook_{table} SET provinces = NEW.provinces, workshop_state = NEW.state WHERE workshop_id = NEW.id;"
        for table in TABLES
    )
    return f"""
CREATE FUNCTION workbook_follows_workshop() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    {updates}
    RETURN NULL;
END $$;
CREATE TRIGGER workbook_follows_workshop AFTER UPDATE ON workshops_workshop FOR EACH ROW
    WHEN (OLD.provinces IS DISTINCT FROM NEW.provinces OR OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION workbook_follows_workshop();
"""


WRITTEN_ONCE = """
CREATE FUNCTION workbook_update_written_once() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    RAISE EXCEPTION 'an update of a workbook is written once' USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""


def written_once() -> str:
    same = " OR ".join(
        f"OLD.{column} IS DISTINCT FROM NEW.{column}"
        for column in ("workshop_id", "epoch", "position", "hash", "payload", "person", "received_at")
    )
    return (
        "CREATE TRIGGER a_written_once BEFORE UPDATE ON workbook_update FOR EACH ROW "
        f"WHEN ({same}) EXECUTE FUNCTION workbook_update_written_once();"
    )


class Migration(migrations.Migration):
    dependencies = [("workbook", "0001_log")]

    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (keep_triggers(), on_workshop(), WRITTEN_ONCE, written_once())
    ]
