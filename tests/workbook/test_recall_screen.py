"""The secretariat gives the last round's statements to a room in preparation: whole places or one by one."""

from typing import Any

import pytest
from django.urls import reverse

from access.reach import SYSTEM
from claims.models import Claim
from tests import factories
from tests.people import WORKSHOPS
from workbook.models import RecalledClaim
from workbook.services import prepare_workbook
from workbook.writing import writing
from workshops.models import Round, Workshop

pytestmark = pytest.mark.django_db
DAYS = {"starts_on": factories.STATED_ON, "ends_on": factories.STATED_ON}


@pytest.fixture
def room(amina: Any) -> Workshop:
    """Amina's workshop in preparation, with the first of two places on its list; an earlier one has spoken of both."""
    of = Round.objects.create(title="Update", starts_on=factories.STATED_ON)
    common = {"round": of, "territoire": "Nyunzu", "provinces": ["CD74"], **DAYS}
    earlier = Workshop.objects.create(**common, name="Earlier", state="RELEASED", released_at="2024-10-01T00:00Z")
    made = Workshop.objects.create(id=WORKSHOPS["amina"], **common, name="Room")
    for name in ("Asali", "Bahari"):
        place = factories.place(name=name)
        factories.released_claim(place=place, workshop=earlier.pk, armed_presence="PRESENT_INT")
        factories.involvement(place=place, workshop=earlier.pk)
    factories.released_claim(place=place, workshop=earlier.pk, sensitivity="SEVERE")
    factories.submitted_claim(place=place, workshop=earlier.pk)
    factories.released_claim(place=place, workshop=earlier.pk, disclosure="GROUP_ONLY")
    workbook = prepare_workbook(made, by=SYSTEM)
    with writing(workbook, by=SYSTEM) as book:
        code = Claim.objects.filter(place__name="Bahari").values_list("place__code", flat=True)[0]
        book.make("places", {"ref": code, "treat": "a1", "order": "a1"})
    return made


def at(room: Workshop) -> str:
    return reverse("workbook:recall", args=[room.pk])


def test_places_on_the_list_come_first_and_only_what_may_be_given_is_shown(
    client_of: Any, esther: Any, room: Workshop
) -> None:
    places = client_of(esther).get(at(room)).context["places"]
    assert [(it.name, it.treated, len(it.offers), it.waiting) for it in places] == [
        ("Bahari", True, 2, 2),
        ("Asali", False, 2, 2),
    ]


def test_a_place_or_a_single_statement_is_given_and_the_room_reads_it(
    client_of: Any, esther: Any, amina: Any, room: Workshop
) -> None:
    browser = client_of(esther)
    bahari, asali = browser.get(at(room)).context["places"]
    single = asali.offers[0].claim.pk
    browser.post(at(room), {"place": [bahari.code], "claim": [str(single), "nonsense"]})
    assert RecalledClaim.objects.filter(workshop=room).count() == 3
    places = browser.get(at(room)).context["places"]
    assert [(it.given, it.waiting) for it in places] == [(2, 0), (1, 1)]
    told = client_of(amina).get(reverse("workbook:last_round", args=[room.pk])).content.decode()
    assert str(single) in told and str(asali.offers[1].claim.pk) not in told


def test_nothing_else_slips_through_by_its_key(client_of: Any, esther: Any, room: Workshop) -> None:
    others = Claim.objects.exclude(review_status="PUBLISHED") | Claim.objects.filter(sensitivity="SEVERE")
    client_of(esther).post(at(room), {"claim": [str(row.pk) for row in others]})
    assert RecalledClaim.objects.count() == 0


def test_a_closed_room_gets_nothing(client_of: Any, esther: Any, room: Workshop) -> None:
    Workshop.objects.filter(pk=room.pk).update(state="CLOSED")
    browser = client_of(esther)
    page = browser.get(at(room))
    assert not page.context["open"] and 'type="submit">' not in page.content.decode().split("<main")[1]
    answer = browser.post(at(room), {"place": []}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (409, "not-ready")


@pytest.mark.parametrize("name", ["amina", "celine", "daudi"])
def test_the_screen_is_the_secretariat_s_alone(request: Any, client_of: Any, room: Workshop, name: str) -> None:
    browser = client_of(request.getfixturevalue(name))
    assert browser.get(at(room)).status_code == 404
    assert browser.post(at(room), {"place": ["x"]}).status_code == 404
