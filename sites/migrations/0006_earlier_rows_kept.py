"""Histories keep the row as it was before a change; what it became is the next one, or the row itself."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0005_features"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="place",
            name="update_update",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sites_placeevent" ("about_state", "accepted_at", "aliases", "code", "declared_collectivite", "declared_groupement", "declared_province", "declared_territoire", "declared_village", "external_ids", "geom", "id", "import_batch", "kind", "location_precision", "merged_into_id", "name", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_declared", "province_located", "provinces", "sensitivity", "settled_province", "status", "territoire_located", "workshop") SELECT old_values."about_state", old_values."accepted_at", old_values."aliases", old_values."code", old_values."declared_collectivite", old_values."declared_groupement", old_values."declared_province", old_values."declared_territoire", old_values."declared_village", old_values."external_ids", old_values."geom", old_values."id", old_values."import_batch", old_values."kind", old_values."location_precision", old_values."merged_into_id", old_values."name", old_values."number", old_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', old_values."id", old_values."province_declared", old_values."province_located", old_values."provinces", old_values."sensitivity", old_values."settled_province", old_values."status", old_values."territoire_located", old_values."workshop" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="16fa4e8a26edff01a86973389b54fba9f38e7f2c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5cc2e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sites_place",
                    when="AFTER",
                ),
            ),
        ),
    ]
