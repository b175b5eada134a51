"""Who may import and review: the secretariat, and never the same person twice."""

from django.db.models import Q

from access.policy import EVERY_ROW, NO_ROW, Policy, histories_of, policy_for
from access.reach import Audience, Reach

from .codes import BatchState
from .models import ImportBatch, ImportedRow, PlaceAmendment, Supersession


def secretariat_only(reach: Reach) -> Q:
    """A file that nobody has reviewed may name anybody."""
    return EVERY_ROW if reach.audience == Audience.SECRETARIAT else NO_ROW


@policy_for(ImportBatch)
class ImportBatchPolicy(Policy):
    """Who may do what with a batch."""

    def view(self, reach: Reach) -> Q:
        """Before release a batch is raw; afterwards its places and claims speak for themselves."""
        return secretariat_only(reach)

    def add(self, reach: Reach) -> Q:
        """Only the secretariat brings data in."""
        return secretariat_only(reach)

    def verify(self, reach: Reach) -> Q:
        """Who imported does not check the own work."""
        others = Q(imported_by=None) | ~Q(imported_by=reach.person)
        return secretariat_only(reach) & Q(state=BatchState.IMPORTED) & others

    def publish(self, reach: Reach) -> Q:
        """Releasing needs a second person besides the one who verified, and who imported is neither."""
        others = Q(imported_by=None) | ~Q(imported_by=reach.person)
        second = Q(verified_by__isnull=False) & ~Q(verified_by=reach.person)
        return secretariat_only(reach) & Q(state=BatchState.VERIFIED) & others & second

    def undo(self, reach: Reach) -> Q:
        """Taking back protects, so one person is enough."""
        return secretariat_only(reach) & ~Q(state=BatchState.UNDONE)


@policy_for(ImportedRow, Supersession, PlaceAmendment)
class PartOfBatchPolicy(Policy):
    """What belongs to a batch."""

    def view(self, reach: Reach) -> Q:
        """Raw rows hold columns that no audience's table knows."""
        return secretariat_only(reach)


@policy_for(*histories_of("imports"))
class HistoryPolicy(Policy):
    """Earlier versions of rows."""

    def view(self, reach: Reach) -> Q:
        """What was withdrawn, lowered or reworded still stands in its history, so only who answers for it reads it."""
        return secretariat_only(reach)
