"""Merging: claims follow, codes stay, and it can be undone."""

from typing import Any

import pytest

from claims.models import ChainLeg, Claim, PlaceState
from claims.state import refresh_states
from lib.problems import Fault, Problem
from sites import services
from sites.models import Place, PlaceMerging
from tests import factories

pytestmark = pytest.mark.django_db


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def picture() -> list[Any]:
    """All that a merging touches, to compare before and after."""
    return [
        sorted(Place.objects.values_list("pk", "code", "status", "merged_into")),
        sorted(Claim.objects.values_list("pk", "place", "provinces", "about_state")),
        sorted(ChainLeg.objects.values_list("pk", "to_place"), key=str),
        sorted(PlaceState.objects.values_list("place", "audience", "presence", "contradicted", "claims")),
    ]


def test_claims_follow_and_the_undoing_leaves_all_as_it_was(esther: Any) -> None:
    one, other, third = (factories.place() for _ in range(3))
    factories.released_claim(place=one, armed_presence="PRESENT_INT", sensitivity="MODERATE")
    factories.released_claim(place=other, armed_presence="ABSENT", sensitivity="MODERATE")
    factories.leg(place=third, to_place=one, to_text="")
    factories.leg(place=one, to_place=other, to_text="")
    factories.leg(place=other, to_place=one, to_text="")
    refresh_states(None)
    before = picture()
    merging = services.merge_places(one, other, by=esther)
    one.refresh_from_db()
    assert (one.status, one.merged_into, bool(one.code)) == ("MERGED", other, True)
    assert not Claim.objects.filter(place=one).exists()
    assert PlaceState.objects.get(place=other, audience="analyst").contradicted
    assert ChainLeg.objects.get(place=third).to_place == other
    services.undo_merging(merging, by=esther)
    assert picture() == before
    assert refusal(services.undo_merging, merging, by=esther) == Fault.STALE


def test_a_place_is_not_merged_twice_nor_into_itself(esther: Any) -> None:
    one, other, third = (factories.place() for _ in range(3))
    assert refusal(services.merge_places, one, one, by=esther) == Fault.CONFLICT
    first = services.merge_places(one, other, by=esther)
    assert refusal(services.merge_places, one, third, by=esther) == Fault.CONFLICT
    second = services.merge_places(other, third, by=esther)
    assert refusal(services.undo_merging, first, by=esther) == Fault.NOT_READY
    services.undo_merging(second, by=esther)
    services.undo_merging(first, by=esther)
    assert set(Place.objects.values_list("status", flat=True)) == {"ACCEPTED"}


def test_a_claim_of_one_province_moves_into_the_other_s(esther: Any, daudi: Any, habiba: Any) -> None:
    east, west = factories.place(province="Tanganyika"), factories.place(province="Maniema")
    factories.released_claim(place=east, sensitivity="MODERATE")
    services.merge_places(east, west, by=esther)
    assert Claim.objects.permitted(habiba).exists() and not Claim.objects.permitted(daudi).exists()


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_only_the_secretariat_undoes(request: Any, esther: Any, name: str) -> None:
    merging = services.merge_places(factories.place(), factories.place(), by=esther)
    assert refusal(services.undo_merging, merging, by=request.getfixturevalue(name)) == Fault.FORBIDDEN
    assert PlaceMerging.objects.get().undone_at is None
