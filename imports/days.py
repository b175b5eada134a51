"""Dates in texts of foreign files."""

DAY_OF_TEXT = """
CREATE OR REPLACE FUNCTION pg_temp.day_of(words text) RETURNS date LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    IF words !~ '^\\d{4}-\\d{2}-\\d{2}$' THEN RETURN NULL; END IF;
    RETURN words::date;
EXCEPTION WHEN others THEN RETURN NULL;
END $$
"""
"""Makes `pg_temp.day_of`: the date that a text year-month-day is, null for every other text."""
