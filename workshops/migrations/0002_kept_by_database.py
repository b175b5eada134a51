"""Provinces and stage of a workshop, copied onto every row of it by the database, so that no rule needs a join."""

from django.db import migrations

CHILDREN = (
    "workshopinstitution",
    "group",
    "participantcount",
    "problemtree",
    "treenode",
    "treelink",
    "recommendation",
    "closing",
)

KEEP = """
CREATE FUNCTION keep_of_workshop() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    SELECT provinces, state INTO NEW.provinces, NEW.workshop_state FROM workshops_workshop WHERE id = NEW.workshop_id;
    RETURN NEW;
END $$;
CREATE FUNCTION keep_of_tree() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    NEW.workshop_id := (SELECT workshop_id FROM workshops_problemtree WHERE id = NEW.tree_id);
    RETURN NEW;
END $$;
"""


def keep_triggers() -> str:
    """A node and a link take the workshop of their tree first: triggers fire in the order of their names."""
    of_tree = "".join(
        f"CREATE TRIGGER a_keep_of_tree BEFORE INSERT OR UPDATE ON workshops_{child} "
        "FOR EACH ROW EXECUTE FUNCTION keep_of_tree();"
        for child in ("treenode", "treelink")
    )
    return of_tree + "".join(
        f"CREATE TRIGGER b_keep_of_workshop BEFORE INSERT OR UPDATE ON workshops_{child} "
        "FOR EACH ROW EXECUTE FUNCTION keep_of_workshop();"
        for child in CHILDREN
    )


def on_workshop() -> str:
    updates = "".join(
        f"UPDATE workshops_{child} SET provinces = NEW.provinces, workshop_state = NEW.state "
        "WHERE workshop_id = NEW.id;"
        for child in CHILDREN
    )
    return f"""
CREATE FUNCTION workshop_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    {updates}
    RETURN NULL;
END $$;
CREATE TRIGGER workshop_changed AFTER UPDATE ON workshops_workshop FOR EACH ROW
    WHEN (OLD.provinces IS DISTINCT FROM NEW.provinces OR OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION workshop_changed();
"""


class Migration(migrations.Migration):
    dependencies = [("workshops", "0001_workshops")]

    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (KEEP, keep_triggers(), on_workshop())]
