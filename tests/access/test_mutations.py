"""Each weakening of the rules by one stroke makes a named test fail."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from claims.models import Claim

from .expected_rows import ROWS
from .fields import failing_fields
from .mutations import Mutation, mutations
from .planted_claims import plant_claims
from .rows import failing_rows
from .world import World, make_world

ALL = list(mutations())
ON_ROWS = [mutation for mutation in ALL if mutation.label]
ON_FIELDS = [mutation for mutation in ALL if not mutation.label]


@pytest.fixture(scope="module")
def kept_open(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """One transaction around all mutations of this module, undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(kept_open: None) -> World:
    return make_world()


@pytest.fixture(scope="module")
def claims(kept_open: None) -> list[dict[str, Claim]]:
    planted = [plant_claims(open_data) for open_data in (False, True)]
    for claim in (claim for kinds in planted for claim in kinds.values()):
        claim.refresh_from_db()
    return planted


@pytest.mark.parametrize("mutation", ON_ROWS, ids=lambda mutation: mutation.name)
def test_a_weakened_policy_is_noticed(world: World, mutation: Mutation) -> None:
    with mutation.apply():
        failing = [cell for verb in ROWS[mutation.label] for cell in failing_rows(world, mutation.label, verb)[1]]
    assert failing, f"{mutation.noticed_by} did not notice: {mutation.name}"


@pytest.mark.parametrize("mutation", ON_FIELDS, ids=lambda mutation: mutation.name)
def test_a_removed_mask_is_noticed(claims: list[dict[str, Claim]], mutation: Mutation) -> None:
    with mutation.apply():
        failing = [cell for number, kinds in enumerate(claims) for cell in failing_fields(kinds, bool(number))[1]]
    assert failing, f"{mutation.noticed_by} did not notice: {mutation.name}"
