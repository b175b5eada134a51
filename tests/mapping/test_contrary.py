"""What is called contradictory, by audience: exact days for who is told them, certain overlap for everybody else."""

from datetime import date
from typing import Any

import pytest

from access.reach import Audience, reach_of
from claims.models import Observation, PlaceState, StateChange
from claims.state import refresh_states
from mapping.cards import time_line
from mapping.reading import read_place
from sites.models import Place
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 15)
ALL = (Audience.BASIC, Audience.MINISTRY, Audience.ANALYST, Audience.SECRETARIAT)
TOLD_DAYS = {Audience.ANALYST, Audience.SECRETARIAT}


def said(place: Place, presence: str, day: date, **fields: Any) -> Any:
    """What a visit of open data saw."""
    return factories.observation(
        place=place,
        armed_presence=presence,
        stated_on=day,
        source=factories.open_source(),
        sensitivity="MODERATE",
        **fields,
    )


def marked(place: Place, people: dict[Audience, Any]) -> set[Audience]:
    """Audiences that see the mark on the map; the sheet says the same."""
    refresh_states([place.pk])
    drawn = set(PlaceState.objects.filter(place=place, contradicted=True).values_list("audience", flat=True))
    for audience, person in people.items():
        moments = time_line(read_place(place, reach_of(person), TODAY, TODAY))
        assert any(moment.contradicted for moment in moments) == (audience in drawn), audience
    turned = StateChange.objects.filter(place=place, contradicted=True).values_list("audience", flat=True)
    assert set(turned) == drawn
    return {Audience(audience) for audience in drawn}


@pytest.fixture
def people(amina: Any, daudi: Any, celine: Any, esther: Any) -> dict[Audience, Any]:
    return dict(zip(ALL, (amina, daudi, celine, esther), strict=True))


@pytest.fixture
def site(db: None) -> Place:
    return factories.place()


def test_two_visits_of_one_month_contradict_nothing(site: Place, people: dict[Audience, Any]) -> None:
    said(site, "PRESENT_INT", date(2024, 8, 3))
    said(site, "ABSENT", date(2024, 8, 21))
    assert marked(site, people) == set()
    drawn = dict(PlaceState.objects.filter(place=site).values_list("audience", "presence"))
    assert (drawn["analyst"], drawn["ministry"]) == ("ABSENT", "PRESENT_INT")


def test_two_visits_of_one_day_contradict_for_who_is_told_days(site: Place, people: dict[Audience, Any]) -> None:
    said(site, "PRESENT_INT", date(2024, 8, 3))
    said(site, "ABSENT", date(2024, 8, 3))
    assert marked(site, people) == TOLD_DAYS


def test_whether_two_hidden_days_are_one_changes_nothing_for_who_is_told_months(
    site: Place, people: dict[Audience, Any]
) -> None:
    said(site, "PRESENT_INT", date(2024, 8, 3))
    other = said(site, "ABSENT", date(2024, 8, 3))
    coarse = ("basic", "ministry")
    columns = ("audience", "presence", "contradicted", "answered_on", "last_on")
    marked(site, people)
    before = sorted(PlaceState.objects.filter(place=site, audience__in=coarse).values_list(*columns))
    Observation.objects.filter(pk=other.pk).update(stated_on=date(2024, 8, 30))
    marked(site, people)
    assert sorted(PlaceState.objects.filter(place=site, audience__in=coarse).values_list(*columns)) == before


def test_a_period_of_months_contradicts_a_visit_within_it_for_everybody(
    site: Place, people: dict[Audience, Any]
) -> None:
    said(site, "PRESENT_INT", date(2024, 8, 3), observed_from=date(2024, 3, 9), observed_until=date(2024, 7, 2))
    said(site, "ABSENT", date(2024, 5, 14), observed_from=date(2024, 5, 14), observed_until=date(2024, 6, 14))
    assert marked(site, people) == set(ALL)
