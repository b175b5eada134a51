"""The history on a place's sheet: differences for the secretariat, what became of readable claims for the rest."""

from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from access.models import AuditEntry
from access.reach import reach_of
from claims import services
from claims.codes import ReviewStatus
from claims.models import Claim, Observation
from mapping.history import history_of
from sites.services import amend_place, lower_place_class
from tests import factories as make

pytestmark = pytest.mark.django_db
RELEASED = "Diffusé (utilisateurs habilités)"


def told(person: Any, place: Any) -> list[tuple[str, str, int]]:
    return [(entry.what, entry.about, entry.number) for entry in history_of(place, reach_of(person))]


def test_the_secretariat_reads_what_stood_before_and_after_from_the_first_change_on(esther: Any) -> None:
    place = make.place(name="First name", sensitivity="HIGH")
    seen = make.observation(place=place, armed_presence="ABSENT", workers_high=40)
    amend_place(place, name="Second name", by=esther)
    amend_place(place, name="Third name", by=esther)
    lower_place_class(place, "MODERATE", reason="It is on the official list.", by=esther)
    Observation.objects.filter(pk=seen.pk).update(armed_presence="PRESENT_INT", workers_high=60)
    entries = history_of(place, reach_of(esther))
    lines = [line for entry in entries for line in entry.lines]
    assert ("Nom", "First name", "Second name") in lines and ("Nom", "Second name", "Third name") in lines
    assert any(line[1:] == ("40", "60") for line in lines)
    assert any(entry.about == "It is on the official list." for entry in entries)
    assert [entry.at for entry in entries] == sorted((entry.at for entry in entries), reverse=True)
    assert AuditEntry.objects.filter(verb="read.history", person=esther.pk, row=place.pk).count() == 1


def test_readers_are_told_release_and_contestation_of_what_they_read_by_day(
    esther: Any, furaha: Any, daudi: Any, celine: Any
) -> None:
    place = make.place()
    for _ in range(2):
        make.released_claim(place=place, sensitivity="MODERATE")
    make.released_claim(place=place, sensitivity="SEVERE")
    make.observation(place=place, review_status="DRAFT", sensitivity="MODERATE")
    contested = Claim.objects.filter(place=place, sensitivity="MODERATE", review_status="PUBLISHED")[0]
    make.leg(place=place, review_status="VERIFIED", sensitivity="MODERATE")
    released = (RELEASED, "Observation", 2)
    assert told(daudi, place) == told(celine, place) == [released]
    services.contest_claims(Claim.objects.filter(pk=contested.pk), reason="Secret reason", by=esther)
    assert sorted(told(daudi, place)) == sorted([released, (str(ReviewStatus.CONTESTED.label), "Observation", 1)])
    assert "Secret reason" not in str(told(daudi, place)) and "Esther" not in str(told(celine, place))


def test_what_a_reader_may_not_read_changes_nothing_in_that_reader_s_history(esther: Any, daudi: Any) -> None:
    place = make.place(name="First name")
    make.released_claim(place=place, sensitivity="MODERATE")
    hidden = make.released_claim(place=place, sensitivity="SEVERE")
    before = told(daudi, place)
    services.withdraw_claims(Claim.objects.filter(pk=hidden.pk), reason="Danger", by=esther)
    amend_place(place, aliases=["Another name"], by=esther)
    Claim.objects.filter(pk=hidden.pk).update(published_at=timezone.now())
    assert told(daudi, place) == before
    assert not AuditEntry.objects.filter(verb="read.history").exists()


def test_a_facilitator_reads_that_a_statement_of_the_own_room_was_taken_back(esther: Any, amina: Any) -> None:
    workshop = reach_of(amina).workshops[0]
    place = make.place()
    said = make.released_claim(place=place, workshop=workshop)
    services.withdraw_claims(Claim.objects.filter(pk=said.pk), reason="Danger", by=esther)
    assert {what for what, _about, _number in told(amina, place)} == {RELEASED, str(ReviewStatus.RETIRED.label)}


def test_an_earlier_row_is_kept_as_it_was_before_the_change() -> None:
    place = make.place(name="First name")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sites_place SET name = 'Second name' WHERE id = %s", [place.pk])
        cursor.execute("SELECT name FROM sites_placeevent WHERE pgh_obj_id = %s", [place.pk])
        assert cursor.fetchall() == [("First name",)]
