"""All of a workshop at once, and the way back for who was in the room."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from access.models import AuditEntry
from accounts.models import Person
from claims.models import Claim, Emergency, WithdrawalRequest
from claims.services import ask_to_undo, release_claims, undo_emergency
from claims.services.releasing import Answers
from claims.tasks import tell_secretariat_of_request
from lib.problems import Fault, Problem
from tests import factories
from tests.workshops.conftest import CLEARED
from workshops import services
from workshops.consent import consent_code, workshop_of
from workshops.models import Recommendation, TreeNode, Workshop

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def calm(settings: Any) -> None:
    settings.FILON_SECOND_FACTOR = False
    cache.clear()


@pytest.fixture
def recent(released: Workshop) -> Workshop:
    """The released workshop, held yesterday and today."""
    today = timezone.localdate()
    Workshop.objects.filter(pk=released.pk).update(starts_on=today - timedelta(days=1), ends_on=today)
    released.refresh_from_db()
    return released


def said(workshop: Workshop, **fields: Any) -> Claim:
    source = factories.source(kind="WORKSHOP", workshop=workshop.pk)
    return factories.released_claim(source=source, workshop=workshop.pk, **fields)


def test_all_that_a_workshop_said_goes_at_once_and_comes_back_by_two(
    released: Workshop, esther: Any, furaha: Any, celine: Any, daudi: Any, client_of: Browser
) -> None:
    row = said(released)
    for person in (celine, daudi):
        assert CLEARED in client_of(person).get(f"/workshops/{released.pk}/").text
    made = services.withdraw_workshop(released, reason="Danger", by=esther)
    for person in (celine, daudi):
        assert client_of(person).get(f"/workshops/{released.pk}/").status_code == 404
        assert not TreeNode.objects.permitted(person).exists()
        assert not Recommendation.objects.permitted(person).exists()
    assert Claim.objects.get(pk=row.pk).review_status == "RETIRED"
    ask_to_undo(made, reason="Over", by=furaha)
    undo_emergency(made, by=esther)
    assert CLEARED in client_of(celine).get(f"/workshops/{released.pk}/").text
    assert Claim.objects.get(pk=row.pk).review_status == "PUBLISHED"
    released.refresh_from_db()
    assert released.state == "RELEASED"


def test_the_page_of_the_withdrawal(released: Workshop, esther: Any, celine: Any, client_of: Browser) -> None:
    address = f"/workshops/{released.pk}/withdrawal/"
    assert client_of(celine).get(address).status_code == 403
    assert client_of(esther).get(address).status_code == 200
    assert client_of(esther).post(address, {"reason": "Danger"}).status_code == 302
    assert Emergency.objects.get().workshop == released.pk


def test_the_code_opens_for_fourteen_days_and_tells_nothing(recent: Workshop) -> None:
    today, code = timezone.localdate(), consent_code(recent.pk)
    assert workshop_of(code.lower().replace("-", " "), today) == recent
    assert workshop_of(code, today + timedelta(days=14)) == recent
    assert workshop_of(code, today + timedelta(days=15)) is None
    assert workshop_of(code[:-1], today) is None and workshop_of("", today) is None
    assert len(code.replace("-", "")) == 12


def test_somebody_without_an_account_asks_and_a_wrong_code_gets_the_same_words(
    recent: Workshop, client_of: Browser, django_capture_on_commit_callbacks: Any
) -> None:
    anybody = client_of(None)
    good = consent_code(recent.pk)
    near, far = good[:-1] + ("0" if good[-1] != "0" else "1"), "0000-0000-0000"
    answers = [anybody.post("/retrait/", {"code": code, "text": "the site by the river"}).text for code in (near, far)]
    strip = [text.split("csrfmiddlewaretoken")[0] for text in answers]
    assert strip[0] == strip[1] and not WithdrawalRequest.objects.exists()
    with django_capture_on_commit_callbacks() as waiting:
        page = anybody.post("/retrait/", {"code": good, "text": "the site by the river"})
    assert page.status_code == 200 and tell_secretariat_of_request.delay in waiting
    for hidden in (recent.name, recent.territoire, "river", "Filon"):
        assert hidden not in page.text
    asked = WithdrawalRequest.objects.get()
    assert asked.workshop == recent.pk and asked.claim is None
    entry = AuditEntry.objects.get(verb="withdrawal.request")
    assert entry.person is None and "river" not in str(entry.details)


def test_trying_codes_is_slow(recent: Workshop, client_of: Browser) -> None:
    anybody = client_of(None)
    wrong = {"code": "0000-0000-0000", "text": "x"}
    assert [anybody.post("/retrait/", wrong).status_code for _ in range(11)] == [200] * 10 + [429]
    assert anybody.post("/retrait/", {"code": consent_code(recent.pk), "text": "x"}).status_code == 429


def test_until_it_is_answered_nothing_of_the_workshop_is_released(recent: Workshop, esther: Any, furaha: Any) -> None:
    row = factories.verified_claim(verified_by=esther.pk, workshop=recent.pk)
    request = services.ask_back(code=consent_code(recent.pk), text="x")
    assert request is not None
    calm_answers = Answers(speaker=False, single_source=False, attack=False, reply=True)
    with pytest.raises(Problem) as problem:
        release_claims(row, calm_answers, by=furaha)
    assert problem.value.fault == Fault.NOT_READY


def test_granted_what_was_meant_is_erased_at_once_history_included(
    recent: Workshop, esther: Any, client_of: Browser
) -> None:
    meant, other = said(recent), said(recent)
    node = TreeNode.objects.exclude(side="core")[0]
    services.amend_words(node, text="zqx words", by=esther)
    child = TreeNode.objects.create(tree=node.tree, workshop=recent, parent=node, side=node.side, text="below")
    request = services.ask_back(code=consent_code(recent.pk), text="zqx was said")
    assert request is not None
    address = f"/workshops/asked-back/{request.pk}/"
    browser = client_of(esther)
    assert address in browser.get("/review/corrections/").text
    assert "zqx was said" in browser.get(address).text
    assert browser.post(address, {"granted": "yes"}).status_code == 200
    assert browser.post(address, {"granted": "no"}).status_code == 200
    assert Claim.objects.count() == 2
    chosen = {"granted": "yes", "claims": [str(meant.pk)], "words": [str(node.pk)]}
    assert browser.post(address, chosen).status_code == 302
    assert list(Claim.objects.values_list("pk", flat=True)) == [other.pk]
    child.refresh_from_db()
    assert not TreeNode.objects.filter(pk=node.pk).exists() and child.parent_id == node.parent_id
    events: Any = apps.get_model("workshops.TreeNodeEvent")
    assert not events.objects.filter(pgh_obj_id=node.pk).exists()
    request.refresh_from_db()
    assert request.granted and request.text == ""
    assert browser.post(address, chosen).status_code == 404


def test_only_statements_of_that_workshop_can_be_taken_back_by_it(recent: Workshop, esther: Any) -> None:
    elsewhere = factories.released_claim()
    request = services.ask_back(code=consent_code(recent.pk), text="x")
    assert request is not None
    services.answer_asked_back(request, granted=True, reason="", claims=[elsewhere.pk], words=[], by=esther)
    assert Claim.objects.filter(pk=elsewhere.pk).exists()


def test_the_sheet_carries_the_code_for_the_own_room_and_the_secretariat(
    captured: Workshop, amina: Any, esther: Any, celine: Any, client_of: Browser
) -> None:
    address = f"/workshops/{captured.pk}/consent/"
    for person in (amina, esther):
        page = client_of(person).get(address).text
        assert consent_code(captured.pk) in page and "/retrait/" in page
        assert captured.name not in page and "Filon" not in page
    assert client_of(celine).get(address).status_code == 404
