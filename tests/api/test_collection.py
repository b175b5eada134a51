"""The whole collection of places, streamed."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from access.models import AuditEntry
from accounts.models import Person
from tests import factories
from tests.people import make_person

Browsers = Callable[[Person | None], Client]


@pytest.mark.django_db(transaction=True)
def test_a_reader_takes_all_places_that_it_may_see(client_of: Browsers) -> None:
    daudi = make_person("daudi")
    here, _there = factories.place("Tanganyika"), factories.place("Maniema")
    answer = client_of(daudi).get("/api/places.geojson")
    layer = json.loads(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    assert [feature["id"] for feature in layer["features"]] == [here.code]
    assert AuditEntry.objects.get(verb="collection.end").details["rows"] == 1
    assert client_of(None).get("/api/places.geojson").status_code == 403
    assert client_of(daudi).post("/api/places.geojson").status_code == 405
