"""Planted worlds, each in one transaction that is undone after its module."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from claims.models import Claim

from .planted_claims import plant_both
from .planting import plant_others
from .world import World, make_world


@pytest.fixture(scope="module")
def kept_open(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """One transaction around all tests of a module, undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(kept_open: None) -> World:
    """Claims and registers of every class, stage and place."""
    return make_world()


@pytest.fixture(scope="module")
def whole_world(world: World) -> World:
    """The same with rows of every other model."""
    plant_others(world)
    return world


@pytest.fixture(scope="module")
def claims(kept_open: None) -> list[dict[str, Claim]]:
    """A claim of each kind with every field filled: as said, and as open data."""
    return plant_both()
