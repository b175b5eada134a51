"""A claim in words."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from claims.wording import dated, facts, headline, unsaid

OBSERVED: dict[str, Any] = {"kind": "OBSERVATION", "armed_presence": "NOT_ASKED", "activity_status": "UNKNOWN"}


@pytest.fixture(autouse=True)
def in_english() -> Any:
    """Words as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("precision", "words"), [("YEAR", "2024"), ("QUARTER", "quarter 3 of 2024"), ("MONTH", "08/2024")]
)
def test_a_date_is_said_no_more_precisely_than_it_is_told(precision: str, words: str) -> None:
    assert dated({"stated_on": date(2024, 8, 3), "stated_precision": precision}) == words


def test_a_headline_says_the_gravest_thing_that_was_answered() -> None:
    assert headline(OBSERVED | {"armed_presence": "ABSENT"}) == "Looked for, no armed presence seen"
    assert headline(OBSERVED | {"activity_status": "ACTIVE"}) == "activity: Active"
    assert headline(OBSERVED | {"minerals": ["GOLD"]}) == "Gold"
    assert headline(OBSERVED) == "Not asked"
    assert headline({"kind": "INVOLVEMENT", "mode_families": ["LEVY"]}) == "Levies"
    assert headline({"kind": "LEG", "to": ""}) == "leg towards a place elsewhere"
    assert headline({"kind": "INCIDENT"}) == "nothing said"


def test_a_masked_field_is_in_no_line_and_an_empty_one_is_named() -> None:
    row = OBSERVED | {"minerals": [], "workers_low": 350, "workers_high": 400}
    told = {str(label): text for label, text in facts(row)}
    assert told == {"Armed presence": "Not asked", "Activity": "Unknown", "Workers": "350 to 400"}
    assert [str(label) for label in unsaid(row)] == ["Minerals"]


def test_a_range_of_one_figure_reads_as_one() -> None:
    row = {"kind": "LEG", "to": "Kalemie", "volume_low": Decimal("12.500"), "volume_high": Decimal("12.500")}
    assert {str(label): text for label, text in facts(row)}["Kilograms a month"] == "12.5"
