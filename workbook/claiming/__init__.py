"""From records to rows: what the room leaves, and a claim for every statement whose content is new."""

from .matching import Matching
from .meant import meant
from .room import leave_room
from .statements import Outcome, Weighed, as_plain, claim_statements, weigh

__all__ = ["Matching", "Outcome", "Weighed", "as_plain", "claim_statements", "leave_room", "meant", "weigh"]
