"""From a file to a temporary table of texts by COPY, without ever holding the file; then its remarks, cell by cell."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import psycopg2
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _
from psycopg2 import sql

from .faults import FileFault
from .reading import PIECE_BYTES, TableFile

BLANKS = r"E' \t\r\n\u00a0'"
PLACE_IN_COPY = re.compile(r"line (\d+)")

TEMPORARY = (
    "staged", "cells", "remark", "meaning", "visit", "said", "latest", "named", "known_alias", "touched_entry", "head",
    "fresh", "listed", "located",
)  # fmt: skip

REMARK = """
CREATE TEMP TABLE remark (line integer NOT NULL, cell text NOT NULL, value text NOT NULL, kind text NOT NULL)
ON COMMIT DROP
"""

COUNT_ENDS = r"""
UPDATE staged s SET line = s.line + e.before
FROM (
    SELECT line, coalesce(sum(ends) OVER (ORDER BY line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM (SELECT line, length({0}) - length(replace({0}, E'\n', '')) AS ends FROM staged) q) e
WHERE e.line = s.line AND e.before > 0
"""


def stage(cursor: CursorWrapper, table: TableFile) -> None:
    """Fill the temporary table `staged`: `line` and one text column per column of the file, under its own name.

    Raises `FileFault` for rows that are not rows of this table.
    """
    clear(cursor)
    columns = sql.SQL(", ").join(sql.SQL("{} text").format(sql.Identifier(name)) for name in table.header)
    names = sql.SQL(", ").join(sql.Identifier(name) for name in table.header)
    raw = cursor.cursor
    raw.execute(
        sql.SQL(
            "CREATE TEMP TABLE staged (line integer GENERATED ALWAYS AS IDENTITY (START 2), {}) ON COMMIT DROP"
        ).format(columns)
    )
    copy = sql.SQL("COPY staged ({}) FROM STDIN WITH (FORMAT csv, ENCODING 'UTF8')").format(names).as_string(raw)
    try:
        raw.copy_expert(copy, table, PIECE_BYTES)
    except psycopg2.Error as error:
        if table.fault:
            raise table.fault from None
        raise FileFault(_copy_fault(error)) from error
    _count_lines_as_editors_do(cursor, table)
    cursor.execute(REMARK)


def clear(cursor: CursorWrapper) -> None:
    """Forget an earlier file of the same transaction."""
    cursor.execute(f"DROP TABLE IF EXISTS {', '.join(f'pg_temp.{name}' for name in TEMPORARY)}")


def make_cells(cursor: CursorWrapper, table: TableFile, known: Sequence[str]) -> None:
    """Make `cells`: the `known` columns without blanks at their ends, empty as null; absent ones are null."""
    parts = []
    for name in known:
        identifier = sql.Identifier(name)
        if name in table.header:
            parts.append(sql.SQL("nullif(btrim({0}, {1}), '') AS {0}").format(identifier, sql.SQL(BLANKS)))
        else:
            parts.append(sql.SQL("NULL::text AS {}").format(identifier))
    listed = sql.SQL(", ").join(parts)
    cursor.cursor.execute(
        sql.SQL("CREATE TEMP TABLE cells ON COMMIT DROP AS SELECT line, {} FROM staged").format(listed)
    )


def remark(cursor: CursorWrapper, kind: str, column: str, condition: str, value: str | None = None) -> None:
    """Note `kind` for each row of `cells` c where `condition` holds; `value` defaults to the cell itself."""
    shown = value or f"coalesce(c.\"{column}\", '')"
    cursor.execute(
        f"INSERT INTO remark SELECT c.line, '{column}', left({shown}, 200), '{kind}' FROM cells c WHERE {condition}"
    )


class Check(NamedTuple):
    """A condition on a row of `cells` c under which its cell `column` is remarked on."""

    kind: str
    column: str
    condition: str


def remark_all(cursor: CursorWrapper, checks: Sequence[Check]) -> None:
    """Note all `checks` in one pass: rows without any remark, which are nearly all, are looked at once."""
    listed = ", ".join(f"('{c.kind}', '{c.column}', c.{c.column}, {c.condition})" for c in checks)
    any_of = " OR ".join(f"({check.condition})" for check in checks)
    cursor.execute(
        "INSERT INTO remark SELECT c.line, r.cell, left(coalesce(r.value, ''), 200), r.kind FROM cells c"
        f" CROSS JOIN LATERAL (VALUES {listed}) r (kind, cell, value, bad) WHERE ({any_of}) AND r.bad"
    )


def remarks(cursor: CursorWrapper, kinds: Sequence[str], most: int) -> list[dict[str, Any]]:
    """At most `most` remarks of `kinds`, in the order of the file."""
    cursor.execute(
        "SELECT line, cell, value, kind FROM remark WHERE kind = ANY(%s) ORDER BY line, cell LIMIT %s",
        [list(kinds), most],
    )
    return [dict(zip(("line", "column", "value", "kind"), row)) for row in cursor.fetchall()]


def remark_counts(cursor: CursorWrapper) -> Mapping[str, int]:
    """How many remarks there are of each kind."""
    cursor.execute("SELECT kind, count(*) FROM remark GROUP BY kind ORDER BY kind")
    return dict(cursor.fetchall())


def one(cursor: CursorWrapper, statement: str, parameters: Sequence[Any] | None = None) -> Any:
    """The single value that `statement` gives."""
    cursor.execute(statement, parameters)
    row = cursor.fetchone()
    return row[0] if row else None


def lock(layout: str) -> None:
    """Hold off other imports of the layout until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"filon.import.{layout}"])


def _count_lines_as_editors_do(cursor: CursorWrapper, table: TableFile) -> None:
    """Where cells hold line ends, count them too, so that a remark's line is the one that an editor shows."""
    rows = one(cursor, "SELECT count(*) FROM staged")
    if rows + 1 >= table.lines:
        return
    cells = sql.SQL(" || ").join(sql.SQL("coalesce({}, '')").format(sql.Identifier(name)) for name in table.header)
    cursor.cursor.execute(sql.SQL("ALTER TABLE staged ALTER line DROP IDENTITY"))
    cursor.cursor.execute(sql.SQL(COUNT_ENDS).format(cells))


def _copy_fault(error: psycopg2.Error) -> str:
    found = PLACE_IN_COPY.search(error.diag.context or "")
    line = {"line": int(found.group(1)) + 1 if found else 0}
    message = error.diag.message_primary or ""
    if "extra data" in message:
        return (
            _("Line %(line)d has more cells than line 1 has columns. Put texts with commas in quotation marks.") % line
        )
    if "missing data" in message:
        return _("Line %(line)d has fewer cells than line 1 has columns. Export the file again.") % line
    if "unterminated" in message:
        return _("A quotation mark opened before line %(line)d is never closed. Close it and try again.") % line
    return _("Line %(line)d cannot be read as CSV. Export the file again as “CSV UTF-8”.") % line
