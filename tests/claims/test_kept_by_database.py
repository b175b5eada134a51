"""Provinces, open data and what is about the state, kept by the database whichever way a row arrives."""

from typing import Any

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon

from claims.models import Claim
from sites.models import Actor, Area, Place, Source
from tests import factories

pytestmark = pytest.mark.django_db


def about_state(row: Claim) -> bool:
    return Claim.objects.get(pk=row.pk).about_state


def pair(**fields: Any) -> dict[str, Any]:
    """One source and one place for several claims."""
    return {"place": factories.place(), "source": factories.source(**fields)}


def test_presence_without_a_named_actor_is_about_the_state() -> None:
    assert about_state(factories.observation(armed_presence="PRESENT_INT"))
    assert not about_state(factories.observation(armed_presence="ABSENT"))


def test_a_named_group_of_the_same_source_and_place_takes_it_away_and_its_withdrawal_brings_it_back() -> None:
    said = pair()
    presence = factories.observation(armed_presence="PRESENT_INT", **said)
    group = factories.involvement(**said)
    assert not about_state(presence) and not about_state(group)
    for status in ("RETIRED", "VERIFIED", "SUBMITTED"):
        Claim.objects.filter(pk=group.pk).update(review_status=status)
        assert about_state(presence), status
        Claim.objects.filter(pk=group.pk).update(review_status="PUBLISHED")
        assert not about_state(presence)
    group.delete()
    assert about_state(presence)


@pytest.mark.parametrize("category", ["STATE_ARMED", "VDP", "CUSTOMARY", "PARK_GUARD", "STATE_COMPANY", "PARASTATAL"])
def test_a_state_actor_beside_a_group_makes_all_of_it_about_the_state(category: str) -> None:
    said = pair()
    rows = [factories.observation(armed_presence="PRESENT_NO_INT", **said), factories.leg(**said)]
    group = factories.involvement(**said)
    army = factories.involvement(actor=factories.actor(category=category), **said)
    assert all(about_state(row) for row in [*rows, army])
    assert not about_state(group)
    Claim.objects.filter(pk=army.pk).update(review_status="RETIRED")
    assert not any(about_state(row) for row in rows)


def test_an_actor_of_another_source_or_place_changes_nothing() -> None:
    said = pair()
    presence = factories.observation(armed_presence="PRESENT_INT", **said)
    factories.involvement(place=said["place"])
    factories.involvement(source=said["source"])
    assert about_state(presence)


def test_a_change_of_category_is_followed() -> None:
    said = pair()
    actor = factories.actor(category="AG_LOCAL")
    rows = [factories.involvement(actor=actor, **said), factories.observation(armed_presence="PRESENT_INT", **said)]
    assert not any(about_state(row) for row in rows)
    Actor.objects.filter(pk=actor.pk).update(category="VDP")
    assert all(about_state(row) for row in rows)


@pytest.mark.parametrize("kind", ["SEC_OFFICERS", "POLITICAL", "STATE_AGENTS", "VDP_COMMAND", "STATE_TREASURY"])
def test_who_gains_can_make_a_benefit_about_the_state(kind: str) -> None:
    said = pair()
    factories.involvement(**said)
    assert about_state(factories.benefit(beneficiary_type=kind, **said))
    assert not about_state(factories.benefit(beneficiary_type="LOCAL_TRADER", **said))


def test_a_qualification_is_never_about_the_state() -> None:
    assert not about_state(factories.qualification())


def test_open_data_is_never_about_the_state_and_follows_its_source_and_class() -> None:
    source = factories.open_source()
    row = factories.observation(armed_presence="PRESENT_INT", sensitivity="MODERATE", source=source)
    assert (row.open_data, about_state(row)) == (True, False)
    Claim.objects.filter(pk=row.pk).update(sensitivity="HIGH")
    assert not Claim.objects.get(pk=row.pk).open_data and about_state(row)
    Claim.objects.filter(pk=row.pk).update(sensitivity="MODERATE")
    Source.objects.filter(pk=source.pk).update(open_licence=False)
    assert not Claim.objects.get(pk=row.pk).open_data and about_state(row)


def test_a_place_is_about_the_state_while_no_released_claim_there_is_a_ministry_s() -> None:
    place = factories.place()
    assert place.about_state
    row = factories.observation(place=place, armed_presence="ABSENT")
    assert not Place.objects.get(pk=place.pk).about_state
    Claim.objects.filter(pk=row.pk).update(sensitivity="SEVERE")
    assert Place.objects.get(pk=place.pk).about_state
    Claim.objects.filter(pk=row.pk).update(sensitivity="HIGH")
    Claim.objects.filter(pk=row.pk).update(review_status="RETIRED")
    assert Place.objects.get(pk=place.pk).about_state


def test_provinces_are_those_declared_and_those_located_until_one_is_settled() -> None:
    outline = MultiPolygon(Polygon.from_bbox((27, -7, 30, -5)), srid=4326)
    Area.objects.filter(pcode="CD74").update(geom=outline)
    place = factories.place(declared_province="Maniema", geom=factories.IN_TANGANYIKA)
    row = factories.observation(place=place)
    assert (place.provinces, row.provinces) == (["CD63", "CD74"], ["CD63", "CD74"])
    Place.objects.filter(pk=place.pk).update(settled_province="CD74")
    assert Claim.objects.get(pk=row.pk).provinces == ["CD74"]
    place.refresh_from_db()
    assert (place.province_declared, place.province_located) == ("CD63", "CD74")


def test_provinces_are_never_empty() -> None:
    nowhere = factories.place(province="", geom=None)
    assert factories.observation(place=nowhere).provinces == ["XU"]
    assert factories.observation(place=factories.place(province="", kind="ABROAD")).provinces == ["XA"]
    territoire = Area.objects.create(pcode="CD7401", level=2, name="T", parent=Area.objects.get(pcode="CD74"))
    assert factories.observation(place=None, area=territoire).provinces == ["CD74"]
    assert factories.observation(place=None).provinces == ["XU"]
    assert factories.situation(areas=["CD63", "CD74"]).provinces == ["CD63", "CD74"]
