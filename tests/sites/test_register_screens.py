"""Screens of the register: new places, duplicates, provinces, mending."""

from typing import Any

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.urls import reverse

from access.reach import SYSTEM
from sites.duplicates import proposals
from sites.models import Area, Place, PlaceDistinction, PlaceMerging
from tests import factories

pytestmark = pytest.mark.django_db
OTHERS = ["amina", "celine", "daudi", "gaspard"]


@pytest.mark.parametrize("name", OTHERS)
def test_the_register_s_screens_are_the_secretariat_s_alone(request: Any, client_of: Any, name: str) -> None:
    browser, place = client_of(request.getfixturevalue(name)), factories.proposed_place()
    for route in ("proposed", "duplicates", "disagreements"):
        assert browser.get(reverse(f"sites:{route}")).status_code == 404
    assert browser.get(reverse("sites:edit", args=[place.pk])).status_code == 404
    assert browser.post(reverse("sites:settle", args=[place.pk])).status_code == 404
    assert browser.post(reverse("sites:accept"), {"place": [place.pk]}).status_code == 404


def test_a_reader_of_the_place_may_still_not_mend_it(client_of: Any, celine: Any) -> None:
    place = factories.place()
    assert client_of(celine).get(reverse("sites:edit", args=[place.pk])).status_code == 403


def test_new_places_get_their_codes(client_of: Any, esther: Any) -> None:
    places, browser = [factories.proposed_place() for _ in range(2)], client_of(esther)
    assert browser.get(reverse("sites:proposed")).context["page"].paginator.count == 2
    browser.post(reverse("sites:accept"), {"place": []})
    assert Place.objects.filter(status="PROPOSED").count() == 2
    browser.post(reverse("sites:accept"), {"place": [place.pk for place in places]})
    assert Place.objects.filter(status="ACCEPTED", code__isnull=False).count() == 2


def test_a_place_is_mended_with_a_position_as_it_comes(client_of: Any, esther: Any) -> None:
    place, browser = factories.place(), client_of(esther)
    page = browser.get(reverse("sites:edit", args=[place.pk]))
    form = page.context["form"]
    entered = {name: form[name].value() or "" for name in form.fields}
    entered |= {"position": "5°55′ S 29°12′ E", "aliases": "One; Two; One", "name": "New name"}
    assert browser.post(reverse("sites:edit", args=[place.pk]), entered).status_code == 302
    place.refresh_from_db()
    assert (place.name, place.aliases) == ("New name", ["One", "Two"])
    assert place.geom.y == pytest.approx(-5.9167, abs=1e-3) and place.geom.x == pytest.approx(29.2, abs=1e-3)
    wrong = browser.post(reverse("sites:edit", args=[place.pk]), entered | {"position": "by the river"})
    assert wrong.status_code == 200 and wrong.context["form"].errors["position"]


def test_near_places_and_namesakes_are_proposed_and_others_not() -> None:
    here = Point(28.1, -6.2, srid=4326)
    near, far = Point(28.1005, -6.2, srid=4326), Point(28.5, -6.2, srid=4326)
    one = factories.place(name="Mwamba", geom=here, declared_territoire="Nyunzu")
    two = factories.place(name="Other", geom=near, declared_territoire="Nyunzu")
    factories.place(name="Mwamba", geom=far, declared_territoire="Nyunzu")
    name = factories.place(name="mwâmba ", geom=None, declared_territoire="NYUNZU")
    factories.place(name="Mwamba", geom=None, declared_territoire="Moba")
    pairs = {frozenset((p.one.pk, p.other.pk)) for p in proposals(SYSTEM)}
    assert frozenset((one.pk, two.pk)) in pairs and frozenset((one.pk, name.pk)) in pairs
    assert not any(Place.objects.get(declared_territoire="Moba").pk in pair for pair in pairs)


def test_a_pair_is_merged_and_taken_apart_on_the_screen(client_of: Any, esther: Any) -> None:
    here = Point(28.1, -6.2, srid=4326)
    one, two = factories.place(geom=here), factories.place(geom=here)
    browser = client_of(esther)
    assert len(browser.get(reverse("sites:duplicates")).context["proposals"]) == 1
    browser.post(reverse("sites:merge"), {"merged": one.pk, "into": two.pk})
    page = browser.get(reverse("sites:duplicates"))
    assert not page.context["proposals"] and len(page.context["mergings"]) == 1
    browser.post(reverse("sites:undo", args=[PlaceMerging.objects.get().pk]))
    assert Place.objects.get(pk=one.pk).status == "ACCEPTED"


def test_a_pair_that_is_two_places_is_not_proposed_again_until_it_is_undone(client_of: Any, esther: Any) -> None:
    here = Point(28.1, -6.2, srid=4326)
    one, two = factories.place(geom=here), factories.place(geom=here)
    browser, screen = client_of(esther), reverse("sites:duplicates")
    browser.post(reverse("sites:distinguish"), {"one": two.pk, "other": one.pk})
    page = browser.get(screen)
    assert not page.context["proposals"] and len(page.context["distinctions"]) == 1
    third = factories.place(geom=here)
    pairs = {frozenset((p.one.pk, p.other.pk)) for p in browser.get(screen).context["proposals"]}
    assert pairs == {frozenset((one.pk, third.pk)), frozenset((two.pk, third.pk))}
    browser.post(reverse("sites:compare", args=[PlaceDistinction.objects.get().pk]))
    assert len(browser.get(screen).context["proposals"]) == 3


def test_a_disagreement_is_settled_and_unsettled_on_the_screen(client_of: Any, esther: Any) -> None:
    Area.objects.filter(pcode="CD63").update(geom=MultiPolygon(Polygon.from_bbox((25, -5, 28, -1)), srid=4326))
    place = factories.place(geom=Point(27, -4, srid=4326))
    browser, at = client_of(esther), reverse("sites:settle", args=[place.pk])
    assert [p.pk for p in browser.get(reverse("sites:disagreements")).context["page"]] == [place.pk]
    browser.post(at, {"province": "CD63"})
    assert Place.objects.get().provinces == ["CD63"]
    assert not browser.get(reverse("sites:disagreements")).context["page"].object_list
    browser.post(at, {"province": ""})
    assert Place.objects.get().provinces == ["CD63", "CD74"]
    assert browser.post(at, {"province": "nowhere"}, headers={"accept": "application/json"}).status_code == 422
