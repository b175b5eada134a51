"""Provinces, open data and `about_state` of a claim, kept by the database whichever way a row arrives."""

from django.db import migrations

CLAIM = """
CREATE FUNCTION keep_claim() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    IF NEW.place_id IS NOT NULL THEN
        NEW.provinces := (SELECT provinces FROM sites_place WHERE id = NEW.place_id);
    ELSIF NEW.area_id IS NOT NULL THEN
        NEW.provinces := (
            WITH RECURSIVE above AS (
                SELECT id, level, pcode, parent_id FROM sites_area WHERE id = NEW.area_id
                UNION ALL
                SELECT up.id, up.level, up.pcode, up.parent_id FROM sites_area up JOIN above ON up.id = above.parent_id)
            SELECT array_agg(pcode) FROM above WHERE level = 1);
    ELSIF NEW.kind <> 'SITUATION' THEN
        NEW.provinces := NULL;
    END IF;
    IF coalesce(cardinality(NEW.provinces), 0) = 0 THEN
        NEW.provinces := ARRAY['XU'];
    END IF;
    NEW.open_data := NEW.sensitivity IN ('LOW', 'MODERATE')
        AND (SELECT open_licence FROM sites_source WHERE id = NEW.source_id);
    IF NEW.open_data OR NEW.kind = 'QUALIFICATION' THEN
        NEW.about_state := false;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_claim BEFORE INSERT OR UPDATE ON claims_claim FOR EACH ROW EXECUTE FUNCTION keep_claim();
"""

ABOUT_STATE = """
CREATE FUNCTION refresh_about_state(touched uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
    WITH pair AS (
        SELECT DISTINCT source_id, place_id, area_id FROM claims_claim WHERE id = ANY(touched) AND NOT open_data),
    near AS (
        SELECT c.id, c.kind, c.source_id, c.place_id, c.area_id, c.review_status, c.about_state
        FROM claims_claim c JOIN pair p ON c.source_id = p.source_id
            AND c.place_id IS NOT DISTINCT FROM p.place_id AND c.area_id IS NOT DISTINCT FROM p.area_id
        WHERE NOT c.open_data),
    named AS (
        SELECT n.source_id, n.place_id, n.area_id, bool_or(is_state_actor(a.category)) AS state, count(a.id) AS actors
        FROM near n JOIN claims_involvement i ON i.claim_id = n.id LEFT JOIN sites_actor a ON a.id = i.actor_id
        WHERE n.review_status IN ('PUBLISHED', 'CONTESTED') GROUP BY 1, 2, 3),
    judged AS (
        SELECT n.id, CASE n.kind
            WHEN 'OBSERVATION' THEN o.armed_presence LIKE 'PRESENT%' AND pair_is_state
            WHEN 'INVOLVEMENT' THEN coalesce(is_state_actor(ia.category), true)
            WHEN 'SITUATION' THEN coalesce(is_state_actor(sa.category), true)
            WHEN 'BENEFIT' THEN pair_is_state OR b.beneficiary_type IN
                ('SEC_OFFICERS', 'POLITICAL', 'CUSTOMARY', 'STATE_AGENTS', 'VDP_COMMAND', 'STATE_TREASURY')
                OR coalesce(is_state_actor(ba.category), false)
            WHEN 'QUALIFICATION' THEN false
            ELSE pair_is_state END AS about
        FROM near n
        LEFT JOIN named m ON m.source_id = n.source_id AND m.place_id IS NOT DISTINCT FROM n.place_id
            AND m.area_id IS NOT DISTINCT FROM n.area_id
        CROSS JOIN LATERAL (SELECT coalesce(m.actors, 0) = 0 OR coalesce(m.state, false) AS pair_is_state) p
        LEFT JOIN claims_observation o ON o.claim_id = n.id
        LEFT JOIN claims_involvement i ON i.claim_id = n.id LEFT JOIN sites_actor ia ON ia.id = i.actor_id
        LEFT JOIN claims_actorsituation s ON s.claim_id = n.id LEFT JOIN sites_actor sa ON sa.id = s.actor_id
        LEFT JOIN claims_benefit b ON b.claim_id = n.id LEFT JOIN sites_actor ba ON ba.id = b.beneficiary_id)
    UPDATE claims_claim c SET about_state = j.about FROM judged j
    WHERE c.id = j.id AND c.about_state IS DISTINCT FROM j.about
$$;
"""

STATE_ACTOR = """
CREATE FUNCTION is_state_actor(category text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT category IN ('STATE_ARMED', 'STATE_CIVIL', 'PARASTATAL', 'STATE_COMPANY', 'PARK_GUARD', 'VDP', 'CUSTOMARY')
$$
"""

PLACE_ABOUT_STATE = """
CREATE FUNCTION refresh_place_about_state(touched uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
    UPDATE sites_place p SET about_state = j.about FROM (
        SELECT q.id, NOT EXISTS (
            SELECT FROM claims_claim c WHERE c.place_id = q.id AND c.review_status IN ('PUBLISHED', 'CONTESTED')
                AND c.sensitivity IN ('LOW', 'MODERATE', 'HIGH') AND NOT c.about_state) AS about
        FROM sites_place q WHERE q.id = ANY(touched)) j
    WHERE p.id = j.id AND p.about_state IS DISTINCT FROM j.about
$$;
"""

