"""A running workbook of amina, and counters that begin anew."""

import pytest
from django.core.cache import cache

from workbook.models import Workbook

from .rooms import running_workbook


@pytest.fixture(autouse=True)
def _rates_begin_anew() -> None:
    cache.clear()


@pytest.fixture
def workbook(amina: object) -> Workbook:
    """Amina's running workbook."""
    return running_workbook()
