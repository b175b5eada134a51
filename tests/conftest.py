"""One database and one Redis number per test process, and a calm Chromium."""

import os
import shutil
import tempfile
import zlib
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate

pytest_plugins = ["tests.people"]
pytest.register_assert_rewrite("tests.e2e.people")
REDIS_NUMBERS = 15
BROWSER_ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAME = f"test_{os.environ.get('FILON_TEST_DB', 'filon')}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"

# Playwright keeps an event loop in the thread in which the journeys also use Django's database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config: pytest.Config) -> None:
    """Developers side by side set FILON_TEST_DB apart; xdist's workers differ by number."""
    number = 1 + zlib.crc32(NAME.encode()) % REDIS_NUMBERS
    address = urlsplit(settings.CELERY_BROKER_URL)._replace(path=f"/{number}").geturl()
    settings.CELERY_BROKER_URL = address
    settings.CACHES["default"] |= {"LOCATION": address, "KEY_PREFIX": NAME}
    settings.MEDIA_ROOT = tempfile.mkdtemp(prefix="filon-media-")
    # Files of pages as they are now, whatever this copy has collected before.
    settings.STATIC_ROOT = f"{settings.MEDIA_ROOT}/static"
    os.makedirs(settings.STATIC_ROOT)
    settings.WHITENOISE_USE_FINDERS = True
    # The prefix that webs of their own, which work on the database of that name, give themselves.
    settings.CHANNEL_LAYERS["default"] |= {"CONFIG": {"hosts": [address], "prefix": f"filon:{NAME}"}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that open a browser come last: Playwright's event loop goes on running in the thread, beside which no
    test can run one of its own."""
    browsing = {item.path for item in items if "playwright" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path in browsing)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Takes away the files that tests have put in."""
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def name_provinces_again(sender: AppConfig, **_: object) -> None:
    """A test with transactions of its own empties every table; what migrations wrote must be there for the next one."""
    if sender.name == "sites":
        names = import_module("sites.migrations.0003_kept_by_database").PROVINCES
        area = sender.get_model("Area")
        rows = [area(pcode=pcode, level=1, name=name) for pcode, name in names.items()]
        area._default_manager.bulk_create(rows, ignore_conflicts=True)


post_migrate.connect(name_provinces_again)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """The own database of this test process, with commits that do not wait for the disk."""
    described = connections["default"].settings_dict
    described["TEST"]["NAME"] = NAME
    described["OPTIONS"] = {**described.get("OPTIONS", {}), "options": "-c synchronous_commit=off"}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium; root has no sandbox."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("FILON_CHROMIUM", "/usr/bin/chromium"),
        "args": [*BROWSER_ARGUMENTS, *as_root],
    }
