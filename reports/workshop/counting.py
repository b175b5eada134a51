"""Counts that may be told to everybody: none so small that it points at somebody, and none that could be worked out."""

from collections.abc import Mapping
from typing import TypeVar

from workshops.codes import FEWEST_COUNTED

K = TypeVar("K")


def told_count(number: int) -> int | None:
    """A number of five or more; nothing below."""
    return number if number >= FEWEST_COUNTED else None


def told_cells(cells: Mapping[K, int]) -> tuple[tuple[K, int], ...]:
    """Cells of five or more, the largest first; where the rest is fewer than five the smallest told cell goes with it.

    Otherwise the rest could be subtracted from a total that stands elsewhere on the paper.
    """
    told = sorted(((key, n) for key, n in cells.items() if n >= FEWEST_COUNTED), key=lambda it: (-it[1], str(it[0])))
    rest = sum(n for n in cells.values() if n < FEWEST_COUNTED)
    if told and 0 < rest < FEWEST_COUNTED:
        told.pop()
    return tuple(told)
