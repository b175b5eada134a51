"""The cast and the rows that tests rest on can be made."""

import pytest

from access.reach import reach_of
from accounts.models import Person
from claims.codes import ClaimKind
from claims.models import Claim, PlaceState
from tests import factories
from tests.people import CAST, WORKSHOPS, make_person


@pytest.mark.django_db
def test_every_person_of_the_cast_reaches_what_the_role_says() -> None:
    people: dict[str, Person] = {name: make_person(name) for name in CAST}
    assert reach_of(people["amina"]).workshops == (WORKSHOPS["amina"],)
    assert reach_of(people["amina"]).provinces == ("CD74",)
    assert reach_of(people["celine"]).provinces is None
    assert people["daudi"].institution is not None
    assert reach_of(people["gaspard"]).administers


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(ClaimKind))
def test_a_claim_of_each_kind_can_be_made(kind: ClaimKind) -> None:
    made = factories.CLAIM_OF_KIND[kind]()
    assert Claim.objects.get(pk=made.pk).kind == kind
    assert Claim.objects.get(pk=made.pk).provinces == ["CD74"]


@pytest.mark.django_db
def test_a_released_claim_gives_its_place_a_state() -> None:
    made = factories.released_claim()
    assert PlaceState.objects.filter(place=made.place, presence="ABSENT").count() == 3
    assert factories.zone().pk and factories.proposed_place().code is None
