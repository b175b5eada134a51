"""What is about the state reaches a ministry as a number of three sites and two sources on, and in no other way."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from access.reach import reach_of
from claims import services
from claims.state_counts import Cell, state_counts
from tests import factories

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2024, 6, 30), date(2024, 7, 1)


def said(territoire: str, day: date = FIRST, province: str = "Tanganyika", **fields: Any) -> None:
    """A released presence without a named actor: about the state."""
    site = fields.pop("place", None) or factories.place(province, declared_territoire=territoire)
    factories.observation(place=site, stated_on=day, armed_presence="PRESENT_INT", **fields)


def test_cells_begin_at_three_sites_and_two_sources(daudi: Any, habiba: Any) -> None:
    one, other = factories.source(), factories.source()
    for source in (one, one, other):
        said("Nyunzu", source=source)
    said("Nyunzu", SECOND, source=one)
    for _number in range(4):
        said("Kalemie", source=one)
    for source in (one, other):
        said("Moba", source=source)
    assert state_counts(reach_of(daudi)) == [Cell("Nyunzu", 2024, 1, 3, 3)]
    assert state_counts(reach_of(habiba)) == []


def test_one_site_said_three_times_is_one_site(daudi: Any) -> None:
    site = factories.place(declared_territoire="Nyunzu")
    for _number in range(3):
        said("Nyunzu", place=site)
    assert state_counts(reach_of(daudi)) == []


def test_rows_that_are_not_released_severe_or_released_to_the_ministry_do_not_count(daudi: Any) -> None:
    for _number in range(2):
        said("Nyunzu")
    said("Nyunzu", review_status="VERIFIED")
    said("Nyunzu", sensitivity="SEVERE")
    said("Nyunzu", released_to=[daudi.institution_id])
    assert state_counts(reach_of(daudi)) == []
    said("Nyunzu")
    assert [cell.sites for cell in state_counts(reach_of(daudi))] == [3]


def test_the_page_is_a_ministry_s_alone(client_of: Any, daudi: Any, celine: Any, esther: Any, amina: Any) -> None:
    for number in range(3):
        said("Nyunzu", place=factories.place(name=f"Zorvaquin {number}", declared_territoire="Nyunzu"))
    page = client_of(daudi).get(reverse("claims:state_counts"))
    assert page.context["cells"] == [Cell("Nyunzu", 2024, 1, 3, 3)]
    assert "Zorvaquin" not in page.content.decode() and "Nyunzu" in page.content.decode()
    for person in (celine, esther, amina):
        assert client_of(person).get(reverse("claims:state_counts")).status_code == 404


def test_a_proposal_waits_on_a_page_of_its_own_until_the_second_person_confirms(
    client_of: Any, daudi: Any, esther: Any, furaha: Any
) -> None:
    row = factories.released_claim(armed_presence="PRESENT_INT")
    services.propose_to_institution(row, daudi.institution, reason="Asked for by letter", by=esther)
    address = reverse("claims:proposals")
    for person, own in ((esther, True), (furaha, False)):
        (proposal,) = client_of(person).get(address).context["proposals"]
        assert (proposal.claim.pk, proposal.institution, proposal.own) == (row.pk, daudi.institution, own)
    services.confirm_to_institution(row, daudi.institution, by=furaha)
    assert client_of(furaha).get(address).context["proposals"] == []
