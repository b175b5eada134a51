"""What an import did, in figures and in remarks on cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from .codes import REFUSING, RemarkKind
from .staging import remark_counts, remarks

MOST_REMARKS = 1000


@dataclass
class Report:
    """Counts by name, remarks by kind, and the batch where one was made."""

    counts: dict[str, Any] = field(default_factory=dict)
    warnings: dict[str, int] = field(default_factory=dict)
    refused: list[dict[str, Any]] = field(default_factory=list)
    remarked: list[dict[str, Any]] = field(default_factory=list)
    batch: UUID | None = None

    @property
    def rows_refused(self) -> int:
        """How many rows were refused as a whole."""
        return int(self.counts.get("visits_refused", self.counts.get("rows_refused", 0)))

    def as_json(self) -> dict[str, Any]:
        """One plain object."""
        return {
            **self.counts,
            "warnings": self.warnings,
            "refused": self.refused,
            "batch": str(self.batch) if self.batch else None,
        }


def read_remarks(cursor: CursorWrapper, report: Report) -> None:
    """Fill in what was remarked on cells: at most a thousand of each sort, counted in full."""
    counts: Mapping[str, int] = remark_counts(cursor)
    others = [kind for kind in RemarkKind if kind not in REFUSING]
    report.warnings = {kind.lower(): counts[kind] for kind in others if kind in counts}
    report.refused = remarks(cursor, list(REFUSING), MOST_REMARKS)
    report.remarked = remarks(cursor, others, MOST_REMARKS)
