"""A copy of its own with a real PostgreSQL and a real Redis, in a folder that the database's user can reach."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops import services
from ops.installation import Installation

VARIABLES = ("FILON_DATABASE_URL", "FILON_REDIS_URL", "FILON_SECRET_KEY")


@pytest.fixture(scope="session")
def started_copy() -> Iterator[Installation]:
    """One private copy for the tests of a process; stopped and removed at the end."""
    with pytest.MonkeyPatch.context() as patch:
        unset_services(patch)
        folder = Path(tempfile.mkdtemp(prefix="filon-copy-", dir="/var/tmp"))
        installation = Installation(folder)
        try:
            services.start(installation)
            yield installation
        finally:
            services.stop(installation)
            shutil.rmtree(folder)


@pytest.fixture
def copy(started_copy: Installation, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """The private copy, as a person without variables of her own would use it."""
    unset_services(monkeypatch)
    monkeypatch.setenv("FILON_PASSPHRASE", "a passphrase for tests")
    return started_copy


def unset_services(patch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        patch.delenv(name, raising=False)
        patch.delenv(f"{name}_FILE", raising=False)
    patch.setenv("PATH", os.environ["PATH"])
