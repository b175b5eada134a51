"""The registers."""

from .actor import Actor
from .area import Area
from .place import Place, PlaceDistinction, PlaceMerging
from .source import Source
from .zone import Zone

__all__ = ["Actor", "Area", "Place", "PlaceDistinction", "PlaceMerging", "Source", "Zone"]
