"""For many claims at once: what is known of the same place beside what each says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from access.reach import Reach

from .codes import CHECKED, ClaimKind
from .disclosed import disclosed
from .disclosed.rows import MODEL_OF_KIND
from .hand import contradicts
from .models import Claim
from .wording import Row, dated, headline


@dataclass(frozen=True)
class Known:
    """The latest checked claim of the same kind about the same place, of another source or time."""

    headline: str
    dated: str
    contrary: bool


def known_beside(claims: Iterable[Claim], reach: Reach) -> dict[UUID, Known]:
    """What is known beside each of `claims`; those about which nothing is known are left out. Two queries a kind."""
    known: dict[UUID, Known] = {}
    rows = [claim for claim in claims if claim.place_id]
    for kind in {claim.kind for claim in rows}:
        of_kind = [claim for claim in rows if claim.kind == kind]
        latest = _latest(of_kind, kind, reach)
        told = _told([*of_kind, *latest.values()], kind, reach)
        for claim in of_kind:
            other = latest.get(claim.pk)
            if other is not None:
                row = told[other.pk]
                known[claim.pk] = Known(headline(row), dated(row), contradicts(claim, told[claim.pk], other, row))
    return known


def _latest(claims: list[Claim], kind: str, reach: Reach) -> dict[UUID, Claim]:
    """Of each claim the one it renews, else the latest checked one of its place from elsewhere."""
    places = {claim.place_id for claim in claims}
    rows: Any = Claim.objects.permitted_to(reach).filter(place__in=places, kind=kind, review_status__in=CHECKED)
    others = list(rows.select_related("source").order_by("-known_on", "pk"))
    found: dict[UUID, Claim] = {}
    for claim in claims:
        beside = [it for it in others if it.place_id == claim.place_id and it.source_id != claim.source_id]
        renewed = [it for it in others if it.pk == claim.supersedes_id]
        if one := next(iter([*renewed, *beside]), None):
            found[claim.pk] = one
    return found


def _told(claims: list[Claim], kind: str, reach: Reach) -> dict[UUID, Row]:
    model = MODEL_OF_KIND[ClaimKind(kind)]
    keys = {claim.pk for claim in claims}
    return {row["id"]: row for row in disclosed(model._default_manager.filter(pk__in=keys).order_by(), reach)}
