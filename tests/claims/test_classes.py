"""Classes, cleared words, names that leave C3, and attachments."""

import re
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from access.models import AuditEntry
from claims import services
from claims.models import Attachment, Claim, ReviewEvent
from claims.services.attachments import path_of
from lib.problems import Fault, Problem
from tests import factories

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def refusal(step: Any, *args: Any, **named: Any) -> Fault:
    with pytest.raises(Problem) as problem:
        step(*args, **named)
    return problem.value.fault


def test_raising_never_lowers_and_is_set_wise(esther: Any) -> None:
    severe, high = factories.released_claim(sensitivity="SEVERE"), factories.released_claim(sensitivity="MODERATE")
    services.raise_class(Claim.objects.all(), "HIGH", by=esther)
    assert [Claim.objects.get(pk=row.pk).sensitivity for row in (severe, high)] == ["SEVERE", "HIGH"]
    assert AuditEntry.objects.get(verb="claim.raise_class").details["to"] == "HIGH"


def test_several_are_raised_after_each_was_shown_with_what_it_becomes(client_of: Any, esther: Any) -> None:
    rows = [factories.submitted_claim(sensitivity=code) for code in ("MODERATE", "HIGH", "SEVERE")]
    browser, address = client_of(esther), reverse("claims:raise_several")
    keys = [row.pk for row in rows]
    page = browser.get(address, {"claim": keys})
    assert page.context["wanted"] == "HIGH", "the next above the lowest"
    assert [entry.claim.pk for entry in page.context["able"]] == keys[:1]
    assert {entry.claim.pk for entry in page.context["blocked"]} == set(keys[1:])
    severe = browser.get(address, {"claim": keys, "sensitivity": "SEVERE"})
    assert len(severe.context["able"]) == 2
    assert re.findall(r'data-class="(C\d)"', severe.text.partition('id="raising"')[2])[:4] == ["C1", "C3", "C2", "C3"]
    assert not AuditEntry.objects.filter(verb="claim.raise_class").exists(), "looking changes nothing"
    browser.post(address, {"claim": keys, "sensitivity": "SEVERE", "reason": "Only one could know."})
    assert set(Claim.objects.values_list("sensitivity", flat=True)) == {"SEVERE"}
    assert AuditEntry.objects.get(verb="claim.raise_class").details["count"] == 2
    assert {event.reason for event in ReviewEvent.objects.all()} == {"Only one could know."}
    assert browser.post(address, {"claim": keys, "sensitivity": "LOW"}).status_code == 422
    assert set(Claim.objects.values_list("sensitivity", flat=True)) == {"SEVERE"}


def test_lowering_takes_a_reason_and_the_secretariat(esther: Any, celine: Any) -> None:
    row = factories.released_claim(sensitivity="HIGH")
    assert refusal(services.lower_class, row, "MODERATE", reason="", by=esther) == Fault.REASON_MISSING
    assert refusal(services.lower_class, row, "MODERATE", reason="Published", by=celine) == Fault.FORBIDDEN
    assert refusal(services.lower_class, row, "HIGH", reason="Published", by=esther) == Fault.CONFLICT
    services.lower_class(row, "MODERATE", reason="It is in the official gazette.", by=esther)
    assert ReviewEvent.objects.get().reason == "It is in the official gazette."
    assert AuditEntry.objects.get(verb="claim.lower_class").details == {"before": "HIGH", "after": "MODERATE"}


def test_what_a_single_participant_said_is_never_lowered(esther: Any) -> None:
    row = factories.released_claim(sensitivity="SEVERE", agreement="SINGLE")
    assert refusal(services.lower_class, row, "HIGH", reason="Known", by=esther) == Fault.CONFLICT


def test_only_the_secretariat_clears_words(esther: Any, celine: Any, daudi: Any) -> None:
    row = factories.released_claim(note="Behind the chapel")
    for person in (celine, daudi):
        assert refusal(services.clear_text, row, text="Near", by=person) in (Fault.FORBIDDEN, Fault.NOT_FOUND)
    services.clear_text(row, text="A levy is taken.", by=esther)
    row.refresh_from_db()
    assert (row.cleared_text, row.cleared_by, row.note) == ("A levy is taken.", esther.pk, "Behind the chapel")


def test_a_name_leaves_c3_with_three_independent_sources_and_a_reply(esther: Any, daudi: Any) -> None:
    company = factories.actor(category="COMPANY", sensitivity="SEVERE")
    lower = {"reason": "Borne out", "by": esther}
    place = factories.place()
    rows = [
        factories.involvement(actor=company, place=place, source=factories.source(origin=f"chain {n}"))
        for n in range(2)
    ]
    factories.involvement(actor=company, place=place, source=factories.source(origin="chain 1"))
    assert refusal(services.lower_actor_class, company, "HIGH", **lower) == Fault.NOT_READY
    factories.involvement(actor=company, place=place, source=factories.source(origin="chain 9"))
    assert refusal(services.lower_actor_class, company, "HIGH", **lower) == Fault.NOT_READY
    services.reply_to_claim(rows[0], text="We were not there.", by=daudi)
    assert services.lower_actor_class(company, "HIGH", **lower).sensitivity == "HIGH"


def test_a_photograph_is_severe_until_cleared_and_lies_under_its_hash(
    esther: Any, celine: Any, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    row = factories.released_claim()
    attachment = services.attach(PNG, claim=row, by=esther, about="The pit")
    assert (attachment.sensitivity, attachment.media_type, attachment.provinces) == ("SEVERE", "image/png", ["CD74"])
    assert default_storage.exists(path_of(attachment))
    assert not Attachment.objects.permitted(celine).exists()
    assert refusal(services.clear_attachment, attachment, "HIGH", by=celine) == Fault.FORBIDDEN
    services.clear_attachment(attachment, "HIGH", by=esther)
    assert Attachment.objects.permitted(celine).exists()


def test_what_is_no_picture_is_refused_whatever_it_is_called(esther: Any, celine: Any) -> None:
    row = factories.released_claim()
    assert refusal(services.attach, b"<svg onload=alert(1)>", claim=row, by=esther) == Fault.NOT_VALID
    assert refusal(services.attach, PNG, claim=row, by=celine) == Fault.FORBIDDEN
    assert refusal(services.attach, PNG + bytes(10 * 1024 * 1024), claim=row, by=esther) == Fault.TOO_LARGE
