"""The sheet of a place and the map's panel say what the reader may know, and nothing of the rest."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from access.reach import reach_of
from accounts.models import Person
from claims.codes import ReviewStatus
from claims.models import Reply
from claims.state import refresh_states
from mapping.dictionaries import actors
from mapping.matching import View, matching_places
from sites.codes import PlaceStatus
from tests import factories as make

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | None], Client]
QUERY_CEILING = 60
MADE_UP = re.compile(r"<script.*?</script>|<svg.*?</svg>|<[^>]*>|Test \w+ \d+", re.DOTALL)
"""What may hold any figure by chance: addresses with keys, and the numbered names that the factories give."""


def page(client_of: Browser, person: Person, address: str) -> str:
    answer = client_of(person).get(address)
    assert answer.status_code == 200, answer.content.decode()[:500]
    return answer.content.decode()


def words(client_of: Browser, person: Person, address: str) -> set[str]:
    """The words and figures that a person reads on a page, each whole."""
    return set(re.findall(r"\w+", MADE_UP.sub(" ", page(client_of, person, address))))


def rich_place() -> Any:
    """A place of which every kind of claim is released in class C2 by a source that also names a local armed group."""
    place = make.place(name="Planted heading", aliases=["Planted alias"])
    source = make.source()
    seen: dict[str, Any] = {"place": place, "source": source}
    make.observation(armed_presence="PRESENT_INT", workers_low=350, workers_high=400, **seen)
    make.involvement(levy_low=512, levy_high=512, levy_unit="CDF", **seen)
    make.leg(to_text="Planted selling point", volume_low=137, **seen)
    make.benefit(beneficiary=make.actor(name="Planted company", sensitivity="SEVERE"), **seen)
    make.qualification(place=place, status="YELLOW", decided_on=date(2023, 3, 1))
    make.incident(**seen)
    refresh_states([place.pk])
    return place


def test_a_ministry_reads_categories_and_bands_where_an_analyst_reads_names_and_figures(
    daudi: Person, celine: Person, client_of: Browser
) -> None:
    place = rich_place()
    group = place.claims.get(kind="INVOLVEMENT").involvement.actor.name
    address = f"/sites/{place.code}/"
    ministry, analyst = page(client_of, daudi, address), page(client_of, celine, address)
    assert "Planted heading" in ministry and "Planted alias" in ministry
    assert group not in ministry and group in analyst
    assert not {"512", "137"} & words(client_of, daudi, address)
    assert {"512", "137"} <= words(client_of, celine, address)
    assert "Planted company" not in ministry and "Planted company" not in analyst


def test_the_secretariat_reads_a_named_beneficiary_and_leaves_a_trace(esther: Person, client_of: Browser) -> None:
    place = rich_place()
    assert "Planted company" in page(client_of, esther, f"/sites/{place.code}/")
    entry = AuditEntry.objects.get(verb="read.severe")
    assert entry.row == place.pk and entry.person == esther.pk and "Planted" not in str(entry.details)


def test_an_analyst_leaves_no_trace_of_reading_what_is_not_severe(celine: Person, client_of: Browser) -> None:
    place = rich_place()
    page(client_of, celine, f"/sites/{place.code}/")
    assert not AuditEntry.objects.filter(verb="read.severe").exists()


@pytest.mark.parametrize("form", ["/sites/{}/", "/map/places/{}/panel/"])
def test_a_facilitator_elsewhere_reads_nothing_of_class_c2(bahati: Person, client_of: Browser, form: str) -> None:
    place = make.place("Maniema", name="Planted heading")
    make.involvement(place=place, actor=make.actor(name="Planted group"))
    text = page(client_of, bahati, form.format(place.code))
    assert "Planted heading" in text and "Planted group" not in text


@pytest.mark.parametrize("form", ["/sites/{}/", "/map/places/{}/panel/"])
def test_a_place_out_of_scope_proposed_or_unknown_is_404(
    habiba: Person, celine: Person, client_of: Browser, form: str
) -> None:
    hidden, proposed = make.place("Tanganyika"), make.proposed_place()
    for person, key in ((habiba, hidden.code), (celine, proposed.pk), (celine, "ZZZZZZ"), (celine, "not-a-code")):
        assert client_of(person).get(form.format(key)).status_code == 404


@pytest.mark.parametrize("form", ["/sites/{}/", "/map/places/{}/panel/"])
def test_an_administrator_reads_no_place(gaspard: Person, client_of: Browser, form: str) -> None:
    assert client_of(gaspard).get(form.format(make.place().code)).status_code == 404


@pytest.mark.parametrize("form", ["/sites/{}/", "/map/places/{}/panel/"])
def test_a_place_is_not_written_to_here(esther: Person, client_of: Browser, form: str) -> None:
    assert client_of(esther).post(form.format(make.place().code)).status_code == 405


def test_the_code_of_a_merged_place_leads_to_where_it_lives_on(celine: Person, client_of: Browser) -> None:
    into = make.place()
    old = make.place(status=PlaceStatus.MERGED, merged_into=into)
    answer = client_of(celine).get(f"/sites/{old.code}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/sites/{into.code}/")


def test_the_secretariat_opens_a_proposed_place_by_its_key(esther: Person, client_of: Browser) -> None:
    place = make.proposed_place(name="Planted proposal")
    assert "Planted proposal" in page(client_of, esther, f"/sites/{place.pk}/")


def test_two_answers_that_contradict_stand_side_by_side(celine: Person, client_of: Browser) -> None:
    place = make.place()
    make.observation(place=place, armed_presence="PRESENT_INT")
    make.observation(place=place, armed_presence="ABSENT")
    refresh_states([place.pk])
    assert 'class="pair"' in page(client_of, celine, f"/sites/{place.code}/")
    assert 'class="said"' in page(client_of, celine, f"/map/places/{place.code}/panel/")


def test_the_sheet_of_an_earlier_day_leaves_out_what_was_not_known_yet(celine: Person, client_of: Browser) -> None:
    place = make.place()
    make.observation(place=place, stated_on=date(2014, 5, 6), workers_low=711)
    make.observation(place=place, stated_on=date(2024, 5, 6), workers_low=822)
    refresh_states([place.pk])
    earlier = words(client_of, celine, f"/sites/{place.code}/?on=2020-01-01")
    assert "711" in earlier and "822" not in earlier
    assert "822" in words(client_of, celine, f"/sites/{place.code}/")


@pytest.mark.parametrize("day", ["2024-13-01", "yesterday", "20240101", "0001-01-01"])
def test_a_day_that_cannot_be_read_is_refused_by_name(celine: Person, client_of: Browser, day: str) -> None:
    answer = client_of(celine).get(f"/sites/{make.place().code}/?on={day}")
    assert answer.status_code == 400 and "«\u202fon\u202f»" in answer.content.decode()


def test_readers_get_the_cleared_words_of_a_reply_and_its_institution_its_own(
    daudi: Person, celine: Person, client_of: Browser
) -> None:
    claim = make.released_claim()
    Reply.objects.create(
        claim=claim,
        institution=daudi.institution,
        text="Planted raw reply",
        by=daudi,
        cleared_text="Planted cleared reply",
        cleared_at=timezone.now(),
    )
    own, other = (page(client_of, person, f"/sites/{claim.place.code}/") for person in (daudi, celine))
    assert "Planted raw reply" in own
    assert "Planted cleared reply" in other and "Planted raw reply" not in other


def test_only_the_secretariat_sees_a_submitted_claim(esther: Person, celine: Person, client_of: Browser) -> None:
    place = make.place()
    make.observation(place=place, review_status=ReviewStatus.SUBMITTED, workers_low=933)
    assert "933" in words(client_of, esther, f"/sites/{place.code}/")
    assert "933" not in words(client_of, celine, f"/sites/{place.code}/")


def test_a_ministry_may_ask_for_a_rectification_of_what_is_released_to_it(
    daudi: Person, celine: Person, client_of: Browser
) -> None:
    claim = make.released_claim(sensitivity="MODERATE")
    asked = f"/claims/{claim.pk}/correction/"
    assert asked in page(client_of, daudi, f"/sites/{claim.place.code}/")
    assert asked not in page(client_of, celine, f"/sites/{claim.place.code}/")


def test_the_secretariat_goes_from_the_sheet_to_the_claim(esther: Person, celine: Person, client_of: Browser) -> None:
    claim = make.released_claim()
    opened = f"/review/{claim.pk}/"
    assert opened in page(client_of, esther, f"/sites/{claim.place.code}/")
    assert opened not in page(client_of, celine, f"/sites/{claim.place.code}/")


def test_when_it_was_so_is_told_as_exactly_as_the_reader_may_know(
    daudi: Person, celine: Person, client_of: Browser
) -> None:
    period = {"observed_from": date(2023, 5, 17), "observed_until": date(2023, 8, 2)}
    claim = make.released_claim(sensitivity="MODERATE", armed_presence="ABSENT", **period)
    ministry, analyst = (page(client_of, person, f"/sites/{claim.place.code}/") for person in (daudi, celine))
    assert "05/2023 à 08/2023" in ministry and "17/05/2023" not in ministry
    assert "17/05/2023 à 02/08/2023" in analyst


@pytest.mark.parametrize("form", ["/sites/%s/", "/map/places/%s/panel/"])
def test_what_a_room_said_was_an_error_names_nobody_and_what_ended_says_so(
    celine: Person, client_of: Browser, form: str
) -> None:
    place, source = make.place(), make.source()
    wrong, ended = make.actor(name="Group named in error"), make.actor(name="Group that left")
    seen: dict[str, Any] = {"place": place, "source": source}
    make.involvement(actor=wrong, modes=[], since_last_round="WRONG", **seen)
    make.involvement(actor=ended, since_last_round="ENDED", **seen)
    make.leg(to_text="Stop named in error", since_last_round="WRONG", **seen)
    refresh_states([place.pk])
    text = page(client_of, celine, form % place.code)
    assert "Group named in error" not in text and "Stop named in error" not in text
    assert "Group that left" in text and "n’est plus le cas" in text
    chosen = View(filters={"actor": (str(wrong.pk),)})
    reach = reach_of(celine)
    assert not matching_places(reach, chosen, date.today()).exists()
    assert str(wrong.pk) not in dict(actors(reach)) and str(ended.pk) in dict(actors(reach))
    assert matching_places(reach, View(filters={"actor": (str(ended.pk),)}), date.today()).exists()


def test_open_data_show_their_licence(daudi: Person, client_of: Browser) -> None:
    claim = make.released_claim(source=make.open_source(licence="Planted licence"), sensitivity="MODERATE")
    assert "Planted licence" in page(client_of, daudi, f"/sites/{claim.place.code}/")


@pytest.mark.parametrize("form", ["/sites/{}/", "/map/places/{}/panel/"])
def test_a_place_with_many_claims_costs_no_more_queries(
    celine: Person, client_of: Browser, django_assert_max_num_queries: Any, form: str
) -> None:
    place = rich_place()
    for _ in range(15):
        make.observation(place=place)
        make.involvement(place=place)
    browser = client_of(celine)
    with django_assert_max_num_queries(QUERY_CEILING):
        browser.get(form.format(place.code))
