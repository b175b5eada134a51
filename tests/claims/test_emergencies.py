"""Withdrawn at once by one person: gone at the next request, known by whom it was seen, back by two alone."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone, translation

from access.audit import record
from access.models import AuditEntry
from access.reach import SYSTEM
from accounts.models import Grant, Person
from claims import services
from claims.exposure import exposure_of
from claims.models import Claim, Emergency
from lib.problems import Fault, Problem
from tests import factories

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def no_second_factor(settings: Any) -> None:
    settings.FILON_SECOND_FACTOR = False


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


@pytest.fixture
def seen_site() -> Claim:
    return factories.released_claim(sensitivity="MODERATE", armed_presence="ABSENT")


def everywhere(browser: Client, code: str) -> str:
    """What a reader gets of the map, its list, the interface and the file."""
    page = browser.get("/map/").text
    base = page.split('data-base-url="')[1].split('"')[0] if 'data-base-url="' in page else ""
    doors = [base, "/map/state.json", "/map/claims.json", "/api/places/", "/api/claims/observations/"]
    doors += ["/api/places.geojson", "/exports/places.csv"]
    told = ""
    for door in filter(None, doors):
        answer = browser.get(door)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        told += body.decode("utf-8", "replace")
    return told + str(browser.get(f"/sites/{code}/").status_code)


def test_a_site_goes_from_every_door_at_the_next_request_and_comes_back_by_two(
    seen_site: Claim, esther: Any, furaha: Any, celine: Any, daudi: Any, client_of: Browser
) -> None:
    place = seen_site.place
    assert place is not None and place.code
    browsers = [client_of(celine), client_of(daudi)]
    for browser in browsers:
        assert place.code in everywhere(browser, place.code) and place.name in everywhere(browser, place.code)
    made = services.withdraw_place_at_once(place, reason="Men ask who spoke", by=esther)
    for browser in browsers:
        told = everywhere(browser, place.code)
        assert place.code not in told and place.name not in told and told.endswith("404")
    services.ask_to_undo(made, reason="They have left", by=esther)
    assert refusal(services.undo_emergency, made, by=esther) == Fault.SECOND_PERSON
    assert place.code not in everywhere(browsers[0], place.code)
    assert services.undo_emergency(made, by=furaha) == 1
    for browser in browsers:
        assert place.name in everywhere(browser, place.code)
    place.refresh_from_db()
    assert place.sensitivity == "MODERATE" and Claim.objects.get().review_status == "PUBLISHED"
    assert refusal(services.undo_emergency, made, by=furaha) == Fault.STALE


def test_one_claim_goes_with_what_was_released_to_one_body_and_even_from_a_grant(
    seen_site: Claim, esther: Any, furaha: Any, celine: Any, daudi: Any
) -> None:
    Claim.objects.filter(pk=seen_site.pk).update(released_to=[daudi.institution_id])
    now = timezone.now()
    Grant.objects.create(
        person=celine, records=[seen_site.pk], highest_class="SEVERE", reason="to compare", asked_by=esther,
        approved_by=furaha, approved_at=now, expires_at=now + timezone.timedelta(days=3),
    )  # fmt: skip
    assert Claim.objects.permitted(celine).exists()
    celine.__dict__.pop("_reach_of_this_request", None)
    made = services.withdraw_claim_at_once(seen_site, reason="Danger", by=esther)
    assert not Claim.objects.permitted(celine).exists() and not Claim.objects.permitted(daudi).exists()
    services.ask_to_undo(made, reason="Over", by=furaha)
    assert refusal(services.ask_to_undo, made, reason="Again", by=esther) == Fault.STALE
    services.undo_emergency(made, by=esther)
    assert Claim.objects.get().released_to == []


def test_what_was_said_again_meanwhile_stays_away(esther: Any, furaha: Any) -> None:
    said = {"entry_id": uuid4(), "content_hash": "a"}
    first = factories.released_claim(**said)
    made = services.withdraw_claim_at_once(first, reason="Danger", by=esther)
    factories.submitted_claim(**said)
    services.ask_to_undo(made, reason="Over", by=esther)
    assert services.undo_emergency(made, by=furaha) == 0
    assert Claim.objects.get(pk=first.pk).review_status == "RETIRED"


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_nobody_else_withdraws(request: Any, seen_site: Claim, name: str) -> None:
    person = request.getfixturevalue(name)
    steps = ((services.withdraw_claim_at_once, seen_site), (services.withdraw_place_at_once, seen_site.place))
    for step, row in steps:
        assert refusal(step, row, reason="No", by=person) in (Fault.FORBIDDEN, Fault.NOT_FOUND)
    assert not Emergency.objects.exists() and Claim.objects.get().review_status == "PUBLISHED"


def test_a_reason_is_asked_and_stands_in_no_trail(seen_site: Claim, esther: Any) -> None:
    assert refusal(services.withdraw_claim_at_once, seen_site, reason=" ", by=esther) == Fault.REASON_MISSING
    services.withdraw_claim_at_once(seen_site, reason="zqx danger", by=esther)
    assert not AuditEntry.objects.filter(details__icontains="zqx").exists()


def test_who_saw_it_who_took_files_and_who_could_have_are_listed(
    esther: Any, celine: Any, daudi: Any, habiba: Any, bahati: Any
) -> None:
    row = factories.released_claim(sensitivity="HIGH", armed_presence="ABSENT")
    for person in (celine, daudi, habiba, bahati):
        Person.objects.filter(pk=person.pk).update(last_visit=timezone.now())
    record("claim.read", Claim(pk=row.pk), by=celine)
    record("export.end", Claim, by=celine, rows=3)
    record("export.end", Claim, by=habiba, rows=3)
    record("paper.end", Claim, by=daudi, bytes=3)
    made = services.withdraw_claim_at_once(row, reason="Danger", by=esther)
    with translation.override("en"):
        told = {one.person.pk: one for one in exposure_of(made)}
    assert set(told) == {celine.pk, daudi.pk}
    assert len(told[celine.pk].seen) == 1 and [file for _at, file in told[celine.pk].taken] == ["file, 3 rows"]
    assert told[daudi.pk].seen == [] and told[daudi.pk].could_read
    assert [file for _at, file in told[daudi.pk].taken] == ["paper (PDF or Word)"]


def test_a_draft_was_seen_by_nobody_outside_its_room(esther: Any, celine: Any, amina: Any) -> None:
    workshop = amina.memberships.get(workshop__isnull=False).workshop
    row = factories.observation(review_status="DRAFT", workshop=workshop)
    Person.objects.filter(pk__in=[celine.pk, amina.pk]).update(last_visit=timezone.now())
    Claim.objects.filter(pk=row.pk).update(verified_at=timezone.now())
    made = services.withdraw_claim_at_once(row, reason="Danger", by=esther)
    assert [one.person.pk for one in exposure_of(made)] == [amina.pk]


def test_the_screens(seen_site: Claim, esther: Any, furaha: Any, celine: Any, client_of: Browser) -> None:
    browser, place = client_of(esther), seen_site.place
    assert place is not None
    address = f"/review/places/{place.pk}/withdrawal/"
    assert address in browser.get(f"/sites/{place.code}/").text
    assert address not in client_of(celine).get(f"/sites/{place.code}/").text
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"reason": ""}).status_code == 200
    page = browser.post(address, {"reason": "Danger"}, follow=True)
    assert page.status_code == 200 and place.name in page.text
    made = Emergency.objects.get()
    assert client_of(celine).get(f"/review/emergencies/{made.pk}/").status_code == 404
    assert browser.post(f"/review/emergencies/{made.pk}/request/", {"reason": "Over"}).status_code == 302
    assert browser.post(f"/review/emergencies/{made.pk}/undoing/").status_code == 409
    assert client_of(furaha).post(f"/review/emergencies/{made.pk}/undoing/").status_code == 302
    assert browser.get("/review/emergencies/").status_code == 200
    assert AuditEntry.objects.filter(verb="emergency.read").exists()


def test_the_system_leaves_no_person_behind(seen_site: Claim) -> None:
    assert services.withdraw_claim_at_once(seen_site, reason="Danger", by=SYSTEM).by is None
