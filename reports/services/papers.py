"""Papers: made as the reader may read them, begun and ended in the trail like every export."""

import hashlib
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db.models import Model

from access.audit import record
from access.querysets import load
from accounts.models import Person
from lib.problems import Fault, Problem
from workbook.models import Workbook

from ..paper import MEDIA_TYPES, Paper
from ..workshop.papers import VERBS, workshop_paper


@dataclass(frozen=True)
class Taken:
    """A file with its name and media type."""

    content: bytes
    name: str
    media_type: str


def take_workshop_paper(workshop: UUID, name: str, form: str, *, by: Person) -> Taken:
    """A paper of the version that the room adopted, as PDF or as Word.

    For the room and the secretariat; the file with everything for whoever may read everything. Recorded as
    `paper.start` and `paper.end`. Raises `Fault.NOT_FOUND` for an unknown paper or a workshop that `by` may not see,
    `FORBIDDEN`, and `NOT_READY` while nothing is adopted.
    """
    if name not in VERBS:
        raise Problem(Fault.NOT_FOUND)
    rows = Workbook.objects.select_related("workshop__round")
    workbook = load(by, VERBS[name], rows, workshop=workshop)
    return _handed_out(workshop_paper(name, workbook, by=by), form, name, workbook, by)


def _handed_out(paper: Paper, form: str, kind: str, of: Model, by: Person) -> Taken:
    """The file: "paper.start" before it is made, "paper.end" with its checksum after."""
    key = uuid4()
    record("paper.start", of, by=by, export=key, kind=kind, form=form, sensitivity=paper.imprint.classed)
    made = paper.made(form)
    record("paper.end", of, by=by, export=key, bytes=len(made), sha256=hashlib.sha256(made).hexdigest())
    return Taken(made, paper.file_name(form), MEDIA_TYPES[form])
