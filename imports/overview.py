"""What a reviewer needs to see of a batch: figures, remarks, places, and what changes."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from claims.codes import ArmedPresence, ClaimKind
from claims.models import Claim, Observation, PlaceState
from sites.models import Place

from .codes import BatchState, RemarkKind
from .models import ImportBatch, ImportedRow

REMARKS_SHOWN = 50
PLACES_SHOWN = 12
CHANGES_SHOWN = 30


class Change(NamedTuple):
    """One cell of a row that was imported before, or one field of a place."""

    of: str
    column: str
    before: str
    after: str


def figures(batch: ImportBatch) -> list[tuple[str, Any]]:
    """Pairs of words and number, in the order in which they are read."""
    counts = batch.counts
    pairs = [
        (_("Rows in the file"), counts.get("rows")),
        (_("New visits"), counts.get("visits_added")),
        (_("Changed visits"), counts.get("visits_changed")),
        (_("Unchanged visits"), counts.get("visits_unchanged")),
        (_("New places"), counts.get("places_added")),
        (_("Actors at sites"), counts.get("involvements")),
        (_("Legs of the chain"), counts.get("legs")),
        (_("Minerals"), counts.get("minerals")),
        (_("Qualifications"), counts.get("qualifications")),
        (_("Refused rows"), counts.get("visits_refused", counts.get("rows_refused"))),
    ]
    return [(words, number) for words, number in pairs if number is not None]


def warnings(batch: ImportBatch) -> list[tuple[str, int]]:
    """What was corrected or not understood, by kind, the most frequent first."""
    counts = batch.counts.get("warnings", {})
    known = {kind.lower(): str(kind.label) for kind in RemarkKind}
    return sorted(((known.get(kind, kind), count) for kind, count in counts.items()), key=lambda pair: -pair[1])


def remarks(batch: ImportBatch, which: str) -> list[dict[str, Any]]:
    """The first remarks of the report, `refused` or `remarked`, with reasons; removed blanks are only counted."""
    telling = [remark for remark in batch.report.get(which, []) if remark["kind"] != RemarkKind.BLANKS]
    return [{**remark, "reason": RemarkKind(remark["kind"]).label} for remark in telling[:REMARKS_SHOWN]]


def presence(batch: ImportBatch) -> list[dict[str, Any]]:
    """How many visits say what of armed presence, gravest first; the code and the number."""
    rows = QuerySet[Observation](Observation).filter(import_batch=batch.pk).values("armed_presence").order_by()
    numbers = {row["armed_presence"]: row["n"] for row in rows.annotate(n=Count("pk"))}
    return [{"code": code.value, "n": numbers[code.value]} for code in ArmedPresence if code.value in numbers]


def drawn(batch: ImportBatch) -> list[dict[str, Any]]:
    """How many of the batch's places are drawn how for the secretariat; empty before it is verified."""
    if batch.state not in (BatchState.VERIFIED, BatchState.PUBLISHED):
        return []
    places = Claim.objects.filter(import_batch=batch.pk).order_by().values("place")
    rows = PlaceState.objects.filter(audience="secretariat", place__in=places).values("presence").order_by()
    numbers = {row["presence"]: row["n"] for row in rows.annotate(n=Count("pk"))}
    return [{"code": code.value, "n": numbers[code.value]} for code in ArmedPresence if code.value in numbers]


def places(batch: ImportBatch) -> "QuerySet[Place]":
    """A few places of the batch, those with most visits first."""
    visits = Count("claims", filter=Q(claims__import_batch=batch.pk, claims__kind=ClaimKind.OBSERVATION))
    about = Place.objects.filter(claims__import_batch=batch.pk).annotate(visits=visits)
    return about.order_by("-visits", "name")[:PLACES_SHOWN]


def disagreeing(batch: ImportBatch) -> int:
    """How many of the batch's new places were declared in another province than the outlines say."""
    return Place.objects.filter(import_batch=batch.pk, provinces__len__gt=1).count()


def changes(batch: ImportBatch) -> list[Change]:
    """Cells that differ from the row which stood for the visit, then fields of places that would change."""
    return [*_of_rows(batch), *_of_places(batch)][:CHANGES_SHOWN]


def _of_rows(batch: ImportBatch) -> Iterator[Change]:
    old = ImportedRow.objects.filter(replaced_by__batch=batch).select_related("replaced_by", "place")
    for row in old.order_by("line")[:CHANGES_SHOWN]:
        now = row.replaced_by.raw if row.replaced_by else {}
        for column in sorted({*row.raw, *now}):
            if column not in ("FID", "geom") and row.raw.get(column) != now.get(column):
                name = f"{row.place.name} ({row.external_id})"
                yield Change(name, column, str(row.raw.get(column, "")), str(now.get(column, "")))


def _of_places(batch: ImportBatch) -> Iterator[Change]:
    for amendment in batch.amendments.select_related("place")[:CHANGES_SHOWN]:
        for column, after in sorted(amendment.after.items()):
            yield Change(amendment.place.name, column, str(amendment.before.get(column, "")), str(after))
