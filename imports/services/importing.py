"""Bringing a file in: staged, checked, and written as one batch in one transaction."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from access.audit import record
from access.policy import NO_ROW, permits
from access.querysets import require
from access.reach import reach_of
from claims.state import refresh_states
from lib.problems import Fault, Problem

from ..bulk import count_anew
from ..codes import Layout
from ..ipis import checks, claims, figures, registers, statements, visits
from ..ipis.columns import COMPULSORY, NOT_CONTENT, Columns, columns_of
from ..models import ImportBatch
from ..reading import TableFile, require_columns
from ..report import Report, read_remarks
from ..staging import clear, lock, make_cells, stage


def import_ipis(path: Path, *, by: Any, dry_run: bool = False) -> Report:
    """Import a file of IPIS site visits as one batch of submitted claims about proposed places; return its report.

    For the secretariat. Recorded as `import.make` with the batch, or as `import.nothing` where nothing was new.
    A row with an error is left out as a whole and reported; a file that is no such table raises `FileFault` and
    nothing is written. The same file again changes nothing; a changed row makes superseding claims, which
    replace the earlier ones when the batch is released.
    """
    if permits(by, "add", ImportBatch) == NO_ROW:
        raise Problem(Fault.FORBIDDEN)
    with transaction.atomic(), connection.cursor() as cursor, TableFile(path) as table:
        require_columns(table.header, COMPULSORY)
        lock(Layout.IPIS)
        columns = columns_of(table.header)
        report = _read(cursor, table, columns)
        if dry_run:
            report.counts["places_added"] = _places_to_add(cursor)
            transaction.set_rollback(True)
        elif report.counts["visits_added"] + report.counts["visits_changed"] == 0:
            report.counts["places_added"] = 0
            record("import.nothing", ImportBatch, by=by, layout=Layout.IPIS, checksum=table.checksum)
        else:
            _write(cursor, table, columns, report, by)
        if not dry_run:
            clear(cursor)
    return report


def _read(cursor: CursorWrapper, table: TableFile, columns: Columns) -> Report:
    stage(cursor, table)
    make_cells(cursor, table, columns.known)
    cursor.execute("CREATE UNIQUE INDEX ON cells (line)")
    cursor.execute("ANALYZE cells")
    checks.refuse(cursor, columns)
    visits.teach_words(cursor)
    visits.make_visits(cursor, columns)
    checks.warn(cursor, columns)
    statements.make_statements(cursor, columns)
    report = Report(counts=figures.count(cursor, columns))
    read_remarks(cursor, report)
    return report


def _places_to_add(cursor: CursorWrapper) -> int:
    cursor.execute(
        "SELECT count(DISTINCT v.place_key) FROM visit v"
        " WHERE NOT EXISTS (SELECT FROM sites_place p WHERE p.id = v.place_key)"
    )
    row = cursor.fetchone()
    return int(row[0]) if row else 0


def _write(cursor: CursorWrapper, table: TableFile, columns: Columns, report: Report, by: Any) -> None:
    person = reach_of(by).person
    batch = ImportBatch.objects.create(
        layout=Layout.IPIS,
        file_name=table.path.name[:200],
        checksum=table.checksum,
        mapping={name: _fate(name, columns) for name in table.header},
        imported_by_id=person,
    )
    report.counts["places_added"] = registers.make_places(cursor, batch)
    report.counts["sources_added"] = registers.make_sources(cursor, batch)
    report.counts["actors_added"] = registers.make_actors(cursor, batch)
    report.counts["claims_added"] = claims.make_claims(cursor, batch, person)
    claims.supersede(cursor, batch)
    claims.keep_rows(cursor, batch)
    report.batch = batch.pk
    batch.counts = {**report.counts, "warnings": report.warnings}
    batch.report = {"refused": report.refused, "remarked": report.remarked}
    batch.save(update_fields=["counts", "report"])
    count_anew(cursor)
    refresh_states(touched_places(cursor, batch.pk))
    record("import.make", batch, by=by, checksum=table.checksum, rows=report.counts["rows"])
    require("add", batch, by=by)


def touched_places(cursor: CursorWrapper, batch: UUID) -> list[UUID]:
    """Places about which the batch says something, or of which it ends a claim."""
    cursor.execute(
        "SELECT place_id FROM claims_claim WHERE import_batch = %s AND place_id IS NOT NULL"
        " UNION SELECT c.place_id FROM imports_supersession s JOIN claims_claim c ON c.id = s.claim_id"
        " WHERE s.batch_id = %s AND c.place_id IS NOT NULL"
        " UNION SELECT place_id FROM imports_placeamendment WHERE batch_id = %s",
        [batch, batch, batch],
    )
    return [row[0] for row in cursor.fetchall()]


def _fate(name: str, columns: Columns) -> str:
    if name in NOT_CONTENT:
        return "ignored"
    return "read" if name in columns.known else "kept"
