"""Periods begin and end where their precision says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.dates import (
    Precision,
    day_of,
    days_since_1970,
    first_day,
    half_year,
    half_year_end,
    half_year_start,
    last_day,
    month_end,
    quarter_end,
    quarter_start,
)

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        (Precision.DAY, date(2024, 2, 10), date(2024, 2, 10)),
        (Precision.EVENT, date(2024, 2, 10), date(2024, 2, 10)),
        (Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (Precision.SEASON, date(2023, 10, 1), date(2024, 4, 30)),
    ],
)
def test_the_period_of_a_day(precision: Precision, first: date, last: date) -> None:
    assert first_day(date(2024, 2, 10), precision) == first
    assert last_day(date(2024, 2, 10), precision) == last


@given(DAYS, st.sampled_from(list(Precision)))
def test_a_day_lies_in_its_period_and_the_period_in_itself(day: date, precision: Precision) -> None:
    first, last = first_day(day, precision), last_day(day, precision)
    assert first <= day <= last
    assert first_day(last, precision) == first or precision in (Precision.DAY, Precision.EVENT)
    assert last_day(first, precision) == last


@given(DAYS)
def test_coarse_periods_fit_into_each_other(day: date) -> None:
    assert half_year_start(day) <= quarter_start(day) <= day <= month_end(day) <= quarter_end(day) <= half_year_end(day)
    assert quarter_end(day) + timedelta(days=1) == quarter_start(quarter_end(day) + timedelta(days=1))
    assert half_year(half_year_start(day)) == half_year(day) == half_year(half_year_end(day))


@given(DAYS)
def test_days_since_1970_go_back(day: date) -> None:
    assert day_of(days_since_1970(day)) == day
