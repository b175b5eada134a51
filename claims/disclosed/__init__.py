"""What of a claim reaches an audience: coarse values are computed in SQL, masked ones are never selected."""

from .columns import Column, columns_of
from .rows import DisclosedRows, disclosed
from .times import disclosed_known_on

__all__ = ["Column", "DisclosedRows", "columns_of", "disclosed", "disclosed_known_on"]
