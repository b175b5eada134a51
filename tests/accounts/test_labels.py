"""The administrator sees which Swahili words still wait for native readers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from accounts.labels import labels
from accounts.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_factor(settings: Any) -> None:
    settings.FILON_SECOND_FACTOR = False


def test_each_code_stands_once_with_french_and_english() -> None:
    found = labels()
    keys = [(label.list_name, label.code) for label in found]
    assert len(keys) == len(set(keys))
    assert ("Mineral", "GOLD") in keys
    assert all(label.french and label.english for label in found)


def test_swahili_words_are_shown_as_not_confirmed(
    gaspard: Person, client_of: Callable[[Person | None], Client]
) -> None:
    page = client_of(gaspard).get("/accounts/labels/", headers={"accept-language": "en"}).content.decode()
    marked = [label for label in labels() if label.swahili]
    assert marked
    assert page.count('<span lang="sw">') == len(marked)
