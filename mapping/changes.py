"""What was amended in a place and in what is said of it: earlier rows as the database kept them, as differences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Field, Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from access.policy import histories_of, permits
from access.reach import Reach
from claims.codes import ClaimKind
from claims.disclosed.rows import MODEL_OF_KIND
from claims.models import Claim
from lib.coordinates import position_in_words
from sites.models import Place

from .words import joined, word

MOST_READ = 200
"""Earlier rows looked at of one model; older ones stand in the journal."""

FIELDS: dict[str, StrOrPromise] = {
    "name": gettext_lazy("Name"),
    "aliases": gettext_lazy("Other names"),
    "kind": gettext_lazy("Kind of place"),
    "geom": gettext_lazy("Position"),
    "location_precision": gettext_lazy("Precision"),
    "declared_province": gettext_lazy("Declared province"),
    "declared_territoire": gettext_lazy("Declared territoire"),
    "settled_province": gettext_lazy("Settled province"),
    "sensitivity": gettext_lazy("Class"),
    "stated_on": gettext_lazy("Day of statement"),
    "observed_from": gettext_lazy("From"),
    "observed_until": gettext_lazy("Until"),
    "basis": gettext_lazy("Basis"),
    "agreement": gettext_lazy("Agreement"),
    "credibility": gettext_lazy("Credibility"),
    "note": gettext_lazy("Remark"),
    "said": gettext_lazy("Original wording"),
    "cleared_text": gettext_lazy("Cleared text"),
    "armed_presence": gettext_lazy("Armed presence"),
    "activity_status": gettext_lazy("Activity"),
    "workers_low": gettext_lazy("Workers, at least"),
    "workers_high": gettext_lazy("Workers, at most"),
    "women": gettext_lazy("Women"),
    "children": gettext_lazy("Children"),
    "chain_role": gettext_lazy("Role in the chain"),
    "modes": gettext_lazy("Operational mode"),
    "frequency": gettext_lazy("Frequency"),
    "levy_low": gettext_lazy("Levy, at least"),
    "levy_high": gettext_lazy("Levy, at most"),
    "to_text": gettext_lazy("Where to"),
    "mineral": gettext_lazy("Mineral"),
    "volume_low": gettext_lazy("Volume, at least"),
    "volume_high": gettext_lazy("Volume, at most"),
    "beneficiary_type": gettext_lazy("Type of beneficiary"),
    "status": gettext_lazy("Qualification"),
    "decree": gettext_lazy("Decree"),
    "decided_on": gettext_lazy("Decided on"),
    "category": gettext_lazy("Category"),
    "follow_up": gettext_lazy("Follow-up"),
}
"""Told of a change. Stages are told by the steps of the review; what the database derives is no change of a person."""


@dataclass(frozen=True)
class Change:
    """One amendment: of what, when, and per field what stood before and after; who and why where it was said."""

    at: datetime
    what: str
    lines: list[tuple[str, str, str]]
    reason: str = ""


def changes_of(place: Place, reach: Reach) -> list[Change]:
    """Return what was amended in `place` and in the claims about it, for who may read earlier rows."""
    claims = dict(Claim.objects.permitted_to(reach).filter(place=place).values_list("pk", "kind"))
    words = {key: word(ClaimKind, kind) for key, kind in claims.items()}
    found = _of_model(Place, [place.pk], {place.pk: _("The place")}, reach)
    found += _of_model(Claim, claims, words, reach)
    for kind in set(claims.values()):
        keys = [key for key, own in claims.items() if own == kind]
        found += _of_model(MODEL_OF_KIND[ClaimKind(kind)], keys, words, reach)
    return found


def _of_model(model: Any, keys: Iterable[UUID], words: dict[UUID, str], reach: Reach) -> list[Change]:
    """Differences between each earlier row and the one after it, or the row as it stands."""
    event = _history_of(model)
    own = [field for field in event._meta.concrete_fields if field.name in FIELDS and _told(model, field)]
    names = [field.name for field in own]
    rows = event._default_manager.filter(permits(reach, "view", event), pgh_obj_id__in=list(keys), pgh_label="update")
    later = {row["pk"]: row for row in model._default_manager.filter(pk__in=list(keys)).values("pk", *names)}
    found = []
    ordered = rows.order_by("-pgh_created_at", "-pgh_id")
    for row in ordered.values("pgh_obj_id", "pgh_created_at", "pgh_context__metadata", *names)[:MOST_READ]:
        after = later.get(row["pgh_obj_id"])
        later[row["pgh_obj_id"]] = row
        lines = _lines(own, row, after) if after else []
        if lines:
            reason = (row["pgh_context__metadata"] or {}).get("reason", "")
            found.append(Change(row["pgh_created_at"], words[row["pgh_obj_id"]], lines, reason))
    return found


def _history_of(model: Any) -> Any:
    """The model of the earlier rows of `model` itself, not of one of its kinds."""
    return next(
        event
        for event in histories_of(model._meta.app_label)
        if event.pgh_tracked_model is model  # type: ignore[attr-defined]  # pghistory adds it to each event model
    )


def _told(model: type[Model], field: Any) -> bool:
    """A claim's kind and stage and a place's stage are no fields that somebody amends."""
    return not (model is Claim and field.name == "kind") and not (model is Place and field.name == "status")


def _lines(fields: list[Any], before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str, str]]:
    differing = [field for field in fields if before[field.name] != after[field.name]]
    return [
        (str(FIELDS[field.name]), _in_words(field, before[field.name]), _in_words(field, after[field.name]))
        for field in differing
    ]


def _in_words(field: Any, value: Any) -> str:
    """A value as people read it; a dash for none."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        return joined(_in_words(field.base_field, item) for item in value)
    if isinstance(value, GEOSGeometry):
        longitude, latitude = value.point_on_surface.coords
        return position_in_words(longitude, latitude)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    choices: dict[Any, Any] = dict(field.flatchoices) if isinstance(field, Field) else {}
    return str(choices.get(value, value))
