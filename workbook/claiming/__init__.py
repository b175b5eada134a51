"""From records to rows: what the room leaves, and a claim for every statement whose content is new."""

from .matching import Matching
from .room import leave_room
from .statements import Outcome, as_plain, claim_statements

__all__ = ["Matching", "Outcome", "as_plain", "claim_statements", "leave_room"]
