"""Places, actors and areas under `/api/`."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from accounts.models import Person
from sites.models import Place
from tests import factories

Browsers = Callable[[Person | None], Client]


def codes(client: Client, query: str = "") -> list[str]:
    return [feature["id"] for feature in client.get(f"/api/places/{query}").json()["features"]]


def test_a_ministry_gets_the_places_of_its_province_only(client_of: Browsers, daudi: Person) -> None:
    here, _there = factories.place("Tanganyika"), factories.place("Maniema")
    answer = client_of(daudi).get("/api/places/")
    assert answer["Content-Type"] == "application/geo+json"
    page = answer.json()
    assert [feature["id"] for feature in page["features"]] == [here.code]
    assert page["numberMatched"] == page["numberReturned"] == 1
    assert page["features"][0]["geometry"] == {"type": "Point", "coordinates": [28.1, -6.2]}
    assert "status" not in page["features"][0]["properties"]
    assert "no-store" in answer["Cache-Control"]


def test_pages_follow_each_other_without_gap_or_double(client_of: Browsers, celine: Person) -> None:
    made = [factories.place().code for _ in range(7)]
    client, got, address = client_of(celine), [], "/api/places/?limit=3"
    while address:
        page = client.get(address).json()
        got += [feature["id"] for feature in page["features"]]
        address = page.get("next")
    assert got == sorted(made)


@pytest.mark.parametrize("query", ["?limit=0", "?limit=5000", "?limit=x", "?after=!!", "?limit=99999999999999999999"])
def test_a_malformed_page_is_refused_in_words(client_of: Browsers, celine: Person, query: str) -> None:
    answer = client_of(celine).get(f"/api/places/{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"].startswith("application/problem+json")


def test_the_anonymous_and_the_administrator_get_nothing(client_of: Browsers, gaspard: Person) -> None:
    place = factories.place()
    assert client_of(None).get("/api/places/").status_code == 403
    assert codes(client_of(gaspard)) == []
    assert client_of(gaspard).get(f"/api/places/{place.code}/").status_code == 404


def test_writing_is_not_offered(client_of: Browsers, esther: Person) -> None:
    assert client_of(esther).post("/api/places/", {}).status_code == 405
    assert client_of(esther).delete("/api/actors/").status_code == 405


def test_an_actor_known_only_as_a_beneficiary_is_in_no_list(client_of: Browsers, celine: Person) -> None:
    known = factories.actor()
    factories.actor(sensitivity="SEVERE")
    items = client_of(celine).get("/api/actors/").json()["items"]
    assert [item["id"] for item in items] == [str(known.pk)]


def test_the_provinces_are_there_without_outlines(client_of: Browsers, daudi: Person) -> None:
    items = client_of(daudi).get("/api/areas/?level=1").json()["items"]
    assert len(items) == 26
    assert {"pcode": "CD74", "level": 1, "name": "Tanganyika", "source": "", "parent": None} in items
    assert client_of(daudi).get("/api/areas/?level=9").status_code == 400


def test_the_number_of_all_places_follows_every_change_at_once(client_of: Browsers, daudi: Person) -> None:
    """The number is kept while nothing changes; it must never be that of yesterday, nor of another reader."""
    client = client_of(daudi)

    def number() -> int:
        return int(client.get("/api/places/?limit=1").json()["numberMatched"])

    places = [factories.place("Tanganyika") for _ in range(3)]
    assert (number(), number()) == (3, 3)
    factories.place("Maniema")
    assert number() == 3
    Place.objects.filter(pk=places[0].pk).update(sensitivity="SEVERE")
    assert number() == 2
    places[1].delete()
    assert number() == 1
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE sites_place CASCADE")
    assert number() == 0


@pytest.mark.parametrize("who", ["amina", "daudi", "celine", "esther"])
def test_the_ready_feature_says_what_the_columns_say(
    who: str, client_of: Browsers, request: pytest.FixtureRequest
) -> None:
    """One place is put together from its columns, a page from what the database keeps ready: both are equal."""
    client = client_of(request.getfixturevalue(who))
    place = factories.place("Tanganyika", name='Mwana "Kusu"\\ \n é', aliases=["à", 'b"'])
    pointless = factories.place("Tanganyika", geom=None)
    page = {feature["id"]: feature for feature in client.get("/api/places/").json()["features"]}
    for one in (place, pointless):
        assert page[one.code] == client.get(f"/api/places/{one.code}/").json()
    Place.objects.filter(pk=place.pk).update(name="Otherwise")
    assert client.get("/api/places/").content.count(b'"name":"Otherwise"') == 1


def test_pages_stay_right_when_they_are_asked_often(client_of: Browsers, celine: Person) -> None:
    """A statement that was planned once serves every key."""
    made = sorted(factories.place().code for _ in range(9))
    client = client_of(celine)
    for at in range(8):
        assert codes(client, f"?limit=1&after={made[at]}") == [made[at + 1]]
