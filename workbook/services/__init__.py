"""What can be done with workbooks; each service leaves its trace in the transaction of what it does."""

from .closing import Adopted, close_workbook
from .deciding import admit_late, set_late_aside
from .preparing import open_workbook, prepare_workbook
from .recalling import recall_claims
from .striking import strike_entry, take_back_entries
from .versions import name_version

__all__ = [
    "Adopted",
    "admit_late",
    "close_workbook",
    "name_version",
    "open_workbook",
    "prepare_workbook",
    "recall_claims",
    "set_late_aside",
    "strike_entry",
    "take_back_entries",
]
