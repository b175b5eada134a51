"""Bringing a flat list of places in, by the same way as visits: staged, checked, one batch, one transaction."""

from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from access.audit import record
from access.policy import NO_ROW, permits
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..codes import Layout
from ..models import ImportBatch
from ..places import listing
from ..reading import TableFile, require_columns
from ..report import Report, read_remarks
from ..staging import clear, lock, make_cells, one, stage


def import_places(path: Path, *, by: Any, dry_run: bool = False) -> Report:
    """Import a list of places as one batch of proposed places, to be reviewed by two people; return its report.

    For the secretariat. Recorded as `import.make`, or as `import.nothing` where nothing was new. Places that stand
    already change when the batch is released. Raises `FileFault` for what is no such list; nothing is written then.
    """
    if permits(by, "add", ImportBatch) == NO_ROW:
        raise Problem(Fault.FORBIDDEN)
    with transaction.atomic(), connection.cursor() as cursor, TableFile(path) as table:
        require_columns(table.header, listing.COMPULSORY)
        lock(Layout.PLACES)
        stage(cursor, table)
        make_cells(cursor, table, listing.KNOWN)
        listing.check(cursor)
        listing.compare(cursor)
        report = Report(counts=_count(cursor))
        read_remarks(cursor, report)
        if dry_run:
            transaction.set_rollback(True)
            return report
        if report.counts["rows_added"] + report.counts["rows_changed"] == 0:
            record("import.nothing", ImportBatch, by=by, layout=Layout.PLACES, checksum=table.checksum)
        else:
            _write(cursor, table, report, by)
        clear(cursor)
    return report


def _count(cursor: CursorWrapper) -> dict[str, Any]:
    counts: dict[str, Any] = {"rows": one(cursor, "SELECT count(*) FROM staged")}
    cursor.execute("SELECT became, count(*) FROM listed GROUP BY became")
    became = dict(cursor.fetchall())
    for name in ("added", "changed", "unchanged"):
        counts[f"rows_{name}"] = became.get(name, 0)
    counts["rows_refused"] = counts["rows"] - sum(became.values())
    counts["places_added"] = counts["rows_added"]
    return counts


def _write(cursor: CursorWrapper, table: TableFile, report: Report, by: Any) -> None:
    batch = ImportBatch.objects.create(
        layout=Layout.PLACES,
        file_name=table.path.name[:200],
        checksum=table.checksum,
        mapping={name: "read" if name in listing.KNOWN else "ignored" for name in table.header},
        imported_by_id=reach_of(by).person,
        counts={**report.counts, "warnings": report.warnings},
        report={"refused": report.refused, "remarked": report.remarked},
    )
    listing.write(cursor, batch)
    report.batch = batch.pk
    record("import.make", batch, by=by, checksum=table.checksum, rows=report.counts["rows"])
    require("add", batch, by=by)
