"""Exports and reports: begun and ended in the trail, streamed in between."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from access.audit import record
from access.querysets import load, may_ever
from access.reach import reach_of
from accounts.models import Person
from claims.withdrawn import withdrawal_mark
from lib.problems import Fault, Problem
from mapping.matching import View
from sites.models import Place
from workbook.models import Workbook
from workbook.projected import projected

from ..formats import FORMATS, Format
from ..paper import Imprint, imprint_for
from ..place_rows import highest_class
from ..stamp import stamp_for
from ..workshop.content import Report
from ..workshop.telling import PARTS, WHOLE, report_of
from ..workshop.word import as_word, summary_as_word

WORD_FORMS: dict[str, tuple[StrOrPromise, Callable[[Report, Imprint], bytes]]] = {
    "report": (gettext_lazy("Workshop report"), as_word),
    "day-1": (gettext_lazy("Summary of day 1"), summary_as_word),
}


def export_places(view: View, asked: str, layout: str, *, by: Person) -> tuple[Format, Iterator[bytes]]:
    """Start an export of the places of `view` as the screen shows them; `asked` is the view's address.

    What holds afterwards: the trail has "export.start" before the first byte and "export.end" with rows and
    checksum after the last, or "export.broken" when nobody read to the end. Analysts and the secretariat may;
    raises `Fault.FORBIDDEN` for others and `Fault.NOT_FOUND` for an unknown layout.
    """
    if layout not in FORMATS:
        raise Problem(Fault.NOT_FOUND)
    if not may_ever(by, "export", Place):
        record("refused.export", Place, by=by)
        raise Problem(Fault.FORBIDDEN)
    reach, today = reach_of(by), timezone.localdate()
    sensitivity = highest_class(reach, view, today)
    chosen = FORMATS[layout]
    pieces = chosen.write(reach, view, today, stamp_for(by, sensitivity, asked))
    told: dict[str, Any] = {"layout": layout, "sensitivity": sensitivity, "filters": sorted(view.filters)}
    return chosen, traced(pieces, "export", chosen.lines_besides_rows, by, **told)


def take_report(workshop: UUID, part: str, *, by: Person) -> Report:
    """The report of a workshop for the room or for the secretariat, as `by` reads it on the screen.

    For the room and the secretariat; what is not for the plenary only for whoever may read the workbook itself.
    Recorded as `report.show`. Raises `Fault.NOT_FOUND` without a workbook that `by` may see, or for an unknown part,
    and `FORBIDDEN`.
    """
    workbook = _workbook(workshop, part, by)
    record("report.show", workbook, by=by, part=part)
    return report_of(workbook.workshop, projected(workbook), part, by=by)


def take_report_file(workshop: UUID, part: str, form: str, *, by: Person) -> bytes:
    """The same as a file; the trail has "report.start" before it is made and "report.end" with its checksum after.

    Raises `Fault.NOT_FOUND` for an unknown form too.
    """
    if form not in WORD_FORMS:
        raise Problem(Fault.NOT_FOUND)
    workbook = _workbook(workshop, part, by)
    key = uuid4()
    record("report.start", workbook, by=by, export=key, part=part)
    report = report_of(workbook.workshop, projected(workbook), part, by=by)
    kind, write = WORD_FORMS[form]
    heading = report.heading
    standing = f"{heading.number} · {_('version')} {heading.version}"
    made = write(report, imprint_for(by, f"{kind} – {heading.title}", heading.classed, standing))
    record("report.end", workbook, by=by, export=key, bytes=len(made), sha256=hashlib.sha256(made).hexdigest())
    return made


def _workbook(workshop: UUID, part: str, by: Person) -> Workbook:
    if part not in PARTS:
        raise Problem(Fault.NOT_FOUND)
    verb = "report_whole" if part == WHOLE else "report"
    return load(by, verb, Workbook.objects.select_related("workshop__round"), workshop=workshop)


def traced_collection(pieces: Iterator[bytes], *, by: Person) -> Iterator[bytes]:
    """A reader takes the whole collection of places by the interface: begun and ended in the trail, as exports are."""
    return traced(pieces, "collection", 2, by, layout="api")


def traced(
    pieces: Iterator[bytes],
    verb: str,
    lines_besides_rows: int,
    by: Person,
    about: type[Model] = Place,
    **told: object,
) -> Iterator[bytes]:
    """`pieces` as they are; the trail has that they were begun, and ended with rows and checksum, or broke off.

    They break off when something is withdrawn in an emergency meanwhile: what was read before it may hold it.
    """
    key = uuid4()
    digest, size, lines, ended = hashlib.sha256(), 0, 0, False
    mark = withdrawal_mark()
    record(f"{verb}.start", about, by=by, export=key, **told)
    try:
        for piece in pieces:
            if withdrawal_mark() != mark:
                raise Problem(Fault.STALE)
            digest.update(piece)
            size += len(piece)
            lines += piece.count(b"\n")
            yield piece
        ended = True
    finally:
        rows = max(lines - lines_besides_rows, 0)
        stage = "end" if ended else "broken"
        record(f"{verb}.{stage}", about, by=by, export=key, rows=rows, bytes=size, sha256=digest.hexdigest())
