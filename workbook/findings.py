"""What is to be completed, as the browser gets it."""

from typing import Any

from .models import Workbook
from .projected import projected
from .projection import Finding, FindingCode


def findings_of(workbook: Workbook) -> list[dict[str, Any]]:
    """Findings of the document as it is now."""
    return [as_json(finding) for finding in projected(workbook).findings]


def as_json(finding: Finding) -> dict[str, Any]:
    """One finding with its words, and how an acceptance names it."""
    return {
        "code": finding.code,
        "root": finding.root,
        "id": finding.id,
        "key": finding.key,
        "other": finding.other,
        "severity": str(finding.severity),
        "mark": finding.mark,
        "words": str(FindingCode(finding.code).label),
    }
