"""A file that is being written when something is withdrawn in an emergency breaks off."""

from typing import Any

import pytest
from django.core.cache import cache

from access.models import AuditEntry
from claims.services import withdraw_claim_at_once
from lib.problems import Problem
from reports.services.taking import traced
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_export_in_waiting_breaks_off_at_a_withdrawal(
    celine: Any, esther: Any, django_capture_on_commit_callbacks: Any
) -> None:
    cache.clear()
    row = factories.released_claim()
    pieces = traced(iter([b"head\n", b"row\n"]), "export", 1, celine)
    assert next(pieces) == b"head\n"
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_claim_at_once(row, reason="Danger", by=esther)
    with pytest.raises(Problem):
        next(pieces)
    verbs = set(AuditEntry.objects.filter(person=celine.pk).values_list("verb", flat=True))
    assert verbs == {"export.start", "export.broken"}


def test_without_a_withdrawal_it_ends(celine: Any) -> None:
    assert b"".join(traced(iter([b"head\n", b"row\n"]), "export", 1, celine)) == b"head\nrow\n"
    assert AuditEntry.objects.get(verb="export.end").details["rows"] == 1
