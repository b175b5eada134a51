"""Two places that look like one: said once by one person, traced, taken back, and refused where it makes no sense."""

from typing import Any

import pytest

from access.models import AuditEntry
from lib.problems import Fault
from sites import services
from sites.models import PlaceDistinction
from tests import factories
from tests.sites.test_merging import refusal

pytestmark = pytest.mark.django_db


def test_it_is_kept_once_whichever_place_is_named_first_and_leaves_its_trace(esther: Any, furaha: Any) -> None:
    one, other = factories.place(), factories.place()
    decided = services.distinguish_places(one, other, by=esther)
    assert refusal(services.distinguish_places, other, one, by=furaha) == Fault.STALE
    services.undo_distinction(decided, by=furaha)
    assert refusal(services.undo_distinction, decided, by=furaha) == Fault.STALE
    verbs = AuditEntry.objects.filter(verb__in=("place.distinguish", "place.compare")).order_by("at")
    first = min(one.pk, other.pk)
    assert [(entry.verb, entry.person, entry.row) for entry in verbs] == [
        ("place.distinguish", esther.pk, first),
        ("place.compare", furaha.pk, first),
    ]
    services.distinguish_places(other, one, by=furaha)
    assert PlaceDistinction.objects.filter(undone_at=None).count() == 1


def test_a_place_is_not_two_and_a_merged_one_is_none(esther: Any) -> None:
    one, other, third = (factories.place() for _ in range(3))
    assert refusal(services.distinguish_places, one, one, by=esther) == Fault.CONFLICT
    services.merge_places(one, other, by=esther)
    assert refusal(services.distinguish_places, one, third, by=esther) == Fault.CONFLICT


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_only_the_secretariat_decides_and_takes_back(request: Any, esther: Any, name: str) -> None:
    person = request.getfixturevalue(name)
    one, other = factories.place(), factories.place()
    assert refusal(services.distinguish_places, one, other, by=person) == Fault.FORBIDDEN
    decided = services.distinguish_places(one, other, by=esther)
    assert refusal(services.undo_distinction, decided, by=person) == Fault.FORBIDDEN
