"""From records to rows: what the room leaves, and a claim for every statement whose content is new."""

from .matching import Matching
from .room import leave_room
from .statements import Outcome, claim_statements

__all__ = ["Matching", "Outcome", "claim_statements", "leave_room"]
