"""The registers."""

from .actor import Actor
from .area import Area
from .place import Place, PlaceMerging
from .source import Source
from .zone import Zone

__all__ = ["Actor", "Area", "Place", "PlaceMerging", "Source", "Zone"]
