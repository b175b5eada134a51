"""What a room adopted: the frozen versions of a workbook, and how each differs from the one before.

    frozen = frozen_version(workshop_id, by=person)       # the latest; `number=2` for another; None: none that it sees
    frozen.number, frozen.closed_at, frozen.because       # `because`: why the version before was opened again
    frozen.checksum                                       # for the paper's footer: of the bytes this reader may have
    frozen.struck                                         # an entry was erased for safety since: its text has no digest
    frozen.plenary.records                                # `Records` of the plenary's part, réserves with their text
    frozen.whole and frozen.whole.records                 # everything; None for whoever may not read it (any more)
    frozen.changes                                        # added, changed, removed since the version before

`canonical` is the text whose SHA-256 is `checksum`: JSON in UTF-8 with sorted keys, NFC and no blanks; of the whole it
is `{"group_only":…,"plenary":…}`. Entries of the group-only part stand as `{"at": place in the order, "entry": {…}}`;
the plenary part is whole by itself, and the same whatever was kept from the plenary.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from access.reach import reach_of
from workshops.models import Closing

from .content import Change, changes, joined, records_of
from .models import Workbook
from .projection import Records


@dataclass(frozen=True)
class Part:
    """One part of a version: its canonical JSON, the digest of that, and the same as records."""

    canonical: str
    checksum: str
    records: Records


@dataclass(frozen=True)
class Frozen:
    """One version as one reader may have it."""

    number: int
    closed_at: datetime
    because: str
    struck: bool
    plenary: Part
    whole: Part | None
    changes: tuple[Change, ...]

    @property
    def checksum(self) -> str:
        """The digest that stands on the paper: of the whole where the reader has it, else of the plenary's part."""
        return (self.whole or self.plenary).checksum


def frozen_version(workshop: UUID, *, by: Any, number: int | None = None) -> Frozen | None:
    """The version with that number, the latest without one; None where there is none that `by` may see.

    The room and the secretariat see versions. Who may read everything that was said gets the whole, the room after its
    closing only what was read in plenary.
    """
    reach = reach_of(by)
    rows = Closing.objects.permitted_to(reach).filter(workshop=workshop).order_by("-number")
    found = rows.first() if number is None else rows.filter(number=number).first()
    if found is None:
        return None
    before = rows.filter(number__lt=found.number).first()
    whole = Workbook.objects.permitted_to(reach, "read").filter(workshop=workshop).exists()
    return Frozen(
        number=found.number,
        closed_at=found.closed_at,
        because=found.because,
        struck=found.struck_at is not None,
        plenary=_part(found.plenary, found.plenary_digest, _plenary(found)),
        whole=_part(_both(found), found.checksum, _whole(found)) if whole else None,
        changes=changes(_whole(before) if whole else _plenary(before), _whole(found) if whole else _plenary(found))
        if before
        else (),
    )


def frozen_numbers(workshop: UUID, *, by: Any) -> list[int]:
    """Numbers of the versions that `by` may see, the latest first."""
    rows = Closing.objects.permitted_to(reach_of(by)).filter(workshop=workshop).order_by("-number")
    return list(rows.values_list("number", flat=True))


def is_sound(part: Part) -> bool:
    """Whether the digest of a part is that of its text."""
    return hashlib.sha256(part.canonical.encode()).hexdigest() == part.checksum


def _part(canonical: str, checksum: str, content: dict[str, Any]) -> Part:
    return Part(canonical, checksum, records_of(content))


def _both(row: Closing) -> str:
    return f'{{"group_only":{row.group_only},"plenary":{row.plenary}}}'


def _plenary(row: Closing) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(row.plenary)
    return content


def _whole(row: Closing) -> dict[str, Any]:
    return joined(_plenary(row), json.loads(row.group_only))
