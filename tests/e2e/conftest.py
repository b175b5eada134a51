"""A server with a database of its own for each journey, and browsers in which one of the cast is signed in."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from config.demonstration.loading import load
from ops.frontend import bundle_sources
from tests.conftest import NAME
from tests.e2e.people import People
from tests.e2e.sockets import SocketServer
from tests.people import CAST, PASSWORD, make_person

# A busy machine is slow, not wrong.
expect.set_options(timeout=20_000)

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "static" / "dist"
CALM: dict[str, Any] = {"FILON_SECOND_FACTOR": False, "FILON_DEMONSTRATION": True, "RELEASE_DELAY_DAYS": 0}


@pytest.fixture(scope="session")
def bundles() -> None:
    """The front end as it is now, built by its own command when a source is newer."""
    built = [file.stat().st_mtime for file in DIST.glob("*.js")]
    newest = max(file.stat().st_mtime for file in bundle_sources(ROOT) if file.is_file())
    if not built or min(built) < newest:
        subprocess.run(["npm", "run", "--silent", "build"], cwd=ROOT, check=True)


@pytest.fixture(scope="session")
def template(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a migrated database without content, from which each journey's is copied."""
    own = connections["default"].settings_dict
    before, name = own["NAME"], f"{NAME}_template"
    own["TEST"]["NAME"] = name
    with django_db_blocker.unblock():
        connections["default"].creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connections["default"].close()
        point_to(before)
        yield name
        with keeper() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    own["TEST"]["NAME"] = NAME


@pytest.fixture(scope="session")
def demonstration(template: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a database with the demonstration as on its first day, from which journeys through it are copied."""
    before, name = connections["default"].settings_dict["NAME"], f"{NAME}_demonstration"
    with django_db_blocker.unblock(), override_settings(**CALM):
        copy(template, name)
        point_to(name)
        load(PASSWORD)
        point_to(before)
        yield name
        with keeper() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def point_to(name: str) -> None:
    """Whatever connects from now on connects to the database of that name."""
    connections.close_all()
    connections.settings["default"]["NAME"] = connections["default"].settings_dict["NAME"] = name


@contextmanager
def keeper() -> Iterator[Any]:
    """A cursor that makes and drops databases."""
    own = connections["default"].settings_dict
    connected = psycopg2.connect(
        dbname="postgres", user=own["USER"], password=own["PASSWORD"], host=own["HOST"], port=own["PORT"] or None
    )
    connected.autocommit = True
    try:
        with connected.cursor() as cursor:
            yield cursor
    finally:
        connected.close()


def copy(template: str, name: str) -> None:
    """A database of that name as the template is."""
    with keeper() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


@contextmanager
def own_database(template: str) -> Iterator[None]:
    """A copy of that database, dropped at the end."""
    before, name = connections["default"].settings_dict["NAME"], f"{NAME}_journey"
    copy(template, name)
    point_to(name)
    try:
        yield
    finally:
        point_to(before)
        with keeper() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def address(
    request: pytest.FixtureRequest, bundles: None, template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """Where the server of this module answers, with sockets if it says `SOCKETS`.

    Its `fill` filled a database that was empty, or held the demonstration if the module says `DEMONSTRATION`.
    """
    shown = getattr(request.module, "DEMONSTRATION", False)
    begun: str = request.getfixturevalue("demonstration") if shown else template
    basemap = Path(settings.FILON_DATA) / "basemap" / "index.json"
    calm = {**CALM, "ALLOWED_HOSTS": ["*"]} | ({} if basemap.exists() else {"FILON_BASEMAP_URL": ""})
    with django_db_blocker.unblock(), own_database(begun), override_settings(**calm):
        cache.clear()
        getattr(request.module, "fill", lambda: None)()
        server = SocketServer() if getattr(request.module, "SOCKETS", False) else LiveServer("localhost")
        try:
            yield server.url
        finally:
            server.stop()


@pytest.fixture(scope="module")
def people(address: str, browser: Browser) -> Iterator[People]:
    """The cast's browsers: each signs in once, through the form."""
    made = People(browser, address)
    yield made
    made.close()


def make_cast() -> None:
    """Accounts of the whole cast."""
    for name in CAST:
        make_person(name)
