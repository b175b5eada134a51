"""Exports: begun and ended in the trail, streamed in between."""

import hashlib
from collections.abc import Iterator
from uuid import uuid4

from django.utils import timezone

from access.audit import record
from access.querysets import may_ever
from access.reach import reach_of
from accounts.models import Person
from lib.problems import Fault, Problem
from mapping.matching import View
from sites.models import Place

from .formats import FORMATS, Format
from .place_rows import highest_class
from .stamp import stamp_for


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
    return chosen, _traced(pieces, chosen, layout, view, sensitivity, by)


def _traced(
    pieces: Iterator[bytes], chosen: Format, layout: str, view: View, sensitivity: str, by: Person
) -> Iterator[bytes]:
    key = uuid4()
    digest, size, rows, ended = hashlib.sha256(), 0, -chosen.lines_besides_rows, False
    filters = sorted(view.filters)
    record("export.start", Place, by=by, export=key, layout=layout, sensitivity=sensitivity, filters=filters)
    try:
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            rows += piece.count(b"\n")
            yield piece
        ended = True
    finally:
        verb = "export.end" if ended else "export.broken"
        record(verb, Place, by=by, export=key, rows=max(rows, 0), bytes=size, sha256=digest.hexdigest())
