"""What was said beside what leaves the secretariat, and what many claims stand beside."""

from typing import Any

import pytest
from django.urls import reverse

from claims.clearing import left_out
from tests import factories


def marked(said: str, cleared: str) -> list[str]:
    return [piece.text for piece in left_out(said, cleared) if piece.left_out]


def test_words_that_the_cleared_text_leaves_out_are_marked() -> None:
    said = "Group A is behind the chapel. Each miner pays 500."
    assert marked(said, "Group A is. Each miner pays 500.") == ["behind the chapel."]
    assert marked(said, said) == []
    assert marked(said, "") == [said]
    assert "".join(piece.text for piece in left_out(said, "Group A pays")) == said


@pytest.mark.django_db
def test_the_desk_marks_them_once_a_text_is_cleared(client_of: Any, esther: Any) -> None:
    row = factories.submitted_claim(note="Group A is behind the chapel.")
    address = reverse("claims:review_claim", args=[row.pk])
    browser = client_of(esther)
    assert "<mark>" not in browser.get(address).content.decode()
    browser.post(reverse("claims:clear", args=[row.pk]), {"text": "Group A is."})
    assert "<mark>behind the chapel.</mark>" in browser.get(address).content.decode()


@pytest.mark.django_db
def test_each_row_of_a_batch_stands_beside_what_was_known(client_of: Any, esther: Any) -> None:
    place = factories.place()
    earlier = factories.released_claim(place=place, armed_presence="ABSENT")
    row = factories.submitted_claim(place=place, armed_presence="PRESENT_INT")
    renewing = factories.submitted_claim(place=place, armed_presence="ABSENT", supersedes=earlier)
    lonely = factories.submitted_claim()
    chosen = {"step": "verify", "claim": [row.pk, renewing.pk, lonely.pk]}
    known = client_of(esther).get(reverse("claims:batch"), chosen).context["known"]
    assert (known[row.pk].contrary, known[renewing.pk].contrary) == (True, False)
    assert lonely.pk not in known


@pytest.mark.django_db
def test_several_are_sent_back_with_one_reason(client_of: Any, esther: Any) -> None:
    rows = [factories.submitted_claim() for _ in range(2)]
    done = factories.released_claim()
    chosen = {"step": "send_back", "claim": [row.pk for row in [*rows, done]]}
    browser = client_of(esther)
    page = browser.get(reverse("claims:batch"), chosen)
    assert {entry.claim.pk for entry in page.context["able"]} == {row.pk for row in rows}
    assert browser.post(reverse("claims:batch"), chosen).status_code == 422
    assert browser.post(reverse("claims:batch"), {**chosen, "reason": "Which month?"}).status_code == 302
    for row in rows:
        row.refresh_from_db()
        assert row.review_status == "RETURNED"
