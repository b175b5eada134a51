"""Executes the declared cells person × route × method and tells which do not hold."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.models import Person

from .expected_routes import METHODS, PERSONS, ROUTES


@dataclass
class RoutesWorld:
    """The cast and the arguments of each named target."""

    people: dict[str, Person | None]
    targets: dict[str, dict[str, Any]] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)


def all_routes() -> list[str]:
    """Names of every pattern of the resolver, with their namespace; a pattern without a name by its path."""
    return sorted(set(_named(get_resolver(), "")))


def _named(resolver: Any, space: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _named(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name or pattern.pattern}"


def undeclared_routes() -> list[str]:
    """Routes without a line, and lines whose route is gone."""
    return sorted(set(all_routes()) ^ {route for route, _target in ROUTES})


def unread_lines() -> list[str]:
    """Lines that do not say exactly one status for each person."""
    return [
        f"{route} {target} {method}: {line}"
        for (route, target), lines in ROUTES.items()
        for method, line in zip(METHODS, lines, strict=True)
        if sorted("".join(part.split()[0] for part in line.split(", "))) != sorted(PERSONS)
    ]


def statuses_of(line: str) -> dict[str, int]:
    """Name of each person → status."""
    found: dict[str, int] = {}
    for part in line.split(", "):
        letters, status = part.split()
        found |= {PERSONS[letter]: int(status) for letter in letters}
    return found


@contextmanager
def calm() -> Iterator[None]:
    """No second factor, no limits of rates, no noise of refused requests."""
    log = logging.getLogger("django.request")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with override_settings(FILON_SECOND_FACTOR=False, ACCOUNT_RATE_LIMITS=False):
            yield
    finally:
        log.setLevel(level)


def browsers_of(people: dict[str, Person | None]) -> dict[str, Client]:
    """One browser per person, signed in."""
    browsers = {name: Client(raise_request_exception=False) for name in people}
    with calm():
        for name, person in people.items():
            if person is not None:
                browsers[name].force_login(person)
    return browsers


def asked(browser: Client, method: str, address: str) -> HttpResponseBase:
    """The answer to one request, read to its end; what it wrote is undone, the session too."""
    cookies: SimpleCookie = SimpleCookie(browser.cookies)
    with transaction.atomic():
        response: HttpResponseBase = getattr(browser, method.lower())(address)
        if response.streaming:
            b"".join(response.streaming_content)  # type: ignore[attr-defined]
        transaction.set_rollback(True)
    browser.cookies = cookies
    return response


def address_of(world: RoutesWorld, route: str, target: str) -> str:
    """The address of a route for a target."""
    return reverse(route, kwargs=world.targets[target] if target else {})


def failing_routes(world: RoutesWorld, route: str, target: str) -> tuple[int, list[str]]:
    """Cells executed for a route and a target, and the failing ones in words."""
    executed, failures = 0, []
    address = address_of(world, route, target)
    with calm():
        browsers = world.browsers
        for method, line in zip(METHODS, ROUTES[route, target], strict=True):
            for name, status in statuses_of(line).items():
                executed += 1
                got = asked(browsers[name], method, address).status_code
                if got != status:
                    failures.append(f"{name} gets {got} instead of {status}: {method} {route} {target}")
    return executed, failures
