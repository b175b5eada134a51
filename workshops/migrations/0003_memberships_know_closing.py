"""Memberships of a workshop know whether its room is closed and end 30 days after its release, kept by the database."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION keep_own_workshop() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
    room record;
BEGIN
    NEW.workshop_closed := false;
    IF NEW.workshop IS NOT NULL THEN
        SELECT state, released_at INTO room FROM workshops_workshop WHERE id = NEW.workshop;
        NEW.workshop_closed := coalesce(room.state NOT IN ('PREPARED', 'RUNNING'), false);
        IF room.released_at IS NOT NULL THEN
            NEW.expires_at := least(NEW.expires_at, room.released_at + interval '30 days');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION tell_own_workshop() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    UPDATE accounts_membership SET workshop = workshop WHERE workshop = NEW.id;
    RETURN NULL;
END $$;
"""
"""`least` leaves out what is null: a membership without an end gets one."""

TRIGGERS = """
CREATE TRIGGER keep_own_workshop BEFORE INSERT OR UPDATE ON accounts_membership
    FOR EACH ROW EXECUTE FUNCTION keep_own_workshop();
CREATE TRIGGER tell_own_workshop_made AFTER INSERT ON workshops_workshop
    FOR EACH ROW EXECUTE FUNCTION tell_own_workshop();
CREATE TRIGGER tell_own_workshop_moved AFTER UPDATE OF state, released_at ON workshops_workshop
    FOR EACH ROW EXECUTE FUNCTION tell_own_workshop();
UPDATE accounts_membership SET workshop = workshop WHERE workshop IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("workshops", "0002_kept_by_database"),
        ("accounts", "0002_workshop_closed"),
    ]

    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (FUNCTIONS, TRIGGERS)]
