"""Two entries of the register that are one place: both codes stay alive, and it can be undone."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from access.audit import record
from access.querysets import require
from access.reach import reach_of
from lib.problems import Fault, Problem

from ..codes import PlaceStatus, Sensitivity
from ..matching import is_new_name
from ..models import Place, PlaceMerging
from ..signals import places_merged, places_separated


def merge_places(merged: Place, into: Place, *, by: Any, keep_name: bool = False) -> PlaceMerging:
    """`merged` leads to `into`, and what was said of it follows; its code stays alive.

    With `keep_name` the name of `merged` is another name of `into`, where it is new and no more severe than `into`.
    For the secretariat; recorded as `place.merge`. Raises `Fault.CONFLICT` for a place merged into itself, into its
    own part or into one that is merged elsewhere, `FORBIDDEN`.
    """
    with transaction.atomic():
        rows = {
            row.pk: row for row in Place.objects.filter(pk__in=[merged.pk, into.pk]).select_for_update(of=("self",))
        }
        if len(rows) < 2 or any(row.status == PlaceStatus.MERGED for row in rows.values()):
            raise Problem(Fault.CONFLICT)
        for row in rows.values():
            require("merge", row, by=by)
        gone = rows[merged.pk]
        gone.status, gone.merged_into_id = PlaceStatus.MERGED, into.pk
        gone.save(update_fields=["status", "merged_into"])
        merging = PlaceMerging.objects.create(merged=gone, into=rows[into.pk], by=acting(by))
        answers = places_merged.send(Place, merged=merged.pk, into=into.pk)
        merging.moved = sorted({key for _, keys in answers for key in keys or ()})
        if keep_name:
            merging.alias = _name_given(gone, rows[into.pk])
        merging.save(update_fields=["moved", "alias"])
        record("place.merge", gone, by=by, into=into.pk, moved=len(merging.moved))
    return merging


def undo_merging(merging: PlaceMerging, *, by: Any) -> Place:
    """The two are apart again, each with what was said of it before. For the secretariat; `place.separate`.

    Raises `Fault.STALE` when it has been undone, `NOT_READY` while the other place is itself merged elsewhere.
    """
    with transaction.atomic():
        row = PlaceMerging.objects.select_for_update().get(pk=merging.pk)
        require("view", row, by=by)
        if row.undone_at:
            raise Problem(Fault.STALE)
        require("undo", row, by=by)
        places = {p.pk: p for p in Place.objects.filter(pk__in=[row.merged_id, row.into_id]).select_for_update()}
        if places[row.into_id].status == PlaceStatus.MERGED:
            raise Problem(Fault.NOT_READY)
        back = places[row.merged_id]
        back.status = PlaceStatus.ACCEPTED if back.code else PlaceStatus.PROPOSED
        back.merged_into = None
        back.save(update_fields=["status", "merged_into"])
        _take_name_back(places[row.into_id], row.alias)
        places_separated.send(Place, merged=row.merged_id, into=row.into_id, moved=row.moved)
        row.undone_at = timezone.now()
        row.save(update_fields=["undone_at"])
        record("place.separate", back, by=by, into=row.into_id, moved=len(row.moved))
    return back


def _name_given(gone: Place, into: Place) -> str:
    """The name of `gone`, which `into` has from now on too; '' where it is known already or is for fewer readers."""
    severe = gone.sensitivity == Sensitivity.SEVERE != into.sensitivity
    if severe or not is_new_name(gone.name, into):
        return ""
    into.aliases = [*into.aliases, gone.name]
    into.save(update_fields=["aliases"])
    return gone.name


def _take_name_back(place: Place, alias: str) -> None:
    if alias and alias in place.aliases:
        place.aliases = [name for name in place.aliases if name != alias]
        place.save(update_fields=["aliases"])


def acting(by: Any) -> UUID:
    """Who merges; the built-in system decides nothing about two places."""
    person = reach_of(by).person
    if person is None:
        raise Problem(Fault.FORBIDDEN)
    return person
