"""Histories keep the row as it was before a change; what it became is the next one, or the row itself."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0005_updates_set_wise"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="actorsituation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="benefit",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="chainleg",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="claim",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="incident",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="involvement",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="observation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="qualification",
            name="update_update",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorsituation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_actorsituationevent" ("actor_id", "allies", "areas", "ddr_stage", "demands", "ex_combatants", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rivals", "strength_high", "strength_low") SELECT old_values."actor_id", old_values."allies", old_values."areas", old_values."ddr_stage", old_values."demands", old_values."ex_combatants", _pgh_attached_context.value, NOW(), \'update\', old_values."claim_id", old_values."rivals", old_values."strength_high", old_values."strength_low" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."claim_id") = (new_values."claim_id") WHERE (old_values."actor_id" IS DISTINCT FROM (new_values."actor_id") OR old_values."allies" IS DISTINCT FROM (new_values."allies") OR old_values."areas" IS DISTINCT FROM (new_values."areas") OR old_values."ddr_stage" IS DISTINCT FROM (new_values."ddr_stage") OR old_values."demands" IS DISTINCT FROM (new_values."demands") OR old_values."ex_combatants" IS DISTINCT FROM (new_values."ex_combatants") OR old_values."rivals" IS DISTINCT FROM (new_values."rivals") OR old_values."strength_high" IS DISTINCT FROM (new_values."strength_high") OR old_values."strength_low" IS DISTINCT FROM (new_values."strength_low")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="cb34e243847bcb8b5ba218e650f9119515478df7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a2a66",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_actorsituation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="benefit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_benefitevent" ("about_involvement_id", "about_leg_id", "beneficiary_id", "beneficiary_type", "link", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unspecified_reason") SELECT old_values."about_involvement_id", old_values."about_leg_id", old_values."beneficiary_id", old_values."beneficiary_type", old_values."link", _pgh_attached_context.value, NOW(), \'update\', old_values."claim_id", old_values."unspecified_reason" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."claim_id") = (new_values."claim_id") WHERE (old_values."about_involvement_id" IS DISTINCT FROM (new_values."about_involvement_id") OR old_values."about_leg_id" IS DISTINCT FROM (new_values."about_leg_id") OR old_values."beneficiary_id" IS DISTINCT FROM (new_values."beneficiary_id") OR old_values."beneficiary_type" IS DISTINCT FROM (new_values."beneficiary_type") OR old_values."link" IS DISTINCT FROM (new_values."link") OR old_values."unspecified_reason" IS DISTINCT FROM (new_values."unspecified_reason")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="87b5eac162946a1bfe836d7348d02409c8247bff",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d7ac",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_benefit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chainleg",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_chainlegevent" ("formal", "leg_kind", "mineral", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_place_id", "to_text", "transport", "via", "volume_high", "volume_low") SELECT old_values."formal", old_values."leg_kind", old_values."mineral", _pgh_attached_context.value, NOW(), \'update\', old_values."claim_id", old_values."to_place_id", old_values."to_text", old_values."transport", old_values."via", old_values."volume_high", old_values."volume_low" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."claim_id") = (new_values."claim_id") WHERE (old_values."formal" IS DISTINCT FROM (new_values."formal") OR old_values."leg_kind" IS DISTINCT FROM (new_values."leg_kind") OR old_values."mineral" IS DISTINCT FROM (new_values."mineral") OR old_values."to_place_id" IS DISTINCT FROM (new_values."to_place_id") OR old_values."to_text" IS DISTINCT FROM (new_values."to_text") OR old_values."transport" IS DISTINCT FROM (new_values."transport") OR old_values."via" IS DISTINCT FROM (new_values."via") OR old_values."volume_high" IS DISTINCT FROM (new_values."volume_high") OR old_values."volume_low" IS DISTINCT FROM (new_values."volume_low")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a3ad7e045a9eabd641f80eceb9e8e5bd02d39fe7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_98360",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_chainleg",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimevent" ("about_state", "agreement", "area_id", "basis", "cleared_at", "cleared_by", "cleared_text", "content_hash", "credibility", "disclosure", "entry_id", "group", "id", "import_batch", "kind", "note", "observed_from", "observed_from_precision", "observed_until", "observed_until_precision", "open_data", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_as_stated", "place_id", "provinces", "published_at", "recorded_at", "recorded_by", "released_to", "retired_at", "review_status", "said", "said_language", "sensitivity", "since_last_round", "source_id", "stated_on", "stated_precision", "supersedes_id", "verified_at", "verified_by", "workshop") SELECT old_values."about_state", old_values."agreement", old_values."area_id", old_values."basis", old_values."cleared_at", old_values."cleared_by", old_values."cleared_text", old_values."content_hash", old_values."credibility", old_values."disclosure", old_values."entry_id", old_values."group", old_values."id", old_values."import_batch", old_values."kind", old_values."note", old_values."observed_from", old_values."observed_from_precision", old_values."observed_until", old_values."observed_until_precision", old_values."open_data", _pgh_attached_context.value, NOW(), \'update\', old_values."id", old_values."place_as_stated", old_values."place_id", old_values."provinces", old_values."published_at", old_values."recorded_at", old_values."recorded_by", old_values."released_to", old_values."retired_at", old_values."review_status", old_values."said", old_values."said_language", old_values."sensitivity", old_values."since_last_round", old_values."source_id", old_values."stated_on", old_values."stated_precision", old_values."supersedes_id", old_values."verified_at", old_values."verified_by", old_values."workshop" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."about_state" IS DISTINCT FROM (new_values."about_state") OR old_values."agreement" IS DISTINCT FROM (new_values."agreement") OR old_values."area_id" IS DISTINCT FROM (new_values."area_id") OR old_values."basis" IS DISTINCT FROM (new_values."basis") OR old_values."cleared_at" IS DISTINCT FROM (new_values."cleared_at") OR old_values."cleared_by" IS DISTINCT FROM (new_values."cleared_by") OR old_values."cleared_text" IS DISTINCT FROM (new_values."cleared_text") OR old_values."content_hash" IS DISTINCT FROM (new_values."content_hash") OR old_values."credibility" IS DISTINCT FROM (new_values."credibility") OR old_values."disclosure" IS DISTINCT FROM (new_values."disclosure") OR old_values."entry_id" IS DISTINCT FROM (new_values."entry_id") OR old_values."group" IS DISTINCT FROM (new_values."group") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."import_batch" IS DISTINCT FROM (new_values."import_batch") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."observed_from" IS DISTINCT FROM (new_values."observed_from") OR old_values."observed_from_precision" IS DISTINCT FROM (new_values."observed_from_precision") OR old_values."observed_until" IS DISTINCT FROM (new_values."observed_until") OR old_values."observed_until_precision" IS DISTINCT FROM (new_values."observed_until_precision") OR old_values."open_data" IS DISTINCT FROM (new_values."open_data") OR old_values."place_id" IS DISTINCT FROM (new_values."place_id") OR old_values."place_as_stated" IS DISTINCT FROM (new_values."place_as_stated") OR old_values."provinces" IS DISTINCT FROM (new_values."provinces") OR old_values."published_at" IS DISTINCT FROM (new_values."published_at") OR old_values."recorded_at" IS DISTINCT FROM (new_values."recorded_at") OR old_values."recorded_by" IS DISTINCT FROM (new_values."recorded_by") OR old_values."released_to" IS DISTINCT FROM (new_values."released_to") OR old_values."retired_at" IS DISTINCT FROM (new_values."retired_at") OR old_values."review_status" IS DISTINCT FROM (new_values."review_status") OR old_values."said" IS DISTINCT FROM (new_values."said") OR old_values."said_language" IS DISTINCT FROM (new_values."said_language") OR old_values."sensitivity" IS DISTINCT FROM (new_values."sensitivity") OR old_values."since_last_round" IS DISTINCT FROM (new_values."since_last_round") OR old_values."source_id" IS DISTINCT FROM (new_values."source_id") OR old_values."stated_on" IS DISTINCT FROM (new_values."stated_on") OR old_values."stated_precision" IS DISTINCT FROM (new_values."stated_precision") OR old_values."supersedes_id" IS DISTINCT FROM (new_values."supersedes_id") OR old_values."verified_at" IS DISTINCT FROM (new_values."verified_at") OR old_values."verified_by" IS DISTINCT FROM (new_values."verified_by") OR old_values."workshop" IS DISTINCT FROM (new_values."workshop")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="235b453be0cf520735fdf04e66692702207ff8fa",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe4ba",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="incident",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_incidentevent" ("category", "follow_up", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity") SELECT old_values."category", old_values."follow_up", _pgh_attached_context.value, NOW(), \'update\', old_values."claim_id", old_values."severity" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."claim_id") = (new_values."claim_id") WHERE (old_values."category" IS DISTINCT FROM (new_values."category") OR old_values."follow_up" IS DISTINCT FROM (new_values."follow_up") OR old_values."severity" IS DISTINCT FROM (new_values."severity")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5ae93c54606e36474e882844fda9d469eb04e106",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f8d8b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_incident",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="involvement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_involvementevent" ("actor_id", "chain_role", "frequency", "levy_base", "levy_high", "levy_low", "levy_per", "levy_unit", "modes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."actor_id", old_values."chain_role", old_values."frequency", old_values."levy_base", old_values."levy_high", old_values."levy_low", old_values."levy_per", old_values."levy_unit", old_values."modes", _pgh_attached_context.value, NOW(), \'update\', old_values."claim_id" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."claim_id") = (new_values."claim_id") WHERE (old_values."actor_id" IS DISTINCT FROM (new_values."actor_id") OR old_values."chain_role" IS DISTINCT FROM (new_values."chain_role") OR old_values."frequency" IS DISTINCT FROM (new_values."frequency") OR old_values."levy_base" IS DISTINCT FROM (new_values."levy_base") OR old_values."levy_high" IS DISTINCT FROM (new_values."levy_high") OR old_values."levy_low" IS DISTINCT FROM (new_values."levy_low") OR old_values."levy_per" IS DISTINCT FROM (new_values."levy_per") OR old_values."levy_unit" IS DISTINCT FROM (new_values."levy_unit") OR old_values."modes" IS DISTINCT FROM (new_values."modes")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6083ffab7c160777139db5f6d1976114aa363030",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7e52e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_involvement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_observationevent" ("activity_status", "armed_presence", "children", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "women", "workers_high", "workers_low") SELECT old_values."activity_status", old_values."armed_presence", old_values."children", _pgh_attached_context.value, NOW(), \'update\', old_values."claim_id", old_values."women", old_values."workers_high", old_values."workers_low" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."claim_id") = (new_values."claim_id") WHERE (old_values."activity_status" IS DISTINCT FROM (new_values."activity_status") OR old_values."armed_presence" IS DISTINCT FROM (new_values."armed_presence") OR old_values."children" IS DISTINCT FROM (new_values."children") OR old_values."women" IS DISTINCT FROM (new_values."women") OR old_values."workers_high" IS DISTINCT FROM (new_values."workers_high") OR old_values."workers_low" IS DISTINCT FROM (new_values."workers_low")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4c6928fa2f7e131dc466a97523c7904ed7df4954",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_17356",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_observation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="qualification",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_qualificationevent" ("decided_on", "decree", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") SELECT old_values."decided_on", old_values."decree", _pgh_attached_context.value, NOW(), \'update\', old_values."claim_id", old_values."status" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."claim_id") = (new_values."claim_id") WHERE (old_values."decided_on" IS DISTINCT FROM (new_values."decided_on") OR old_values."decree" IS DISTINCT FROM (new_values."decree") OR old_values."status" IS DISTINCT FROM (new_values."status")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3350e66030d27790b4f7ea1b64a63e8c15946ff6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_500ef",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_qualification",
                    when="AFTER",
                ),
            ),
        ),
    ]
