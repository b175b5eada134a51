"""What a reader is told of the versions that rooms adopted."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from access.reach import Audience, Reach

from .models import Closing


@dataclass(frozen=True)
class ToldClosing:
    """The last version that a room adopted; `checksum` is of the part that the reader may have."""

    number: int
    closed_at: datetime
    checksum: str

    @property
    def short(self) -> str:
        """The beginning of the checksum, enough to compare by eye."""
        return self.checksum[:12]


def told_closings(reach: Reach) -> dict[UUID, ToldClosing]:
    """Return the last closing of each workshop whose closings `reach` may see."""
    rows = Closing.objects.permitted_to(reach).order_by("number")
    whole = reach.audience == Audience.SECRETARIAT
    told = rows if whole else rows.defer("plenary", "group_only", "group_only_digest")
    return {
        row.workshop_id: ToldClosing(row.number, row.closed_at, row.checksum if whole else row.plenary_digest)
        for row in told
    }
