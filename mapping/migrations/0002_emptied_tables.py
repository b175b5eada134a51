"""Emptying a table at a stroke is a change as well."""

from django.db import migrations

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
    f"CREATE TRIGGER mark_mapping_emptied AFTER TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION mark_mapping_change();"
    for table in WATCHED
)
UNDONE = "".join(f"DROP TRIGGER mark_mapping_emptied ON {table};" for table in WATCHED)


class Migration(migrations.Migration):
    dependencies = [("mapping", "0001_shown"), ("sites", "0005_features")]

    operations = [migrations.RunSQL(TRIGGERS, UNDONE)]
