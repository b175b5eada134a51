"""One line of the printed table: ours, the peer, their ratio round by round, and whether the goal is met."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from bench.goals import Goal, goal_of

HEAD = f"{'figure':<52} {'ours':>12} {'peer':>12}  {'ratio (lowest … highest)':<26} {'goal':<10} result"


@dataclass(frozen=True)
class Line:
    """A measured line; `ratios` is empty where a figure of our own is held to a limit."""

    name: str
    size: str
    ours: float
    unit: str
    theirs: float | None = None
    ratios: tuple[float, ...] = ()

    @property
    def value(self) -> float:
        return statistics.median(self.ratios) if self.ratios else self.ours

    @property
    def goal(self) -> Goal | None:
        return goal_of(self.name, self.size)

    @property
    def result(self) -> str:
        if self.goal is None:
            return "-"
        return "met" if self.goal.met_by(self.value) else "short"

    def __str__(self) -> str:
        spread = (
            f"{_short(self.value)} ({_short(min(self.ratios))} … {_short(max(self.ratios))})" if self.ratios else ""
        )
        theirs = f"{_short(self.theirs)} {self.unit}" if self.theirs is not None else ""
        goal = str(self.goal or "")
        ours = f"{_short(self.ours)} {self.unit}"
        return f"{self.name:<52} {ours:>12} {theirs:>12}  {spread:<26} {goal:<10} {self.result}"


def rates(name: str, size: str, unit: str, ours: Sequence[float], theirs: Sequence[float]) -> Line:
    """A line of rates (more is better): ratio ours / theirs, round by round."""
    ratios = tuple(a / b for a, b in zip(ours, theirs))
    return Line(name, size, statistics.median(ours), unit, statistics.median(theirs), ratios)


def speeds(name: str, size: str, ours: Sequence[float], theirs: Sequence[float]) -> Line:
    """A line of seconds (less is better): ratio theirs / ours, how many times faster, round by round."""
    ratios = tuple(b / a for a, b in zip(ours, theirs))
    return Line(name, size, statistics.median(ours), "s", statistics.median(theirs), ratios)


def shares(name: str, size: str, unit: str, ours: Sequence[float], theirs: Sequence[float]) -> Line:
    """A line of times whose share of the peer's counts (less is better): ratio ours / theirs, round by round."""
    ratios = tuple(a / b for a, b in zip(ours, theirs))
    return Line(name, size, statistics.median(ours), unit, statistics.median(theirs), ratios)


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
