"""Whoever locates many new places set-wise, as the trigger would one by one, may say so and is not slowed by it."""

from django.db import migrations

SET_WISE = """
DROP TRIGGER keep_place_provinces ON sites_place;
CREATE TRIGGER keep_place_provinces BEFORE INSERT OR UPDATE ON sites_place FOR EACH ROW
    WHEN (coalesce(current_setting('filon.located_set_wise', true), '') <> 'on')
    EXECUTE FUNCTION keep_place_provinces();
"""
ONE_BY_ONE = """
DROP TRIGGER keep_place_provinces ON sites_place;
CREATE TRIGGER keep_place_provinces BEFORE INSERT OR UPDATE ON sites_place FOR EACH ROW
    EXECUTE FUNCTION keep_place_provinces();
"""


class Migration(migrations.Migration):
    dependencies = [("imports", "0002_batches"), ("sites", "0003_kept_by_database")]

    operations = [migrations.RunSQL(SET_WISE, ONE_BY_ONE)]
