"""Beginning the workbook of a workshop."""

from typing import Any
from uuid import UUID

from django.db import transaction

from access.audit import record, record_refusal
from access.querysets import require
from access.reach import SYSTEM
from lib.problems import Fault, Problem
from workshops.models import Workshop

from ..beginning import write_beginning
from ..models import Workbook
from ..writing import writing


def prepare_workbook(workshop: Workshop, *, by: Any) -> Workbook:
    """Return the workbook of `workshop`, with the entries that everybody has; asked again, nothing is written again.

    For the room and the secretariat, until the room closes. Recorded as `workbook.prepare`.
    """
    with transaction.atomic():
        require("change", workshop, by=by)
        workbook, made = Workbook.objects.get_or_create(workshop=workshop)
        workbook = Workbook.objects.select_for_update().get(pk=workbook.pk)
        with writing(workbook, by=SYSTEM) as book:
            write_beginning(book, workbook, workshop)
        if made:
            record("workbook.prepare", workbook, by=by, workshop=workshop.pk)
    workbook.refresh_from_db()
    return workbook


def open_workbook(workshop: UUID, *, by: Any) -> Workbook:
    """Return the workbook of a workshop that `by` may see; begun now where the room may still write and has none.

    Raises `Fault.NOT_FOUND` for whoever may not see it.
    """
    found: Workbook | None = Workbook.objects.permitted(by).filter(workshop=workshop).first()
    if found is not None:
        return found
    room = Workshop.objects.permitted(by, "change").filter(pk=workshop).first()
    if room is None:
        record_refusal("view", Workbook, by)
        raise Problem(Fault.NOT_FOUND)
    return prepare_workbook(room, by=by)
