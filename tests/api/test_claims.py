"""Claims by kind under `/api/`."""

from collections.abc import Callable

from django.test import Client

from accounts.models import Person
from tests import factories
from tests.access.planted_claims import plant_claims

Browsers = Callable[[Person | None], Client]


def test_a_masked_value_is_absent_and_not_null(client_of: Browsers, daudi: Person, celine: Person) -> None:
    plant_claims(open_data=False)
    for_ministry = client_of(daudi).get("/api/claims/involvements/").json()["items"][0]
    assert "actor" not in for_ministry and "modes" not in for_ministry
    assert for_ministry["actor_category"] == "AG_LOCAL"
    assert for_ministry["mode_families"] == ["LEVY", "VIOLENCE"]
    for_analyst = client_of(celine).get("/api/claims/involvements/").json()["items"][0]
    assert for_analyst["actor"] == "Armed group A"


def test_open_data_are_shown_in_full_beside_what_was_said(client_of: Browsers, daudi: Person) -> None:
    plant_claims(open_data=True)
    assert client_of(daudi).get("/api/claims/involvements/").json()["items"][0]["actor"] == "Armed group A"


def test_the_claims_of_one_place(client_of: Browsers, celine: Person) -> None:
    planted = plant_claims(open_data=True)
    place = planted["OBSERVATION"].place
    assert place is not None
    other = factories.place()
    client = client_of(celine)
    assert len(client.get(f"/api/claims/observations/?place={place.code}").json()["items"]) == 1
    assert client.get(f"/api/claims/observations/?place={other.code}").json()["items"] == []
    assert client.get("/api/claims/observations/?place=no").status_code == 400
    assert client.get("/api/claims/rumours/").status_code == 404


def test_the_anonymous_are_refused(client_of: Browsers, db: None) -> None:
    assert client_of(None).get("/api/claims/observations/").status_code == 403
