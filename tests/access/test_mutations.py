"""Each weakening of the rules by one stroke makes a named test fail."""

import pytest

from claims.models import Claim
from workshops.models import Workshop

from .fields import failing_fields, failing_own_fields
from .mutations import Mutation, mutations
from .rows import failing_rows
from .told_workshops import failing_tellings, plant_workshop
from .world import World

ALL = list(mutations())
ON_ROWS = [mutation for mutation in ALL if mutation.label]
ON_CLAIMS = [mutation for mutation in ALL if not mutation.label and mutation.consumer == "claims"]
ON_OWN_ROOMS = [mutation for mutation in ALL if mutation.consumer == "own room"]
ON_WORKSHOPS = [mutation for mutation in ALL if mutation.consumer == "workshops"]


@pytest.fixture(scope="module")
def workshop(whole_world: World) -> Workshop:
    rows = whole_world.rows["workshops.Workshop"]
    own = [key for key, traits in rows.items() if traits.workshop]
    return plant_workshop(Workshop.objects.filter(state="RELEASED", provinces=["CD74"]).exclude(pk__in=own)[0])


@pytest.mark.django_db
@pytest.mark.parametrize("mutation", ON_ROWS, ids=lambda mutation: mutation.name)
def test_a_weakened_policy_is_noticed(whole_world: World, mutation: Mutation) -> None:
    with mutation.apply():
        failing = failing_rows(whole_world, mutation.label, mutation.verb, also_can=False)[1]
    assert failing, f"{mutation.noticed_by} did not notice: {mutation.name}"


@pytest.mark.django_db
@pytest.mark.parametrize("mutation", ON_CLAIMS, ids=lambda mutation: mutation.name)
def test_a_removed_mask_of_claims_is_noticed(claims: list[dict[str, Claim]], mutation: Mutation) -> None:
    with mutation.apply():
        failing = [cell for number, kinds in enumerate(claims) for cell in failing_fields(kinds, bool(number))[1]]
    assert failing, f"{mutation.noticed_by} did not notice: {mutation.name}"


@pytest.mark.django_db
@pytest.mark.parametrize("mutation", ON_OWN_ROOMS, ids=lambda mutation: mutation.name)
def test_a_room_taken_for_the_own_one_is_noticed(claims: list[dict[str, Claim]], mutation: Mutation) -> None:
    with mutation.apply():
        failing = [cell for closed in (False, True) for cell in failing_own_fields(claims[False], closed)[1]]
    assert failing, f"{mutation.noticed_by} did not notice: {mutation.name}"


@pytest.mark.django_db
@pytest.mark.parametrize("mutation", ON_WORKSHOPS, ids=lambda mutation: mutation.name)
def test_a_removed_mask_of_workshops_is_noticed(workshop: Workshop, mutation: Mutation) -> None:
    with mutation.apply():
        failing = failing_tellings(workshop)[1]
    assert failing, f"{mutation.noticed_by} did not notice: {mutation.name}"
