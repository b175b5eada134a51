"""What was said."""

from .approval import Approval
from .benefit import Benefit
from .claim import Claim, ClaimQuerySet
from .emergency import Emergency
from .incident import Incident
from .involvement import Involvement
from .leg import ChainLeg
from .observation import Observation, ObservedMineral
from .qualification import Qualification
from .review import Attachment, CorrectionRequest, Reply, ReviewEvent, WithdrawalRequest
from .situation import ActorSituation
from .state import PlaceState, StateChange

__all__ = [
    "ActorSituation",
    "Approval",
    "Attachment",
    "Benefit",
    "ChainLeg",
    "Claim",
    "ClaimQuerySet",
    "CorrectionRequest",
    "Emergency",
    "Incident",
    "Involvement",
    "Observation",
    "ObservedMineral",
    "PlaceState",
    "Qualification",
    "Reply",
    "ReviewEvent",
    "StateChange",
    "WithdrawalRequest",
]
