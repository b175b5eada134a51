"""Screens of workshops."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Institution, Person
from tests import factories
from tests.workshops.conftest import CLEARED, RAW
from workshops.models import Recommendation, RecommendationStep, Workshop

Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def no_second_factor(settings: object) -> None:
    """The cast signs in without a second factor here."""
    settings.FILON_SECOND_FACTOR = False  # type: ignore[attr-defined]


def test_a_facilitator_sees_the_running_workshop_large(captured: Workshop, amina: Person, client_of: Browser) -> None:
    page = client_of(amina).get("/workshops/")
    assert page.status_code == 200
    assert "Workshop at the lake" in page.text and "workshop--now" in page.text
    assert reverse("workshops:workshop", args=[captured.pk]) in page.text


def test_without_workshops_the_page_says_what_will_appear(amina: Person, client_of: Browser) -> None:
    page = client_of(amina).get("/workshops/", headers={"Accept-Language": "en"})
    assert page.status_code == 200 and 'class="empty"' in page.text


def test_an_administrator_finds_nothing_and_the_anonymous_is_sent_to_the_sign_in(
    gaspard: Person, client_of: Browser
) -> None:
    assert client_of(gaspard).get("/workshops/").status_code == 404
    assert client_of(None).get("/workshops/").status_code == 302


def test_a_ministry_reads_cleared_words_and_no_name_of_the_room(
    released: Workshop, daudi: Person, client_of: Browser
) -> None:
    page = client_of(daudi).get(f"/workshops/{released.pk}/").text
    assert CLEARED in page
    for hidden in (RAW, "said in group", "Workshop at the lake", "harbour", "Group of the north", "Body A", "24/09"):
        assert hidden not in page


def test_the_room_reads_what_it_said(captured: Workshop, amina: Person, client_of: Browser) -> None:
    page = client_of(amina).get(f"/workshops/{captured.pk}/").text
    assert RAW in page and "Group of the north" in page and "Body A" in page


def test_an_outsider_gets_404_and_a_wrong_method_405(captured: Workshop, celine: Person, client_of: Browser) -> None:
    address = f"/workshops/{captured.pk}/"
    assert client_of(celine).get(address).status_code == 404
    assert client_of(celine).post(address).status_code == 405
    assert client_of(celine).post("/workshops/").status_code == 405


def test_statements_are_told_to_who_may_read_them(
    released: Workshop, celine: Person, daudi: Person, client_of: Browser
) -> None:
    source = factories.source(kind="WORKSHOP", workshop=released.pk)
    said = factories.released_claim(source=source, workshop=released.pk)
    assert said.place is not None
    assert said.place.name in client_of(celine).get(f"/workshops/{released.pk}/").text
    state = factories.released_claim(source=source, workshop=released.pk, armed_presence="PRESENT_INT")
    assert state.place is not None and state.about_state
    page = client_of(daudi).get(f"/workshops/{released.pk}/").text
    assert said.place.name in page and state.place.name not in page


def test_the_body_that_was_asked_reports_and_the_secretariat_takes_it(
    released: Workshop, daudi: Person, esther: Person, client_of: Browser
) -> None:
    Recommendation.objects.update(addressed_to=daudi.institution)
    recommendation = Recommendation.objects.get()
    address = f"/recommendations/{recommendation.pk}/status/"
    assert client_of(daudi).get(address).status_code == 200
    sent = {"status": "ONGOING", "evidence": "A note of the invented office"}
    assert client_of(daudi).post(address, sent).status_code == 302
    assert client_of(daudi).post(address, sent).status_code == 409
    recommendation.refresh_from_db()
    assert recommendation.status == "PROPOSED"
    step = RecommendationStep.objects.get()
    taking = f"/recommendations/steps/{step.pk}/acceptance/"
    assert client_of(daudi).post(taking).status_code == 403
    assert client_of(esther).post(taking).status_code == 302
    recommendation.refresh_from_db()
    assert recommendation.status == "ONGOING"


def test_whoever_was_not_asked_cannot_report(
    released: Workshop, celine: Person, daudi: Person, habiba: Person, client_of: Browser
) -> None:
    Recommendation.objects.update(addressed_to=Institution.objects.get(pk=daudi.institution_id))
    address = f"/recommendations/{Recommendation.objects.get().pk}/status/"
    assert client_of(celine).get(address).status_code == 403
    assert client_of(habiba).get(address).status_code == 404
    assert client_of(daudi).post(address, {"status": "DONE", "evidence": ""}).status_code == 200


def test_the_list_asks_the_database_a_bounded_number_of_times(
    released: Workshop, running: Workshop, esther: Person, client_of: Browser, django_assert_max_num_queries: object
) -> None:
    browser = client_of(esther)
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        assert browser.get("/workshops/").status_code == 200
