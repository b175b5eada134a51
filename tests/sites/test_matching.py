"""Which known place a room meant: proposals with reasons, a decision that follows to the claims and can be undone."""

from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.urls import reverse

from access.reach import SYSTEM
from claims.models import Claim
from sites.duplicates import proposals
from sites.matching import candidates
from sites.models import Place, PlaceMerging
from sites.services import merge_places, undo_merging
from tests import factories
from tests.people import WORKSHOPS

pytestmark = pytest.mark.django_db


def brought(**fields: Any) -> Place:
    return factories.proposed_place(workshop=WORKSHOPS["amina"], **fields)


def names(place: Place) -> list[str]:
    return [it.place.name for it in candidates([place.pk], SYSTEM).get(place.pk, [])]


def test_candidates_are_ranked_by_name_distance_and_other_names_and_say_why() -> None:
    here = Point(28.1, -6.2, srid=4326)
    factories.place(name="Mwamba ya pili", geom=Point(28.3, -6.2, srid=4326), declared_territoire="Nyunzu")
    factories.place(name="Kilima", geom=Point(28.101, -6.2, srid=4326), declared_territoire="Nyunzu")
    factories.place(name="Mlima", aliases=["Mouamba 7"], geom=Point(28.12, -6.2, srid=4326))
    factories.place(name="Mwamba-7", geom=Point(28.1001, -6.2, srid=4326), declared_territoire="Nyunzu")
    factories.place(name="Mwamba-7", geom=Point(29.9, -6.2, srid=4326), declared_territoire="Kalemie")
    factories.place(name="Mwamba-7 proposed", geom=here, status="PROPOSED", code=None, number=None)
    place = brought(name="Mwamba 7", geom=here, declared_territoire="Nyunzu")
    assert names(place)[0] == "Mwamba-7"
    assert {"Mlima", "Kilima"} < set(names(place))
    assert names(place).count("Mwamba-7") == 1 and "Mwamba-7 proposed" not in names(place)
    best = candidates([place.pk], SYSTEM)[place.pk][0]
    assert (best.alike, round(best.metres or 0), best.same_territoire) == (1, 11, True)
    assert len(best.reasons) == 3
    assert names(brought(name="Zuri", geom=None, declared_province="Tanganyika")) == []


def test_the_same_place_takes_over_what_the_room_said_and_it_can_be_undone(client_of: Any, esther: Any) -> None:
    known = factories.place(name="Mwamba-7")
    place = brought(name="Mwamba 7")
    claim = factories.submitted_claim(place=place)
    browser = client_of(esther)
    page = browser.get(reverse("sites:matching"))
    assert [it.place for it in page.context["candidates"]] == [known]
    browser.post(reverse("sites:match_same", args=[place.pk]), {"known": known.pk})
    assert Claim.objects.get(pk=claim.pk).place_id == known.pk
    assert browser.get(reverse("sites:matching")).context["place"] is None
    undo_merging(PlaceMerging.objects.get(), by=esther)
    assert Claim.objects.get(pk=claim.pk).place_id == place.pk
    place.refresh_from_db()
    assert (place.status, place.code) == ("PROPOSED", None)


def test_the_room_s_name_is_another_name_of_the_known_place_until_it_is_undone(client_of: Any, esther: Any) -> None:
    known = factories.place(name="Mwamba-7", aliases=["Kilima cha saba"])
    near = {"geom": Point(28.1001, -6.2, srid=4326)}
    browser = client_of(esther)

    def matched(name: str, **fields: Any) -> list[str]:
        place = brought(name=name, **near, **fields)
        browser.post(reverse("sites:match_same", args=[place.pk]), {"known": known.pk})
        known.refresh_from_db()
        return known.aliases

    assert matched("MWAMBA 7") == ["Kilima cha saba"], "the same name, otherwise spelled"
    assert matched("kilima cha Saba") == ["Kilima cha saba"]
    assert matched("Le trou du pasteur", sensitivity="SEVERE") == ["Kilima cha saba"], "for fewer than know the place"
    assert matched("Chez le pasteur") == ["Kilima cha saba", "Chez le pasteur"]
    assert names(brought(name="Chez le pasteur", geom=None, declared_province="Tanganyika")) == ["Mwamba-7"]
    undo_merging(PlaceMerging.objects.latest("at"), by=esther)
    known.refresh_from_db()
    assert known.aliases == ["Kilima cha saba"]


def test_undoing_leaves_a_name_that_was_known_before(esther: Any) -> None:
    known, place = factories.place(name="Mwamba-7", aliases=["Le pasteur"]), brought(name="Le pasteur")
    undo_merging(merge_places(place, known, by=esther, keep_name=True), by=esther)
    known.refresh_from_db()
    assert known.aliases == ["Le pasteur"]


def test_a_new_place_has_a_code_and_is_not_compared_again(client_of: Any, esther: Any) -> None:
    known = factories.place(name="Mwamba-7")
    place, other = brought(name="Mwamba-7"), brought(name="Zuri", geom=None)
    browser = client_of(esther)
    onward = browser.post(reverse("sites:match_new", args=[place.pk]))
    assert onward.url == reverse("sites:match", args=[other.pk])
    place.refresh_from_db()
    assert place.status == "ACCEPTED" and place.code
    assert {known, place} not in [{it.one, it.other} for it in proposals(SYSTEM)]


def test_not_now_leads_to_the_next_and_changes_nothing(client_of: Any, esther: Any) -> None:
    places = [brought(name=name) for name in ("Asali", "Bahari")]
    browser = client_of(esther)
    page = browser.get(reverse("sites:match", args=[places[0].pk]))
    assert page.context["following"] == places[1]
    last = browser.get(reverse("sites:match", args=[places[1].pk]))
    assert last.context["following"] == places[0]
    assert Place.objects.filter(status="PROPOSED").count() == 2


def test_only_a_place_of_the_register_can_be_the_known_one(client_of: Any, esther: Any) -> None:
    place, other = brought(name="Asali"), brought(name="Bahari")
    answer = client_of(esther).post(reverse("sites:match_same", args=[place.pk]), {"known": other.pk})
    assert answer.status_code == 404
