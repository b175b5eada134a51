"""The layers of the map: base, state and claims, each the bytes of one statement, permission included."""

from .areas import areas_layer
from .base import base_layer
from .claims import claims_layer
from .state import state_layer

__all__ = ["areas_layer", "base_layer", "claims_layer", "state_layer"]
