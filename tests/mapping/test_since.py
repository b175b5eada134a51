"""A ministry finds on its map what changed since its last visit, at the level disclosed to it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from access.reach import reach_of
from accounts.models import Person
from claims.codes import ReviewStatus
from claims.state import refresh_states
from mapping.matching import View, matching_places
from mapping.since import changed_since
from tests import factories as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | None], Client]
NOW = timezone.now()
LAST_VISIT = NOW - timedelta(days=10)
BEFORE, AFTER = LAST_VISIT - timedelta(days=5), LAST_VISIT + timedelta(days=5)


def changed(person: Person) -> set[str]:
    return set(changed_since(reach_of(person), LAST_VISIT).places)


def seen(presence: str, **fields: Any) -> Any:
    return make.observation(**{"sensitivity": "MODERATE", "armed_presence": presence} | fields)


def test_a_release_and_a_withdrawal_after_the_visit_are_changes(daudi: Person) -> None:
    released, withdrawn, old = make.place(), make.place(), make.place()
    seen("ABSENT", place=released, published_at=AFTER)
    seen("ABSENT", place=withdrawn, published_at=BEFORE, retired_at=AFTER, review_status=ReviewStatus.RETIRED)
    seen("ABSENT", place=old, published_at=BEFORE)
    assert changed(daudi) == {released.code, withdrawn.code}


def test_what_a_ministry_may_not_read_is_no_change(daudi: Person) -> None:
    seen("PRESENT_INT", published_at=AFTER, sensitivity="HIGH")
    seen("ABSENT", published_at=AFTER, place=make.place("Maniema"))
    seen("ABSENT", published_at=AFTER, sensitivity="SEVERE")
    seen("ABSENT", review_status=ReviewStatus.SUBMITTED)
    gone = {"published_at": BEFORE, "retired_at": AFTER, "review_status": ReviewStatus.RETIRED}
    seen("PRESENT_INT", sensitivity="SEVERE", **gone)
    seen("ABSENT", place=make.place("Maniema"), **gone)
    assert changed(daudi) == set()


def test_a_place_where_presence_became_less_grave_is_better(daudi: Person) -> None:
    better, worse = make.place(), make.place()
    for place, first, second in ((better, "PRESENT_INT", "ABSENT"), (worse, "ABSENT", "PRESENT_INT")):
        seen(first, place=place, stated_on=date(2019, 5, 6), published_at=BEFORE)
        seen(second, place=place, stated_on=date(2024, 5, 6), published_at=AFTER)
    refresh_states(None)
    found = changed_since(reach_of(daudi), LAST_VISIT)
    assert set(found.places) == {better.code, worse.code} and found.better == (better.code,)


def test_the_strip_stands_on_the_map_from_the_second_visit_on(daudi: Person, client_of: Browser) -> None:
    place = make.place()
    seen("ABSENT", place=place, published_at=AFTER)
    assert client_of(daudi).get("/map/").context["since"] is None
    browser = client_of(daudi)
    Person.objects.filter(pk=daudi.pk).update(previous_visit=LAST_VISIT)
    context = browser.get("/map/").context
    assert context["since"]["places"] == [place.code] and context["since_count"] == 1


def test_an_analyst_has_no_strip_and_its_filter_leaves_nothing(celine: Person, client_of: Browser) -> None:
    seen("ABSENT", published_at=AFTER)
    browser = client_of(celine)
    Person.objects.filter(pk=celine.pk).update(previous_visit=LAST_VISIT)
    assert browser.get("/map/").context["since"] is None
    assert not matching_places(reach_of(celine), View(only_since=True), date(2024, 11, 12)).exists()


def test_only_what_changed_is_a_filter_of_the_ministry(daudi: Person) -> None:
    place = make.place()
    seen("ABSENT", place=place, published_at=AFTER)
    seen("ABSENT", published_at=BEFORE)
    Person.objects.filter(pk=daudi.pk).update(previous_visit=LAST_VISIT)
    left = matching_places(reach_of(daudi), View(only_since=True), date(2024, 11, 12))
    assert [found.code for found in left] == [place.code]
