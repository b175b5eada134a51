"""Persons × models × verbs: every class and stage, two provinces, one row spanning both, one abroad, one unknown."""

import pytest

from .rows import TABLE, failing_rows, undeclared_models, undeclared_verbs
from .world import World


@pytest.mark.django_db
@pytest.mark.parametrize("label", TABLE)
def test_each_person_may_touch_exactly_the_declared_rows(whole_world: World, label: str) -> None:
    cells, failures = 0, []
    for verb in TABLE[label]:
        executed, failing = failing_rows(whole_world, label, verb)
        cells += executed
        failures += failing
    assert cells > 0
    assert not failures, f"{len(failures)} of {cells} cells fail, among them:\n" + "\n".join(failures[:20])


def test_no_verb_is_without_a_line() -> None:
    assert undeclared_verbs() == []


def test_no_model_is_undeclared() -> None:
    assert undeclared_models() == []
