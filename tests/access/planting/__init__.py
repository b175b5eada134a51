"""Rows of every model of the house, with what must be known of each to foretell who touches it."""

from ..world import World
from .accounts import plant_accounts
from .histories import plant_histories
from .imports import plant_imports
from .kinds import plant_kinds
from .review import plant_review
from .workshops import plant_workshops


def plant_others(world: World) -> None:
    """At least one row of every model that the world of claims and registers has none of."""
    plant_accounts(world)
    claims = plant_kinds(world)
    plant_review(world, claims)
    plant_imports(world, claims)
    plant_workshops(world)
    plant_histories(world)
