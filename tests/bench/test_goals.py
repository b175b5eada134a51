"""The goals that are measured are those that the documentation promises."""

from pathlib import Path

import pytest
from django.conf import settings

from bench.figures import FIGURES
from bench.goals import GOALS, Goal, goal_of
from bench.lines import Line, rates, shares, speeds

TABLE = Path(settings.BASE_DIR) / "docs" / "performance.md"


def promised() -> list[tuple[str, str, str]]:
    """Line, sizes and goal of each row of the table of goals."""
    text = TABLE.read_text().partition("## Goals")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in text.splitlines() if row.startswith("|")]
    return [(row[0], row[1], row[2]) for row in rows[2:]]


def test_the_table_of_the_documentation_is_the_list_of_goals() -> None:
    assert promised() == [(goal.line, ", ".join(goal.sizes), str(goal)) for goal in GOALS]


def test_every_goal_belongs_to_a_figure_and_stands_once_for_a_size() -> None:
    assert {goal.line.partition(":")[0] for goal in GOALS} == set(FIGURES)
    pairs = [(goal.line, size) for goal in GOALS for size in goal.sizes]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(("sign", "met", "short"), [("≥", 3.0, 2.9), ("≤", 3.0, 3.1)])
def test_a_goal_is_met_at_its_limit_and_short_beyond(sign: str, met: float, short: float) -> None:
    goal = Goal("paging: something", sign, 3)
    assert goal.met_by(met)
    assert not goal.met_by(short)


def test_ratios_compare_what_was_measured_in_the_same_round() -> None:
    assert rates("x", "3k", "/s", [30, 80], [10, 20]).ratios == (3, 4)
    assert speeds("x", "3k", [1, 2], [5, 8]).ratios == (5, 4)
    assert shares("x", "3k", "ms", [1, 2], [4, 4]).ratios == (0.25, 0.5)


def test_a_line_without_a_goal_at_its_size_is_neither_met_nor_short() -> None:
    name = "export: CSV, ogr2ogr"
    assert goal_of(name, "3k") is None
    assert Line(name, "3k", 1, "s", 2, (2.0,)).result == "-"
    assert Line(name, "100k", 1, "s", 2, (2.0,)).result == "short"
    assert Line(name, "100k", 1, "s", 8, (8.0,)).result == "met"
