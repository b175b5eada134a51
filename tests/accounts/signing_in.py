"""Signing in through the real form, with rate limits that no other test has used."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.people import PASSWORD

SIGN_IN = "/account/sign-in/"


@pytest.fixture(autouse=True)
def own_cache(settings: Any) -> None:
    """Rate limits of one test do not reach into another."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": str(id({}))}}
    settings.FILON_SECOND_FACTOR = True
    cache.clear()


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(SIGN_IN, {"login": email, "password": password, **more})
