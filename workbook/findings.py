"""What is to be completed, as the browser gets it."""

from typing import Any
from uuid import UUID

from django.core.cache import cache

from .clashes import clashes_of
from .models import Workbook
from .projected import projected
from .projection import Finding, FindingCode

COMPUTED_EVERY_SECONDS = 2


def findings_of(workbook: Workbook) -> list[dict[str, Any]]:
    """Findings of the document as it is now."""
    return [as_json(finding) for finding in (*projected(workbook).findings, *clashes_of(workbook))]


def worded(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same with words in the language of who asks."""
    return [{**it, "words": str(FindingCode(it["code"]).label)} for it in findings]


def is_my_turn(workshop: UUID) -> bool:
    """Whether the one who asks, in whichever process, is to compute the findings of the next moment."""
    return bool(cache.add(f"workbook:findings:{workshop.hex}", 1, COMPUTED_EVERY_SECONDS))


def as_json(finding: Finding) -> dict[str, Any]:
    """One finding, and how an acceptance names it."""
    return {
        "code": finding.code,
        "root": finding.root,
        "id": finding.id,
        "key": finding.key,
        "other": finding.other,
        "severity": str(finding.severity),
        "mark": finding.mark,
    }
