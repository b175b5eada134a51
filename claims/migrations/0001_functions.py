"""Functions that columns of claims rest on."""

from django.db import migrations

LAST_DAY = """
CREATE FUNCTION last_day_of(day date, precision_code text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE precision_code
        WHEN 'YEAR' THEN make_date(extract(year FROM day)::int, 12, 31)
        WHEN 'QUARTER' THEN (date_trunc('quarter', day::timestamp) + interval '3 months - 1 day')::date
        WHEN 'MONTH' THEN (date_trunc('month', day::timestamp) + interval '1 month - 1 day')::date
        ELSE day END
$$
"""

FIRST_DAY = """
CREATE FUNCTION first_day_of(day date, precision_code text) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE precision_code
        WHEN 'YEAR' THEN make_date(extract(year FROM day)::int, 1, 1)
        WHEN 'QUARTER' THEN date_trunc('quarter', day::timestamp)::date
        WHEN 'MONTH' THEN date_trunc('month', day::timestamp)::date
        ELSE day END
$$
"""

COARSER = """
CREATE FUNCTION coarser_of(one text, other text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN 'YEAR' IN (one, other) THEN 'YEAR'
        WHEN 'QUARTER' IN (one, other) THEN 'QUARTER'
        WHEN 'MONTH' IN (one, other) THEN 'MONTH'
        ELSE one END
$$
"""


class Migration(migrations.Migration):
    dependencies = []

    operations = [
        migrations.RunSQL(LAST_DAY, "DROP FUNCTION last_day_of"),
        migrations.RunSQL(FIRST_DAY, "DROP FUNCTION first_day_of"),
        migrations.RunSQL(COARSER, "DROP FUNCTION coarser_of"),
    ]
