"""Who may read the trail."""

from django.db.models import Q

from .models import AnonymousRefusal, AuditEntry
from .policy import EVERY_ROW, NO_ROW, Policy, policy_for
from .reach import Audience, Reach


@policy_for(AuditEntry, AnonymousRefusal)
class TrailPolicy(Policy):
    """The trail tells who looked at whom."""

    def view(self, reach: Reach) -> Q:
        """The secretariat answers for what was disclosed, so it alone reads who saw what."""
        return EVERY_ROW if reach.audience == Audience.SECRETARIAT else NO_ROW
