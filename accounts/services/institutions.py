"""Keeping the list of bodies for which persons act."""

from typing import Any

from django.db import transaction

from access.audit import record
from access.querysets import require
from lib.problems import Fault, Problem

from ..models import Institution


def add_institution(*, name: str, category: str, provinces: tuple[str, ...], by: Any) -> Institution:
    """Return the new body. For administrators. Recorded as `institution.add`; `Fault.CONFLICT` for a name twice."""
    with transaction.atomic():
        if Institution.objects.filter(name__iexact=name.strip()).exists():
            raise Problem(Fault.CONFLICT)
        institution = Institution.objects.create(name=name.strip(), category=category, provinces=sorted(set(provinces)))
        record("institution.add", institution, by=by)
        require("manage", institution, by=by)
    return institution
