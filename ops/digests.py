"""A digest of every table, equal exactly when the rows are equal, whatever their order on disk."""

from collections.abc import Mapping

from psycopg2 import sql
from psycopg2.extensions import connection as Connection

OWN_TABLES = """
    SELECT format('%I.%I', n.nspname, c.relname), n.nspname, c.relname
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
      AND NOT c.relispartition
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY 1
"""


def of_tables(database: Connection) -> dict[str, dict[str, object]]:
    """Rows and digest by table: the sum of each row's digest, so the order of rows does not matter."""
    digests: dict[str, dict[str, object]] = {}
    with database.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'")
        cursor.execute(OWN_TABLES)
        for name, schema, table in cursor.fetchall():
            cursor.execute(
                sql.SQL(
                    "SELECT count(*), coalesce(sum(('x' || left(d, 15))::bit(60)::bigint::numeric"
                    " * 1000003 + ('x' || right(d, 15))::bit(60)::bigint), 0)::text"
                    " FROM (SELECT encode(sha256(convert_to(t::text, 'UTF8')), 'hex') AS d FROM {} t) rows"
                ).format(sql.Identifier(schema, table))
            )
            rows, digest = cursor.fetchone() or (0, "0")
            digests[name] = {"rows": rows, "digest": digest}
    return digests


def differences(expected: Mapping[str, object], found: Mapping[str, object]) -> list[str]:
    """Names of tables that are missing, new or different."""
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))
