"""The closed lists of the workbook with their labels, for the page: the reader's language, the order of the lists."""

from typing import Any

from django.db.models import TextChoices

from claims.codes import FAMILY_OF_MODE, ModeFamily

from .document import ROOTS, list_name
from .projection.findings import Finding, FindingCode, Severity

MORE_LISTS: tuple[type[TextChoices], ...] = (ModeFamily, FindingCode, Severity)
"""Lists that stand under no key but group or explain others."""


def vocabulary() -> dict[str, Any]:
    """Return {lists: {list: [[code, label]…]}, families: {mode: family}, severities: {finding: severity}}."""
    found = {key.codes for root in ROOTS.values() for key in root.keys.values() if key.codes}
    lists = {list_name(choices): [[code, str(label)] for code, label in choices.choices] for choices in found}
    lists |= {list_name(choices): [[code, str(label)] for code, label in choices.choices] for choices in MORE_LISTS}
    families = {str(mode): str(family) for mode, family in FAMILY_OF_MODE.items()}
    severities = {str(code): str(Finding(code, "").severity) for code in FindingCode}
    return {"lists": dict(sorted(lists.items())), "families": families, "severities": severities}
