"""Persons × routes × methods: what each gets from every address that the product has."""

import pytest

from .expected_routes import ROUTES
from .routes import RoutesWorld, failing_routes, undeclared_routes, unread_lines
from .routes_world import make_routes_world


@pytest.fixture(scope="module")
def routes_world(kept_open: None) -> RoutesWorld:
    return make_routes_world()


def test_no_route_is_undeclared() -> None:
    assert undeclared_routes() == []


def test_no_person_is_undeclared_on_a_line_of_a_route() -> None:
    assert unread_lines() == []


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "target"), ROUTES, ids=lambda name: name or "-")
def test_each_person_gets_the_declared_status(routes_world: RoutesWorld, route: str, target: str) -> None:
    executed, failures = failing_routes(routes_world, route, target)
    assert executed == 27
    assert not failures, f"{len(failures)} of {executed} cells fail:\n" + "\n".join(failures)
