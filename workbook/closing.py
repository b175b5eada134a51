"""Before a room closes: what still keeps it open, and what closing would hand in."""

from dataclasses import dataclass

from claims.codes import Disclosure
from claims.models import Claim
from lib.canonical_json import canonical
from workshops.models import Closing

from .claiming import Weighed, weigh
from .clashes import clashes_of
from .content import adopted
from .models import Workbook
from .projected import projected
from .projection import Finding, Projection, Records, Severity


@dataclass(frozen=True)
class Preview:
    """What closing now would do; `checksum` names the content that this was said of."""

    checksum: str
    number: int
    left: int
    to_plenary: int
    kept_back: int
    weighed: Weighed
    reserves: int
    accepted: int


def preview_of(workbook: Workbook) -> Preview:
    """What would be handed in, changed, taken back and left as it is, were the room closed as it is now."""
    projection = projected(workbook)
    records = projection.records
    last = Closing.objects.filter(workshop=workbook.workshop_id).order_by("-number").first()
    checksum = checksum_of(records)
    rows = Claim.objects.filter(workshop=workbook.workshop_id).exclude(entry_id=None).order_by("recorded_at")
    plenary = sum(it.disclosure == Disclosure.PLENARY for it in records.statements)
    return Preview(
        checksum=checksum,
        number=last.number + (last.checksum != checksum) if last else 1,
        left=len(still_open(workbook, projection)),
        to_plenary=plenary,
        kept_back=len(records.statements) - plenary,
        weighed=weigh(records, workbook.workshop_id, rows),
        reserves=len(records.reserves),
        accepted=len(projection.accepted),
    )


def still_open(workbook: Workbook, projection: Projection) -> list[Finding]:
    """Findings that somebody must mend, or let stand with a reason, before the room can close."""
    accepted = projection.accepted
    found = (*projection.findings, *clashes_of(workbook))
    asked = [it for it in found if it.severity != Severity.TELLS]
    return [it for it in asked if not (it.acceptable and it.mark in accepted)]


def checksum_of(records: Records) -> str:
    """The checksum that a version with this content has."""
    plenary, group_only = adopted(records)
    return Closing(plenary=canonical(plenary).decode(), group_only=canonical(group_only).decode()).checksum
