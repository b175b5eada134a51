"""Which status each person gets from each route for each target: GET, POST and a method that no route knows.

A line names persons by letters and the status they get; every person stands on it exactly once.
"""

from .accounts import ACCOUNTS
from .content import CONTENT
from .desk import DESK
from .lines import METHODS, PERSONS, Lines
from .workbook import WORKBOOK

ROUTES: dict[tuple[str, str], Lines] = {**ACCOUNTS, **CONTENT, **DESK, **WORKBOOK}

__all__ = ["METHODS", "PERSONS", "ROUTES", "Lines"]
