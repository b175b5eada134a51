"""What is about the state is judged in one pass over sets, so that thousands of claims change in seconds."""

from django.db import migrations

ABOUT_STATE = """
CREATE OR REPLACE FUNCTION refresh_about_state(touched uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
    WITH pair AS (
        SELECT source_id, place_id, area_id, row_number() OVER () AS n FROM (
            SELECT DISTINCT source_id, place_id, CASE WHEN place_id IS NULL THEN area_id END AS area_id
            FROM claims_claim WHERE id = ANY(touched) AND NOT open_data) d),
    near AS (
        SELECT p.n, c.id, c.kind, c.area_id, c.review_status FROM pair p
        JOIN claims_claim c ON c.source_id = p.source_id AND c.place_id = p.place_id
        WHERE NOT c.open_data
        UNION ALL
        SELECT p.n, c.id, c.kind, c.area_id, c.review_status FROM pair p
        JOIN claims_claim c ON c.source_id = p.source_id AND c.place_id IS NULL
            AND c.area_id IS NOT DISTINCT FROM p.area_id
        WHERE p.place_id IS NULL AND NOT c.open_data),
    named AS (
        SELECT n.id, n.kind, ia.category,
            bool_or(is_state_actor(ia.category)) FILTER (WHERE n.review_status IN ('PUBLISHED', 'CONTESTED')) OVER near_it
                AS state,
            count(ia.id) FILTER (WHERE n.review_status IN ('PUBLISHED', 'CONTESTED')) OVER near_it AS actors
        FROM near n
        LEFT JOIN claims_involvement i ON i.claim_id = n.id LEFT JOIN sites_actor ia ON ia.id = i.actor_id
        WINDOW near_it AS (PARTITION BY n.n, n.area_id)),
    judged AS (
        SELECT n.id, CASE n.kind
            WHEN 'OBSERVATION' THEN o.armed_presence LIKE 'PRESENT%' AND pair_is_state
            WHEN 'INVOLVEMENT' THEN coalesce(is_state_actor(n.category), true)
            WHEN 'SITUATION' THEN coalesce(is_state_actor(sa.category), true)
            WHEN 'BENEFIT' THEN pair_is_state OR b.beneficiary_type IN
                ('SEC_OFFICERS', 'POLITICAL', 'CUSTOMARY', 'STATE_AGENTS', 'VDP_COMMAND', 'STATE_TREASURY')
                OR coalesce(is_state_actor(ba.category), false)
            WHEN 'QUALIFICATION' THEN false
            ELSE pair_is_state END AS about
        FROM named n
        CROSS JOIN LATERAL (SELECT n.actors = 0 OR coalesce(n.state, false) AS pair_is_state) p
        LEFT JOIN claims_observation o ON o.claim_id = n.id
        LEFT JOIN claims_actorsituation s ON s.claim_id = n.id LEFT JOIN sites_actor sa ON sa.id = s.actor_id
        LEFT JOIN claims_benefit b ON b.claim_id = n.id LEFT JOIN sites_actor ba ON ba.id = b.beneficiary_id)
    UPDATE claims_claim c SET about_state = j.about FROM judged j
    WHERE c.id = j.id AND c.about_state IS DISTINCT FROM j.about
$$;
"""
"""Claims of one source and one place (or, without a place, one area) are judged together; no row meets every other."""

ON_CLAIMS = """
CREATE OR REPLACE FUNCTION claims_updated() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE touched uuid[];
BEGIN
    EXECUTE 'SELECT ARRAY(
        SELECT n.id FROM after_rows n JOIN before_rows o ON o.id = n.id
        WHERE (n.review_status, n.source_id, n.open_data) IS DISTINCT FROM (o.review_status, o.source_id, o.open_data)
            OR n.place_id IS DISTINCT FROM o.place_id OR n.area_id IS DISTINCT FROM o.area_id)' INTO touched;
    IF cardinality(touched) > 0 THEN
        touched := touched || ARRAY(
            SELECT DISTINCT c.id FROM (SELECT DISTINCT source_id, place_id FROM before_rows) o
            JOIN claims_claim c ON c.source_id = o.source_id AND c.place_id = o.place_id);
        PERFORM refresh_about_state(touched);
    END IF;
    PERFORM refresh_place_about_state(ARRAY(
        SELECT place_id FROM after_rows WHERE place_id IS NOT NULL
        UNION SELECT place_id FROM before_rows WHERE place_id IS NOT NULL));
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION claims_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM refresh_about_state(ARRAY(
        SELECT DISTINCT c.id FROM (SELECT DISTINCT source_id, place_id FROM before_rows) o
        JOIN claims_claim c ON c.source_id = o.source_id AND c.place_id = o.place_id));
    PERFORM refresh_place_about_state(ARRAY(SELECT DISTINCT place_id FROM before_rows WHERE place_id IS NOT NULL));
    RETURN NULL;
END $$;
"""
"""EXECUTE plans anew with the number of rows at hand; a kept plan pairs them one by one."""

BY_INDEX = """
ALTER FUNCTION refresh_about_state(uuid[]) SET enable_seqscan = off;
ALTER FUNCTION refresh_about_state(uuid[]) SET jit = off;
ALTER FUNCTION refresh_place_about_state(uuid[]) SET enable_seqscan = off;
ALTER FUNCTION refresh_place_about_state(uuid[]) SET jit = off;
"""
"""Every step goes by an index: a table that has just been filled is still believed to be small, and read whole."""


class Migration(migrations.Migration):
    dependencies = [("claims", "0004_coarse_values")]

    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (ABOUT_STATE, ON_CLAIMS, BY_INDEX)]
