"""Rounds, workshops and what a room leaves."""

from .closing import Closing
from .recommendation import Recommendation, RecommendationStep
from .release import RoundRelease
from .room import Group, ParticipantCount
from .round import OfWorkshop, Round, Workshop, WorkshopInstitution, WorkshopQuerySet
from .tree import ProblemTree, TreeLink, TreeNode

__all__ = [
    "Closing",
    "Group",
    "OfWorkshop",
    "ParticipantCount",
    "ProblemTree",
    "Recommendation",
    "RecommendationStep",
    "Round",
    "RoundRelease",
    "TreeLink",
    "TreeNode",
    "Workshop",
    "WorkshopInstitution",
    "WorkshopQuerySet",
]
