"""How many fields are reserved follows from the field table, and tells nothing of what a row holds."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from access.reach import Audience, Granted, Reach, reach_of
from claims.codes import ClaimKind
from claims.disclosed.columns import OWN
from claims.disclosed.reserved import FIELDS, reserved_fields
from claims.models import Observation
from claims.state import refresh_states
from tests import factories as make

pytestmark = pytest.mark.django_db
SAID = {
    "OBSERVATION": (4, 0, 0, 0),
    "INVOLVEMENT": (5, 0, 0, 0),
    "LEG": (2, 0, 0, 0),
    "BENEFIT": (4, 1, 1, 0),
    "SITUATION": (4, 2, 0, 0),
    "QUALIFICATION": (0, 0, 0, 0),
    "INCIDENT": (0, 0, 0, 0),
}
OPEN = {**dict.fromkeys(SAID, (0, 0, 0, 0)), "BENEFIT": (4, 1, 1, 0)}
READERS = (Audience.BASIC, Audience.MINISTRY, Audience.ANALYST, Audience.SECRETARIAT)


@pytest.mark.parametrize(("table", "open_data"), [(SAID, False), (OPEN, True)], ids=["said", "open"])
def test_the_number_is_that_of_the_table(table: dict[str, Any], open_data: bool) -> None:
    key = make.leg().pk
    for kind, numbers in table.items():
        for audience, number in zip(READERS, numbers, strict=True):
            found = reserved_fields(kind, Reach(audience=audience), key=key, open_data=open_data)
            assert found == number, (kind, audience)


def test_every_field_is_one_of_columns_that_exist() -> None:
    for kind, fields in FIELDS.items():
        known = {column.name for column in OWN[ClaimKind(kind)](Reach(audience=Audience.SECRETARIAT))}
        assert {name for names in fields for name in names} <= known


def test_a_grant_of_class_c3_opens_the_beneficiary_of_the_granted_row_alone() -> None:
    key, other = make.leg().pk, make.leg().pk
    granted = (Granted(("LOW", "MODERATE", "HIGH", "SEVERE"), (key,)),)
    reach = Reach(audience=Audience.ANALYST, granted=granted)
    assert reserved_fields("BENEFIT", reach, key=key, open_data=False) == 0
    assert reserved_fields("BENEFIT", reach, key=other, open_data=False) == 1


@pytest.mark.parametrize("address", ["/sites/{}/", "/map/places/{}/panel/"])
def test_it_is_said_to_who_is_not_given_them_and_says_the_same_whatever_they_hold(
    address: str, amina: Any, celine: Any, client_of: Callable[[Any], Client]
) -> None:
    place = make.place()
    seen = make.observation(place=place, armed_presence="ABSENT", sensitivity="MODERATE", women="NOT_ASKED")
    refresh_states([place.pk])

    def page(person: Any) -> str:
        answer = client_of(person).get(address.format(place.code)).content.decode()
        return re.sub(r'(csrfmiddlewaretoken" value=|nonce=)"[^"]*"', "", answer)

    before = page(amina)
    assert "4 champs sont réservés, remplis ou non" in before
    assert "réservé" not in page(celine)
    Observation.objects.filter(pk=seen.pk).update(women="YES", children="WITHHELD", mercury="YES", displaced="NO")
    assert page(amina) == before


@pytest.mark.parametrize("address", ["/sites/{}/", "/map/places/{}/panel/"])
def test_a_facilitator_is_told_all_fields_of_the_own_room_and_not_of_another(
    address: str, amina: Any, bahati: Any, client_of: Callable[[Any], Client]
) -> None:
    place = make.place()
    mine, other = (reach_of(person).workshops[0] for person in (amina, bahati))
    for room, way in ((mine, "the ferry"), (other, "the old road")):
        make.leg(place=place, workshop=room, source=make.source(workshop=room), sensitivity="MODERATE", via=[way])
    refresh_states([place.pk])
    page = client_of(amina).get(address.format(place.code)).content.decode()
    assert "the ferry" in page and "the old road" not in page
    assert "2 champs sont réservés" in page and page.count("2 champs sont réservés") == page.count("réservés, remplis")
