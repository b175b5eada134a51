"""SQL leaves the same places as a reading of every permitted and disclosed row, for each audience."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.http import QueryDict

from access.reach import reach_of
from accounts.models import Person
from lib.problems import Fault, Problem
from mapping.dictionaries import options_of
from mapping.filters import filters_of
from mapping.matching import View, matching_places
from mapping.query import read_view
from tests import factories as make
from tests.mapping.naive import Naive
from tests.mapping.world import build
from tests.people import make_person

pytestmark = pytest.mark.django_db
TODAY = date(2024, 11, 12)
READERS = ("bahati", "daudi", "celine", "esther")


def random_view(draw: Random, reader: Naive, choices: dict[str, list[str]]) -> View:
    """A view with a few conditions of any kind."""
    keys = draw.sample([key for key, codes in choices.items() if codes], draw.randint(0, 3))
    filters = {key: tuple(draw.sample(choices[key], min(len(choices[key]), draw.randint(1, 3)))) for key in keys}
    start = date(2014, 1, 1) + timedelta(days=draw.randint(0, 3000)) if draw.random() < 0.3 else None
    return View(
        filters=filters,
        q=draw.choice(("", "", "", "mouamba", "ecole 1", "MWAMBA ya", "-7")),
        start=start,
        end=start + timedelta(days=draw.randint(0, 1500)) if start and draw.random() < 0.5 else None,
        on=date(2014, 1, 1) + timedelta(days=draw.randint(0, 4200)) if draw.random() < 0.4 else None,
        box=(26.2, -6.5, 28.7, -3.2) if draw.random() < 0.2 else None,
    )


@pytest.mark.parametrize("name", READERS)
def test_sql_leaves_the_same_places_as_the_naive_reading(name: str) -> None:
    build(seed=READERS.index(name) + 11)
    reach = reach_of(make_person(name))
    reader, draw = Naive(reach, TODAY), Random(name)
    choices = {one.key: [o["code"] for o in options_of(one, reach)] for one in filters_of(reach) if one.column}
    assert {"mineral", "presence", "territoire"} <= set(choices)
    left = 0
    for _ in range(60):
        view = random_view(draw, reader, choices)
        codes = set(matching_places(reach, view, TODAY).values_list("code", flat=True))
        assert codes == reader.matching(view), view
        left += len(codes)
    assert left > 0


@pytest.mark.parametrize("name", READERS)
def test_each_value_of_each_filter_leaves_the_same_places(name: str) -> None:
    build(seed=READERS.index(name) + 31, places=12)
    reach = reach_of(make_person(name))
    reader = Naive(reach, TODAY)
    for one in filters_of(reach):
        for option in options_of(one, reach)[:12]:
            view = View(filters={one.key: (option["code"],)})
            assert set(matching_places(reach, view, TODAY).values_list("code", flat=True)) == reader.matching(view), (
                view
            )


def test_conditions_on_one_kind_hold_in_one_claim_and_kinds_combine_at_the_place(celine: Person) -> None:
    place = make.place()
    make.involvement(place=place, modes=["TAX_MINERAL"], chain_role="TAXER")
    make.involvement(place=place, modes=["BUYING"], chain_role="TRADER")
    make.benefit(place=place, beneficiary_type="MINERS")
    reach = reach_of(celine)

    def left(**filters: tuple[str, ...]) -> bool:
        return matching_places(reach, View(filters=filters), TODAY).exists()

    assert left(mode=("TAX_MINERAL",), role=("TAXER",))
    assert not left(mode=("TAX_MINERAL",), role=("TRADER",))
    assert left(mode=("TAX_MINERAL",), beneficiary=("MINERS",))


def test_a_ministry_filters_by_the_disclosed_quarter_never_by_the_day(daudi: Person) -> None:
    workshop = "00000000-0000-4000-8000-00000000a714"
    make.observation(workshop=workshop, sensitivity="MODERATE", stated_on=date(2024, 7, 3))
    reach = reach_of(daudi)
    assert not matching_places(reach, View(end=date(2024, 7, 31), start=date(2024, 7, 1)), TODAY).exists()
    assert matching_places(reach, View(end=date(2024, 9, 30), start=date(2024, 9, 30)), TODAY).exists()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("f.nothing=GOLD", "f"),
        ("f.mineral=STONE", "f.mineral"),
        ("f.mineral=GOLD&f.mineral=COLTAN", "f"),
        ("on=24/09/2024", "on"),
        ("from=2024-02-30", "from"),
        ("from=2024-02-01&to=2023-02-01", "to"),
        ("box=1,2,3", "box"),
        ("box=3,2,1,4", "box"),
        ("box=nan,2,3,4", "box"),
        ("only=mine", "only"),
        ("q=" + "a" * 300, "q"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_name(celine: Person, query: str, named: str) -> None:
    with pytest.raises(Problem) as refused:
        read_view(QueryDict(query), reach_of(celine))
    assert refused.value.fault == Fault.BAD_PARAMETER and refused.value.numbers == {"parameter": named}


def test_a_filter_that_a_reader_does_not_have_is_refused_like_one_that_does_not_exist(daudi: Person) -> None:
    with pytest.raises(Problem) as refused:
        read_view(QueryDict("f.sensitivity=HIGH"), reach_of(daudi))
    assert refused.value.numbers == {"parameter": "f"}


def test_an_address_of_the_map_is_read_whole(celine: Person) -> None:
    address = (
        "f.mineral=GOLD,COLTAN&q=mwamba&from=2014-01-01&on=2024-09-30&sel=7KQ3M2&tab=situation&view=list&z=7&lat=-5"
    )
    view: Any = read_view(QueryDict(address), reach_of(celine))
    assert view.filters == {"mineral": ("GOLD", "COLTAN")} and view.q == "mwamba"
    assert (view.start, view.end, view.on) == (date(2014, 1, 1), None, date(2024, 9, 30))


def test_the_catalogue_has_no_filter_whose_column_is_masked() -> None:
    keys = {name: {one.key for one in filters_of(reach_of(make_person(name)))} for name in READERS}
    assert "beneficiary" not in keys["bahati"] and "beneficiary" in keys["daudi"]
    assert "sensitivity" not in keys["daudi"] and "sensitivity" in keys["celine"]
    assert "workshop" not in keys["daudi"] and "workshop" in keys["esther"]


def test_withheld_is_a_value_for_the_secretariat_alone() -> None:
    for name in READERS:
        reach = reach_of(make_person(name))
        codes = {option["code"] for one in filters_of(reach) for option in options_of(one, reach)}
        assert ("WITHHELD" in codes) == (name == "esther")
        assert ("ANONYMOUS" in codes) == (name == "esther")
