"""Silence on the map: what a room preferred not to say is the secretariat's to know."""

from datetime import date

import pytest

from access.reach import reach_of
from accounts.models import Person
from claims.state import refresh_states
from tests import factories as make
from tests.mapping.test_layers import layers_of

pytestmark = pytest.mark.django_db


def test_only_the_secretariat_is_shown_that_a_room_preferred_not_to_answer(esther: Person, celine: Person) -> None:
    silent, answered = make.place(), make.place()
    make.observation(place=silent, armed_presence="WITHHELD")
    make.observation(place=answered, armed_presence="ABSENT", stated_on=date(2019, 5, 6))
    make.observation(place=answered, armed_presence="WITHHELD")
    refresh_states(None)
    for person, expected in ((esther, ["WITHHELD", "ABSENT"]), (celine, ["NO_DATA", "ABSENT"])):
        state = layers_of(reach_of(person))[1]
        words = [code for code, _label in state["dict"]["presence"]]
        assert [words[n] for n in state["presence"]] == expected