ON_CLAIMS = """
CREATE FUNCTION claims_inserted() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM refresh_place_about_state(ARRAY(SELECT DISTINCT place_id FROM after_rows WHERE place_id IS NOT NULL));
    RETURN NULL;
END $$;
CREATE FUNCTION claims_updated() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE touched uuid[];
BEGIN
    touched := ARRAY(
        SELECT n.id FROM after_rows n JOIN before_rows o ON o.id = n.id
        WHERE (n.review_status, n.source_id, n.open_data) IS DISTINCT FROM (o.review_status, o.source_id, o.open_data)
            OR n.place_id IS DISTINCT FROM o.place_id OR n.area_id IS DISTINCT FROM o.area_id);
    IF cardinality(touched) > 0 THEN
        touched := touched || ARRAY(
            SELECT c.id FROM claims_claim c JOIN before_rows o ON c.source_id = o.source_id AND c.place_id = o.place_id);
        PERFORM refresh_about_state(touched);
    END IF;
    PERFORM refresh_place_about_state(ARRAY(
        SELECT place_id FROM after_rows WHERE place_id IS NOT NULL
        UNION SELECT place_id FROM before_rows WHERE place_id IS NOT NULL));
    RETURN NULL;
END $$;
CREATE FUNCTION claims_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM refresh_about_state(ARRAY(
        SELECT c.id FROM claims_claim c JOIN before_rows o ON c.source_id = o.source_id AND c.place_id = o.place_id));
    PERFORM refresh_place_about_state(ARRAY(SELECT DISTINCT place_id FROM before_rows WHERE place_id IS NOT NULL));
    RETURN NULL;
END $$;
CREATE TRIGGER claims_inserted AFTER INSERT ON claims_claim REFERENCING NEW TABLE AS after_rows
    FOR EACH STATEMENT EXECUTE FUNCTION claims_inserted();
CREATE TRIGGER claims_updated AFTER UPDATE ON claims_claim
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION claims_updated();
CREATE TRIGGER claims_deleted AFTER DELETE ON claims_claim REFERENCING OLD TABLE AS before_rows
    FOR EACH STATEMENT EXECUTE FUNCTION claims_deleted();
"""

ON_KINDS = """
CREATE FUNCTION kind_written() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM refresh_about_state(ARRAY(SELECT claim_id FROM after_rows));
    RETURN NULL;
END $$;
CREATE FUNCTION kind_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM refresh_about_state(ARRAY(SELECT claim_id FROM before_rows));
    RETURN NULL;
END $$;
"""

SITUATION_PROVINCES = """
CREATE FUNCTION keep_situation_provinces() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    UPDATE claims_claim SET provinces = NEW.areas
    WHERE id = NEW.claim_id AND place_id IS NULL AND area_id IS NULL AND provinces IS DISTINCT FROM NEW.areas::varchar[];
    RETURN NULL;
END $$;
CREATE TRIGGER keep_situation_provinces AFTER INSERT OR UPDATE OF areas ON claims_actorsituation
    FOR EACH ROW EXECUTE FUNCTION keep_situation_provinces();
"""

ON_REGISTERS = """
CREATE FUNCTION place_provinces_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    UPDATE claims_claim SET provinces = NEW.provinces WHERE place_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER place_provinces_changed AFTER UPDATE ON sites_place FOR EACH ROW
    WHEN (OLD.provinces IS DISTINCT FROM NEW.provinces) EXECUTE FUNCTION place_provinces_changed();

CREATE FUNCTION source_licence_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    UPDATE claims_claim SET about_state = true WHERE source_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER source_licence_changed AFTER UPDATE ON sites_source FOR EACH ROW
    WHEN (OLD.open_licence IS DISTINCT FROM NEW.open_licence) EXECUTE FUNCTION source_licence_changed();

CREATE FUNCTION actor_category_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM refresh_about_state(ARRAY(
        SELECT claim_id FROM claims_involvement WHERE actor_id = NEW.id
        UNION SELECT claim_id FROM claims_benefit WHERE beneficiary_id = NEW.id
        UNION SELECT claim_id FROM claims_actorsituation WHERE actor_id = NEW.id));
    RETURN NULL;
END $$;
CREATE TRIGGER actor_category_changed AFTER UPDATE ON sites_actor FOR EACH ROW
    WHEN (OLD.category IS DISTINCT FROM NEW.category) EXECUTE FUNCTION actor_category_changed();
"""

KINDS = ("observation", "involvement", "chainleg", "benefit", "actorsituation", "incident")


def kind_triggers() -> str:
    lines = []
    for kind in KINDS:
        lines.append(
            f"CREATE TRIGGER {kind}_inserted AFTER INSERT ON claims_{kind} REFERENCING NEW TABLE AS after_rows "
            "FOR EACH STATEMENT EXECUTE FUNCTION kind_written();"
            f"CREATE TRIGGER {kind}_updated AFTER UPDATE ON claims_{kind} REFERENCING NEW TABLE AS after_rows "
            "FOR EACH STATEMENT EXECUTE FUNCTION kind_written();"
        )
    lines.append(
        "CREATE TRIGGER involvement_deleted AFTER DELETE ON claims_involvement REFERENCING OLD TABLE AS before_rows "
        "FOR EACH STATEMENT EXECUTE FUNCTION kind_deleted();"
    )
    return "".join(lines)


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_claims"), ("sites", "0003_kept_by_database")]

    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            CLAIM,
            STATE_ACTOR,
            ABOUT_STATE,
            PLACE_ABOUT_STATE,
            ON_CLAIMS,
            ON_KINDS,
            kind_triggers(),
            SITUATION_PROVINCES,
            ON_REGISTERS,
        )
    ]
