"""Words beside the states: kept by the database no longer than the actors and sources that they name stay the same."""

from django.db import migrations, models

TAKEN_BACK = """
CREATE FUNCTION take_back_words_of_actors() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    UPDATE claims_placestate t SET told = false, told_actors = '', told_categories = '', told_sources = '', told_class = ''
    WHERE t.told AND t.place_id IN (
        SELECT c.place_id FROM before_rows b JOIN after_rows n USING (id)
            JOIN claims_involvement i ON i.actor_id = n.id JOIN claims_claim c ON c.id = i.claim_id
        WHERE (n.name, n.category, n.status, n.sensitivity, n.workshop)
            IS DISTINCT FROM (b.name, b.category, b.status, b.sensitivity, b.workshop));
    RETURN NULL;
END $$;
CREATE FUNCTION take_back_words_of_sources() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    UPDATE claims_placestate t SET told = false, told_actors = '', told_categories = '', told_sources = '', told_class = ''
    WHERE t.told AND t.place_id IN (
        SELECT c.place_id FROM before_rows b JOIN after_rows n USING (id) JOIN claims_claim c ON c.source_id = n.id
        WHERE (n.title, n.licence, n.sensitivity, n.workshop)
            IS DISTINCT FROM (b.title, b.licence, b.sensitivity, b.workshop));
    RETURN NULL;
END $$;
CREATE TRIGGER take_back_words AFTER UPDATE ON sites_actor REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
    FOR EACH STATEMENT EXECUTE FUNCTION take_back_words_of_actors();
CREATE TRIGGER take_back_words AFTER UPDATE ON sites_source REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
    FOR EACH STATEMENT EXECUTE FUNCTION take_back_words_of_sources();
"""
GIVEN = """
DROP TRIGGER take_back_words ON sites_actor;
DROP TRIGGER take_back_words ON sites_source;
DROP FUNCTION take_back_words_of_actors;
DROP FUNCTION take_back_words_of_sources;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_earlier_rows_kept"),
        ("sites", "0005_features"),
    ]

    operations = [
        migrations.AddField(
            model_name="placestate",
            name="told",
            field=models.BooleanField(
                default=False, help_text="The words below are kept; else they are put together anew."
            ),
        ),
        migrations.AddField(
            model_name="placestate",
            name="told_actors",
            field=models.TextField(blank=True, default="", help_text="Names, as that audience may know them."),
        ),
        migrations.AddField(
            model_name="placestate",
            name="told_categories",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="placestate",
            name="told_class",
            field=models.CharField(
                blank=True,
                default="",
                help_text="The highest of the claims that are told, where above C1.",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="placestate",
            name="told_sources",
            field=models.TextField(blank=True, default="", help_text="Titles and licences."),
        ),
        migrations.AddIndex(
            model_name="placestate",
            index=models.Index(
                condition=models.Q(("audience__in", ("analyst", "secretariat")), ("told", False)),
                fields=["audience"],
                name="state_untold",
            ),
        ),
        migrations.AddIndex(
            model_name="placestate",
            index=models.Index(
                condition=models.Q(("told_class__in", ("HIGH", "SEVERE"))),
                fields=["audience", "told_class"],
                name="state_above_c1",
            ),
        ),
        migrations.RunSQL(TAKEN_BACK, GIVEN),
    ]
