"""A running workbook of amina, counters that begin anew, and threads that let go of the database at the end."""

from collections.abc import Iterator
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import connection

from workbook.consumers.lasting import THREADS, THREADS_AT_MOST
from workbook.models import Workbook

from .rooms import running_workbook


@pytest.fixture(autouse=True)
def _rates_begin_anew() -> None:
    cache.clear()


@pytest.fixture(scope="package", autouse=True)
def _threads_let_go() -> Iterator[None]:
    yield
    together = Barrier(THREADS_AT_MOST)

    def let_go() -> None:
        together.wait(10)
        connection.close()

    for done in [THREADS.submit(let_go) for _ in range(THREADS_AT_MOST)]:
        done.result(20)


@pytest.fixture
def workbook(amina: object) -> Workbook:
    """Amina's running workbook."""
    return running_workbook()
