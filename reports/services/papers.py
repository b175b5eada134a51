"""Papers: made as the reader may read them, begun and ended in the trail like every export."""

import hashlib
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db.models import Model
from django.utils import timezone

from access.audit import record, record_refusal
from access.querysets import can, load
from access.reach import READING_AUDIENCES, reach_of
from accounts.models import Person
from lib.problems import Fault, Problem
from mapping.matching import View
from mapping.reading import place_at
from sites.models import Place
from workbook.models import Workbook
from workshops.models import Recommendation

from ..paper import MEDIA_TYPES, Paper
from ..places.listing import site_table
from ..places.note import place_note
from ..places.territoire import territoire_note
from ..restitution.papers import RESTITUTION, restitution_sheet, transmission_letter
from ..workshop.papers import VERBS, workshop_paper


@dataclass(frozen=True)
class Taken:
    """A file with its name and media type."""

    content: bytes
    name: str
    media_type: str


def take_workshop_paper(workshop: UUID, name: str, form: str, *, by: Person) -> Taken:
    """A paper of the version that the room adopted, or the sheet that tells what became of it, as PDF or as Word.

    For the room and the secretariat; the file with everything for whoever may read everything. Recorded as
    `paper.start` and `paper.end`. Raises `Fault.NOT_FOUND` for an unknown paper or a workshop that `by` may not see,
    `FORBIDDEN`, and `NOT_READY` while nothing is adopted, or for the sheet not released.
    """
    if name not in VERBS and name not in RESTITUTION:
        raise Problem(Fault.NOT_FOUND)
    rows = Workbook.objects.select_related("workshop__round")
    workbook = load(by, VERBS.get(name, "report"), rows, workshop=workshop)
    if name in RESTITUTION:
        paper = restitution_sheet(name, workbook.workshop, by=by)
    else:
        paper = workshop_paper(name, workbook, by=by)
    return _handed_out(paper, form, name, workbook, by)


def take_letter(recommendation: UUID, form: str, *, by: Person) -> Taken:
    """The letter of transmission of a recommendation that is released, cleared and was read in plenary.

    For the secretariat. Recorded as `paper.start` and `paper.end`. Raises `Fault.NOT_FOUND`, `FORBIDDEN`, and
    `NOT_READY` before the recommendation may be sent.
    """
    rows = Recommendation.objects.select_related("workshop", "addressed_to")
    row = load(by, "clear", rows, pk=recommendation)
    if not can(by, "transmit", row):
        raise Problem(Fault.NOT_READY)
    return _handed_out(transmission_letter(row, by=by), form, "letter", row, by)


def take_place_note(key: str, form: str, *, by: Person) -> Taken:
    """The note on a place, as `by` reads it on the screen, without anything of class C3.

    For whoever may see the place. Recorded as `paper.start` and `paper.end`. Raises `Fault.NOT_FOUND`.
    """
    place = place_at(by, key)
    return _handed_out(place_note(place, timezone.localdate(), by=by), form, "place", place, by)


def take_territoire_note(view: View, form: str, *, by: Person) -> Taken:
    """The note on the one territoire of `view`. For readers of the map; recorded as the note on a place is.

    Raises `Fault.FORBIDDEN` for who reads no content, `BAD_PARAMETER` where `view` names no one territoire.
    """
    _require_reader(by)
    return _handed_out(territoire_note(view, timezone.localdate(), by=by), form, "territoire", Place, by)


def take_site_table(view: View, form: str, *, by: Person) -> Taken:
    """The sites of `view` by territoire. For readers of the map; recorded as the note on a place is.

    Raises `Fault.FORBIDDEN` for who reads no content, `TOO_MANY_ROWS` for more than a paper holds.
    """
    _require_reader(by)
    return _handed_out(site_table(view, timezone.localdate(), by=by), form, "sites", Place, by)


def _require_reader(by: Person) -> None:
    if reach_of(by).audience not in READING_AUDIENCES:
        record_refusal("view", Place, by)
        raise Problem(Fault.FORBIDDEN)


def _handed_out(paper: Paper, form: str, kind: str, of: Model | type[Model], by: Person) -> Taken:
    """The file: "paper.start" before it is made, "paper.end" with its checksum after."""
    key = uuid4()
    record("paper.start", of, by=by, export=key, kind=kind, form=form, sensitivity=paper.imprint.classed)
    made = paper.made(form)
    record("paper.end", of, by=by, export=key, bytes=len(made), sha256=hashlib.sha256(made).hexdigest())
    return Taken(made, paper.file_name(form), MEDIA_TYPES[form])
