"""What earlier rounds said of the zone's places, as far as the secretariat gave it to this room."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from access.reach import READING_AUDIENCES, Audience, Reach
from claims.codes import RELEASED, ClaimKind
from claims.disclosed import disclosed
from claims.disclosed.rows import MODEL_OF_KIND
from claims.wording import dated, facts, headline

from .models import RecalledClaim

VALUES = (
    *("id", "kind", "place", "stated_on", "stated_precision", "basis", "agreement", "text"),
    *("armed_presence", "activity_status", "exploitation_modes", "extraction_types", "title_status", "minerals"),
    *("workers_low", "workers_high", "services", "programme", "programme_state"),
    *("mercury", "women", "children", "displaced", "actor", "actor_id", "actor_category", "chain_role", "frequency"),
    *("modes", "levy_base", "levy_low", "levy_high", "levy_unit", "levy_per"),
    *("to", "to_place", "leg_kind", "mineral", "transport", "formal", "via", "volume_low", "volume_high"),
    *("beneficiary_type", "link", "unspecified_reason", "areas", "ddr_stage", "status"),
)


def last_round_of(workshop: UUID, reach: Reach) -> dict[str, list[dict[str, Any]]]:
    """Statements by the code of their place, the latest first; those about no place under an empty code.

    What the secretariat gave to a room is read there as an analyst reads it: with actors and modes, beneficiaries by
    type, text as it was cleared. Nothing that was withdrawn since is told.
    """
    given = RecalledClaim.objects.permitted_to(reach).filter(workshop=workshop).values("claim")
    told: dict[str, list[dict[str, Any]]] = {}
    inside = _as_in_the_room(reach)
    for kind, model in MODEL_OF_KIND.items():
        rows = model.objects.filter(pk__in=given, review_status__in=RELEASED).order_by("-known_on", "pk")
        for row in disclosed(rows, inside, *VALUES):
            told.setdefault(row.get("place") or "", []).append(_statement(kind, row))
    return told


def _as_in_the_room(reach: Reach) -> Reach:
    """The reader of given statements: fields of an analyst where the own ones are coarser, the same places."""
    finer = (Audience.ANALYST, Audience.SECRETARIAT)
    if reach.audience in finer or reach.audience not in READING_AUDIENCES:
        return reach
    return replace(reach, audience=Audience.ANALYST)


def _statement(kind: ClaimKind, row: dict[str, Any]) -> dict[str, Any]:
    """The values as codes, and the same in words."""
    values = {name: value for name, value in row.items() if value not in (None, "", []) and name != "open_data"}
    words = {"headline": headline(row), "when": dated(row), "facts": [[str(label), text] for label, text in facts(row)]}
    return {**values, "id": str(row["id"]), "kind": str(kind), "words": words}
