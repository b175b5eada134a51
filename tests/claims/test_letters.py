"""Letters: that something waits or was answered, once an hour, and never what."""

from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from claims import services
from claims.tasks import tell_asker_of_answer, tell_secretariat_of_request
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_secretariat_gets_one_letter_without_a_value_when_it_is_asked(
    client_of: Any, daudi: Any, esther: Any, furaha: Any, celine: Any, django_capture_on_commit_callbacks: Any
) -> None:
    row = factories.released_claim(sensitivity="MODERATE", place=factories.place(name="Pelmothrix"))
    cache.delete("letter-to-secretariat")
    with django_capture_on_commit_callbacks() as waiting:
        for name in ("correction", "reply"):
            client_of(daudi).post(reverse(f"claims:{name}", args=[row.pk]), {"text": "Wexatrum"})
    assert sum(one == tell_secretariat_of_request.delay for one in waiting) == 2
    for _again in range(2):
        tell_secretariat_of_request()
    assert sorted(address for letter in mail.outbox for address in letter.to) == [esther.email, furaha.email]
    words = " ".join(f"{letter.subject} {letter.body}" for letter in mail.outbox)
    for hidden in ("Pelmothrix", "Wexatrum", str(row.pk), str(row.place.code), str(daudi), str(daudi.institution)):
        assert hidden not in words


def test_who_asked_gets_a_letter_that_there_is_an_answer(
    client_of: Any, daudi: Any, esther: Any, django_capture_on_commit_callbacks: Any
) -> None:
    row = factories.released_claim(sensitivity="MODERATE")
    asked = services.request_correction(row, text="It closed.", by=daudi)
    cache.delete(f"letter-to-{daudi.pk}")
    with django_capture_on_commit_callbacks() as waiting:
        answer = {"accepted": "no", "answer": "Wexatrum"}
        client_of(esther).post(reverse("claims:correction_answer", args=[asked.pk]), answer)
    told = [one.args for one in waiting if getattr(one, "func", None) == tell_asker_of_answer.delay]
    assert told == [(str(daudi.pk),)]
    for _again in range(2):
        tell_asker_of_answer(str(daudi.pk))
    (letter,) = mail.outbox
    assert letter.to == [daudi.email] and "Wexatrum" not in letter.body and str(row.pk) not in letter.body
