"""What became of what was said: told to the room alone, with reasons; answers bring statements back to the desk."""

from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from access.models import AuditEntry
from accounts.models import Membership
from claims import services
from claims.models import Claim
from claims.services import Answers
from claims.tasks import tell_room_of_return
from tests import factories
from tests.people import WORKSHOPS
from workshops.models import Round, Workshop

pytestmark = pytest.mark.django_db
HERE = WORKSHOPS["amina"]
EASY = Answers(speaker=False, single_source=False, attack=False, reply=True)


@pytest.fixture(autouse=True)
def room() -> Workshop:
    """The own workshop of amina, closed."""
    of = Round.objects.create(title="Update", starts_on=factories.STATED_ON)
    days = {"starts_on": factories.STATED_ON, "ends_on": factories.STATED_ON}
    made: Workshop = Workshop.objects.create(
        id=HERE, round=of, name="Room", territoire="Nyunzu", provinces=["CD74"], state="CLOSED", **days
    )
    return made


def page(browser: Any, **asked: str) -> Any:
    return browser.get(reverse("workshops:fates", args=[HERE]), asked, headers={"accept-language": "en"})


def answer_at(row: Claim) -> str:
    return reverse("workshops:answer", args=[HERE, row.pk])


def test_the_room_reads_every_stage_with_its_reason(client_of: Any, amina: Any, esther: Any, furaha: Any) -> None:
    said = {"workshop": HERE, "source": factories.source(workshop=HERE)}
    rows = {name: factories.submitted_claim(**said) for name in ("waits", "back", "checked", "out", "gone")}
    services.send_back_claims(rows["back"], reason="Which month?", by=esther)
    services.verify_claims([rows["checked"], rows["out"]], by=esther)
    services.release_claims(rows["out"], EASY, by=furaha)
    services.withdraw_claims(rows["gone"], reason="Danger for the guard", by=esther)
    told = page(client_of(amina))
    stages = {code: number for code, _label, number in told.context["numbers"]}
    assert stages == {"SUBMITTED": 1, "RETURNED": 1, "VERIFIED": 1, "PUBLISHED": 1, "RETIRED": 1}
    text = told.content.decode()
    assert "Which month?" in text and "Danger for the guard" in text
    only = page(client_of(amina), stage="RETIRED").content.decode()
    assert "Danger for the guard" in only and "Which month?" not in only


def test_what_was_sent_back_comes_back_answered(client_of: Any, amina: Any, esther: Any) -> None:
    row = factories.submitted_claim(workshop=HERE)
    services.send_back_claims(row, reason="Which month?", by=esther)
    browser = client_of(amina)
    list_page = browser.get(reverse("workshops:list")).content.decode()
    assert reverse("workshops:fates", args=[HERE]) in list_page
    assert browser.post(answer_at(row), {"answer": " "}).status_code == 422
    assert browser.post(answer_at(row), {"answer": "The month of August"}).status_code == 302
    row.refresh_from_db()
    assert row.review_status == "SUBMITTED"
    assert AuditEntry.objects.filter(verb="claim.answer", row=row.pk, person=amina.pk).exists()
    assert browser.post(answer_at(row), {"answer": "Again"}).status_code == 403
    desk = client_of(esther).get(reverse("claims:review_claim", args=[row.pk]))
    exchange = desk.context["exchange"]
    assert (exchange.asked.reason, exchange.answered.reason) == ("Which month?", "The month of August")
    assert "The month of August" in desk.content.decode()
    assert "Which month?" in page(browser).content.decode()


def test_a_closed_room_is_told_nothing_of_who_gains_and_is_not_asked_about_it(
    client_of: Any, amina: Any, esther: Any
) -> None:
    named = factories.actor(name="Zorvaquin", sensitivity="SEVERE")
    row = factories.benefit(workshop=HERE, beneficiary=named, review_status="SUBMITTED", place_as_stated="Qovex")
    Membership.objects.filter(workshop=HERE).update(workshop_closed=True)
    text = page(client_of(amina)).content.decode()
    assert "Zorvaquin" not in text and "Qovex" not in text
    desk = client_of(esther)
    assert "send_back" not in desk.get(reverse("claims:review_claim", args=[row.pk])).context["steps"]
    assert desk.post(reverse("claims:send_back", args=[row.pk]), {"reason": "Who?"}).status_code == 403


def test_a_place_that_is_hidden_now_stays_in_the_words_of_the_room(client_of: Any, amina: Any) -> None:
    hidden = factories.place(name="Quandilor", sensitivity="HIGH")
    factories.submitted_claim(workshop=HERE, place=hidden, place_as_stated="The hill")
    text = page(client_of(amina)).content.decode()
    assert "The hill" in text and "Quandilor" not in text


def test_nobody_else_learns_that_something_was_sent_back(client_of: Any, bahati: Any, celine: Any, esther: Any) -> None:
    row = factories.submitted_claim(workshop=HERE)
    services.send_back_claims(row, reason="Which month?", by=esther)
    for person in (bahati, celine):
        browser = client_of(person)
        assert page(browser).status_code == 404
        assert browser.post(answer_at(row), {"answer": "I"}).status_code == 404
        assert "Which month?" not in browser.get(reverse("workshops:list")).content.decode()


def test_one_letter_without_a_value_tells_the_room(
    client_of: Any, amina: Any, bahati: Any, esther: Any, django_capture_on_commit_callbacks: Any
) -> None:
    place = factories.place(name="Pelmothrix")
    row = factories.submitted_claim(workshop=HERE, place=place, note="Wexatrum")
    cache.delete(f"letter-to-room-{HERE}")
    with django_capture_on_commit_callbacks() as waiting:
        client_of(esther).post(reverse("claims:send_back", args=[row.pk]), {"reason": "Which month?"})
    told = [one for one in waiting if getattr(one, "args", ()) == (str(HERE),)]
    assert len(told) == 1
    for _again in range(2):
        tell_room_of_return(str(HERE))
    letter = mail.outbox[0]
    assert len(mail.outbox) == 1 and letter.to == [amina.email]
    words = f"{letter.subject} {letter.body}"
    for hidden in ("Pelmothrix", "Wexatrum", "Which month?", "Room", str(HERE), str(row.pk)):
        assert hidden not in words


def test_the_list_of_fates_has_a_ceiling_of_queries(
    client_of: Any, amina: Any, django_assert_max_num_queries: Any
) -> None:
    for _number in range(6):
        factories.submitted_claim(workshop=HERE)
        factories.involvement(workshop=HERE, review_status="VERIFIED")
    browser = client_of(amina)
    page(browser)
    with django_assert_max_num_queries(26):
        page(browser)
