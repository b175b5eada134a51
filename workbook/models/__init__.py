"""The workbook of a workshop, the log of its updates and what is made from it."""

from .book import Workbook
from .log import HeldUpdate, MergedState, Update
from .recalled import RecalledClaim
from .striking import Seat, Struck
from .version import NamedVersion

__all__ = ["HeldUpdate", "MergedState", "NamedVersion", "RecalledClaim", "Seat", "Struck", "Update", "Workbook"]
