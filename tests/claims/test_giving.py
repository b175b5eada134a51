"""What a ministry gives: it arrives as submitted, its own people follow it, nobody else hears of it before release."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from accounts.models import Person
from claims import services
from claims.models import Approval, Attachment, Claim, PlaceState, Qualification
from lib.problems import Fault, Problem
from tests import factories

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | None], Client]
PDF = b"%PDF-1.4 invented act"
DECREE = "Invented act no. 12"


@pytest.fixture(autouse=True)
def no_second_factor(settings: Any) -> None:
    settings.FILON_SECOND_FACTOR = False


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def given(place: Any, by: Any, **more: Any) -> Qualification:
    fields: dict[str, Any] = {"status": "GREEN", "decree": DECREE, "decided_on": timezone.localdate()}
    return services.submit_qualification(place, by=by, **fields | more)


def test_a_qualification_arrives_as_submitted_and_is_followed_by_its_institution_alone(
    daudi: Any, habiba: Any, celine: Any, esther: Any, client_of: Browser
) -> None:
    place = factories.place()
    row = given(place, daudi, scan=PDF)
    assert (row.review_status, row.sensitivity, row.given_by) == ("SUBMITTED", "MODERATE", daudi.institution_id)
    followers = [who for who in (daudi, habiba, celine) if Claim.objects.permitted(who, "follow").exists()]
    assert followers == [daudi]
    assert not Claim.objects.permitted(daudi).exists() and not PlaceState.objects.exclude(qualification="").exists()
    page = client_of(daudi).get("/given/").text
    assert DECREE in page and place.name in page
    assert DECREE in client_of(esther).get(f"/review/{row.pk}/").text
    for who in (celine, daudi):
        assert DECREE not in client_of(who).get(f"/sites/{place.code}/").text


def test_two_people_release_it_and_it_stands_on_the_sheet(
    daudi: Any, esther: Any, furaha: Any, client_of: Browser, settings: Any
) -> None:
    settings.RELEASE_DELAY_DAYS = 0
    place = factories.place()
    claim = Claim.objects.get(pk=given(place, daudi).pk)
    services.verify_claims(claim, by=esther)
    answers = services.Answers(speaker=False, single_source=False, attack=False, reply=True)
    services.release_claims(claim, answers, by=furaha)
    assert DECREE in client_of(daudi).get(f"/sites/{place.code}/").text
    browser = client_of(daudi)
    Person.objects.filter(pk=daudi.pk).update(previous_visit=timezone.now() - timedelta(days=1))
    assert '<span class="count">2</span>' in browser.get("/given/").text


def test_one_act_is_one_source_however_many_sites_it_names(daudi: Any) -> None:
    first, second = given(factories.place(), daudi), given(factories.place(), daudi)
    assert first.source_id == second.source_id


def test_what_is_not_possible_is_refused(daudi: Any, celine: Any, esther: Any) -> None:
    place, tomorrow = factories.place(), timezone.localdate() + timedelta(days=1)
    assert refusal(given, place, daudi, status="EXPIRED") == Fault.NOT_VALID
    assert refusal(given, place, daudi, decided_on=tomorrow) == Fault.NOT_VALID
    assert refusal(given, place, daudi, decree=" ") == Fault.NOT_VALID
    assert refusal(given, place, daudi, scan=b"MZ not a scan") == Fault.NOT_VALID
    assert refusal(given, factories.place("Maniema"), daudi) == Fault.NOT_FOUND
    assert refusal(given, place, celine) == Fault.FORBIDDEN
    assert refusal(given, place, esther) == Fault.FORBIDDEN
    assert not Qualification.objects.exists() and not Attachment.objects.exists()


def test_the_form_takes_a_scan_that_only_the_secretariat_opens(
    daudi: Any, celine: Any, esther: Any, client_of: Browser
) -> None:
    place = factories.place()
    address = f"/qualifications/new/?place={place.code}"
    assert f'value="{place.pk}" selected' in client_of(daudi).get(address).text
    assert client_of(celine).get(address).status_code == 404
    sent = {"place": place.pk, "status": "GREEN", "decree": DECREE, "decided_on": timezone.localdate().isoformat()}
    scan = SimpleUploadedFile("act.pdf", PDF, content_type="application/pdf")
    assert client_of(daudi).post(address, {**sent, "scan": scan}).status_code == 302
    key = Attachment.objects.get().pk
    opened = client_of(esther).get(f"/attachments/{key}/")
    assert b"".join(opened.streaming_content) == PDF  # type: ignore[attr-defined]
    assert opened["Content-Disposition"].startswith("attachment")
    assert AuditEntry.objects.filter(verb="attachment.read", row=key).exists()
    for who in (daudi, celine):
        assert client_of(who).get(f"/attachments/{key}/").status_code == 404


def test_a_qualification_sent_back_shows_its_reason_to_who_gave_it(daudi: Any, esther: Any, client_of: Browser) -> None:
    claim = Claim.objects.get(pk=given(factories.place(), daudi).pk)
    services.send_back_claims(claim, reason="The act names another site", by=esther)
    assert "The act names another site" in client_of(daudi).get("/given/").text


def approve(by: Any, **more: Any) -> Approval:
    fields: dict[str, Any] = {"name": "Invented cooperative", "category": "COOPERATIVE", "number": "A 1"}
    return services.give_approval(by=by, **fields | {"valid_from": timezone.localdate()} | more)


def test_an_approved_actor_is_read_by_others_once_taken(
    daudi: Any, habiba: Any, celine: Any, amina: Any, esther: Any
) -> None:
    row = approve(daudi)
    assert row.provinces == ["CD74"]
    readers = (daudi, habiba, celine, amina, esther)
    assert [who for who in readers if Approval.objects.permitted(who).exists()] == [daudi, esther]
    assert refusal(approve, daudi) == Fault.CONFLICT
    services.answer_approval(row, taken=True, answer="", by=esther)
    assert [who for who in readers if Approval.objects.permitted(who).exists()] == [daudi, celine, esther]
    assert refusal(services.answer_approval, row, taken=False, answer="No", by=esther) == Fault.STALE


def test_an_approval_given_back_has_a_reason_and_may_come_again(daudi: Any, esther: Any, client_of: Browser) -> None:
    row = approve(daudi)
    assert refusal(services.answer_approval, row, taken=False, answer=" ", by=esther) == Fault.REASON_MISSING
    address = f"/approvals/{row.pk}/answer/"
    assert client_of(daudi).post(address, {"taken": "yes"}).status_code == 403
    assert client_of(esther).post(address, {"taken": "no", "answer": "No act of that number"}).status_code == 302
    assert "No act of that number" in client_of(daudi).get("/approvals/").text
    approve(daudi)


def test_what_nobody_approves_is_refused(daudi: Any, celine: Any) -> None:
    today = timezone.localdate()
    assert refusal(approve, daudi, category="AG_LOCAL") == Fault.NOT_VALID
    assert refusal(approve, daudi, valid_until=today - timedelta(days=1)) == Fault.NOT_VALID
    assert refusal(approve, celine) == Fault.FORBIDDEN


def test_the_list_says_what_has_lapsed(daudi: Any, esther: Any, celine: Any, client_of: Browser) -> None:
    day = timezone.localdate() - timedelta(days=400)
    sent = {"name": "Old trader", "category": "TRADER", "number": "B 2", "valid_from": day.isoformat()}
    browser = client_of(daudi)
    assert (
        browser.post("/approvals/", {**sent, "valid_until": (day + timedelta(days=365)).isoformat()}).status_code == 302
    )
    services.answer_approval(Approval.objects.get(), taken=True, answer="", by=esther)
    page = client_of(celine).get("/approvals/").text
    assert "Old trader" in page and "is-late" in page
    assert client_of(celine).post("/approvals/", sent).status_code == 403


def test_the_sheet_shows_a_ministry_its_request_and_the_answer_and_nobody_else(
    daudi: Any, esther: Any, celine: Any, client_of: Browser
) -> None:
    row = factories.released_claim(sensitivity="MODERATE", armed_presence="ABSENT")
    asked = services.request_correction(row, text="zqx closed in May", by=daudi)
    place = row.place
    assert place is not None
    sheet = f"/sites/{place.code}/"
    assert client_of(daudi).get(sheet).text.count("replied") == client_of(esther).get(sheet).text.count("replied") == 1
    assert "replied" not in client_of(celine).get(sheet).text
    services.answer_correction(asked, accepted=False, answer="A visit saw it open", by=esther)
    assert "A visit saw it open" in client_of(daudi).get("/given/").text
    assert "zqx" in client_of(daudi).get("/given/").text


def test_what_was_withdrawn_since_is_not_told_again(daudi: Any, esther: Any, client_of: Browser) -> None:
    row = factories.released_claim(sensitivity="MODERATE", armed_presence="ABSENT")
    services.request_correction(row, text="It closed", by=daudi)
    services.withdraw_place_at_once(row.place, reason="Danger", by=esther)
    page = client_of(daudi).get("/given/").text
    assert "It closed" in page and row.place.name not in page
