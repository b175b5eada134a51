"""Persons × verbs × rows: every class and stage, two provinces, one row spanning both, one abroad, one unknown."""

import pytest

from .expected_rows import ROWS
from .rows import failing_rows, undeclared_verbs
from .world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.mark.parametrize("label", ROWS)
def test_each_person_may_touch_exactly_the_declared_rows(world: World, label: str) -> None:
    cells, failures = 0, []
    for verb in ROWS[label]:
        executed, failing = failing_rows(world, label, verb)
        cells += executed
        failures += failing
    assert cells > 0
    assert not failures, f"{len(failures)} of {cells} cells fail, among them:\n" + "\n".join(failures[:20])


def test_no_verb_is_without_a_line() -> None:
    assert undeclared_verbs() == []
