"""Cases in which such systems have leaked: each must hold by itself."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from access.reach import Reach, reach_of
from accounts.models import Grant
from accounts.reach import forget_reach
from claims.disclosed import disclosed
from claims.models import Benefit, ChainLeg, Claim, Observation, PlaceState
from claims.state import refresh_states
from lib.problems import Fault, Problem
from mapping.layers import base_layer, claims_layer, state_layer
from mapping.placing import map_places
from mapping.reading import place_at
from sites.models import Actor, Place
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


def layers(person: Any) -> tuple[str, str, str]:
    """The three layers as a person gets them."""
    reach = reach_of(person)
    base, digest = base_layer(reach)
    return base, state_layer(reach, digest, TODAY), claims_layer(reach, digest, TODAY)


def reads(person: Any, claim: Claim) -> bool:
    return Claim.objects.permitted(person).filter(pk=claim.pk).exists()


def test_a_claim_without_province_is_read_only_by_who_reads_the_whole_country(
    amina: Any, daudi: Any, celine: Any, esther: Any
) -> None:
    nowhere = factories.observation(place=None, sensitivity="MODERATE", armed_presence="ABSENT")
    assert nowhere.provinces == ["XU"]
    assert [reads(person, nowhere) for person in (amina, daudi, celine, esther)] == [False, False, True, True]


def test_presence_without_a_named_actor_does_not_reach_a_ministry(daudi: Any, celine: Any) -> None:
    unnamed = factories.observation(armed_presence="PRESENT_INT")
    assert (reads(daudi, unnamed), reads(celine, unnamed)) == (False, True)


def test_presence_of_a_named_group_reaches_a_ministry_and_of_the_army_beside_it_does_not(daudi: Any) -> None:
    seen = factories.observation(armed_presence="PRESENT_INT")
    factories.involvement(source=seen.source, place=seen.place)
    assert reads(daudi, seen)
    army = factories.actor(category="STATE_ARMED")
    factories.involvement(source=seen.source, place=seen.place, actor=army)
    assert not reads(daudi, seen)


def test_withheld_and_no_data_are_the_same_bytes_below_the_secretariat(
    amina: Any, daudi: Any, celine: Any, esther: Any
) -> None:
    said = factories.observation(armed_presence="WITHHELD", children="WITHHELD", sensitivity="MODERATE")
    refresh_states([said.place_id])
    readers = (amina, daudi, celine, esther)
    before = [layers(person) for person in readers]
    Observation.objects.filter(pk=said.pk).update(armed_presence="NO_DATA", children="NO_DATA")
    refresh_states([said.place_id])
    after = [layers(person) for person in readers]
    assert before[:3] == after[:3]
    assert before[3] != after[3]


def test_a_place_known_only_through_unreadable_claims_is_nowhere(daudi: Any, celine: Any) -> None:
    hidden = factories.place(sensitivity="HIGH")
    before = layers(daudi)
    factories.observation(place=hidden, armed_presence="PRESENT_INT")
    refresh_states([hidden.pk])
    assert layers(daudi) == before
    assert not map_places(reach_of(daudi)).filter(pk=hidden.pk).exists()
    assert map_places(reach_of(celine)).filter(pk=hidden.pk).exists()
    with pytest.raises(Problem) as refused:
        place_at(daudi, str(hidden.code))
    assert refused.value.fault == Fault.NOT_FOUND


def test_an_accepted_place_of_class_c1_without_readable_claims_is_drawn_without_information(daudi: Any) -> None:
    shown = factories.place()
    factories.observation(place=shown, armed_presence="PRESENT_INT")
    refresh_states([shown.pk])
    assert map_places(reach_of(daudi)).filter(pk=shown.pk).exists()
    drawn = PlaceState.objects.filter(place=shown, audience="ministry").values_list("presence", flat=True)
    assert set(drawn) <= {"NO_DATA"}


def test_an_actor_known_only_as_a_beneficiary_stands_in_no_list(celine: Any, daudi: Any, esther: Any) -> None:
    who = factories.actor(sensitivity="SEVERE", category="TRADER", name="A person of rank")
    gain = factories.benefit(beneficiary=who)
    for person in (celine, daudi):
        assert not Actor.objects.permitted(person).filter(pk=who.pk).exists()
        rows = list(disclosed(Benefit.objects.filter(pk=gain.pk), reach_of(person)))
        assert "A person of rank" not in str(rows)
        assert rows[0]["beneficiary_type"] == "LOCAL_TRADER"
    assert "A person of rank" in str(list(disclosed(Benefit.objects.all(), reach_of(esther))))


def test_the_far_end_of_a_leg_out_of_scope_is_its_province_alone(daudi: Any, celine: Any) -> None:
    away = factories.place("Maniema", name="Far place")
    factories.leg(to_place=away, to_text="", sensitivity="MODERATE")
    told = next(iter(disclosed(ChainLeg.objects.permitted(daudi), reach_of(daudi))))
    assert (told["to"], told["to_place"], told["to_provinces"]) == ("", None, ["CD63"])
    assert "Far place" not in str(layers(daudi))
    assert next(iter(disclosed(ChainLeg.objects.permitted(celine), reach_of(celine))))["to"] == "Far place"


def test_the_code_of_a_merged_place_leads_only_those_who_may_see_where_it_went(daudi: Any, habiba: Any) -> None:
    stays = factories.place("Maniema")
    gone = factories.place("Tanganyika", status="MERGED", merged_into=stays)
    assert place_at(habiba, str(gone.code)) == stays
    assert not Place.objects.permitted(daudi).filter(pk=gone.pk).exists()
    with pytest.raises(Problem):
        place_at(daudi, str(gone.code))


def test_a_granted_record_is_gone_when_its_time_is_over(celine: Any, esther: Any, furaha: Any) -> None:
    hidden = factories.observation(review_status="DRAFT")
    now = timezone.now()
    grant = Grant.objects.create(
        person=celine,
        records=[hidden.pk],
        reason="to compare",
        asked_by=esther,
        approved_by=furaha,
        approved_at=now,
        expires_at=now + timedelta(days=2),
    )
    forget_reach(celine)
    assert reads(celine, hidden)
    Grant.objects.filter(pk=grant.pk).update(asked_at=now - timedelta(days=5), expires_at=now - timedelta(seconds=1))
    forget_reach(celine)
    assert not reads(celine, hidden)


def test_who_has_no_role_reads_nothing_at_all(gaspard: Any) -> None:
    factories.observation(sensitivity="LOW", armed_presence="ABSENT")
    for reach in (reach_of(gaspard), Reach()):
        assert not Claim.objects.permitted_to(reach).exists()
        assert not Place.objects.permitted_to(reach).exists()
