"""Keeping a moment of the document under a name."""

from typing import Any

from django.db import transaction

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..models import NamedVersion, Workbook

NAME_CHARACTERS = 120


def name_version(workbook: Workbook, *, name: str, by: Any) -> NamedVersion:
    """Return the document of this moment under `name`. For lead and note-takers. Recorded as `workbook.version`.

    Raises `Fault.NOT_VALID` for an empty name or one that is too long.
    """
    if not name.strip() or len(name.strip()) > NAME_CHARACTERS:
        raise Problem(Fault.NOT_VALID)
    with transaction.atomic():
        locked = Workbook.objects.select_for_update().get(pk=workbook.pk)
        version = NamedVersion.objects.create(
            workshop_id=locked.workshop_id,
            name=name.strip(),
            epoch=locked.epoch,
            position=locked.position,
            made_by=reach_of(by).person,
        )
        record("workbook.version", version, by=by, workshop=locked.workshop_id)
        require("add", version, by=by)
    return version
