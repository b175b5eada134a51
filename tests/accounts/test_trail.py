"""The audit trail and the page of health speak in words."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.translation import override

from access.audit import record
from access.models import AuditEntry
from accounts.models import Person
from accounts.trail import details_in_words
from tests.people import MANIEMA

ClientOf = Callable[[Person | None], Client]


def test_details_are_told_in_words() -> None:
    with override("fr"):
        told = details_in_words(
            {"provinces": [MANIEMA], "accepted": True, "count": 3, "before": "HIGH", "province": None}
        )
        assert [(str(name), str(value)) for name, value in told] == [
            ("provinces", "Maniema"), ("acceptée", "oui"), ("nombre", "3"), ("avant", "Élevée (cercle restreint)"),
        ]  # fmt: skip
    assert details_in_words({"unheard_of": "x"}) == [("unheard_of", "x")]


@pytest.mark.django_db
def test_the_trail_is_read_in_words_and_narrowed_by_what_occurs(esther: Person, client_of: ClientOf) -> None:
    record("person.edit", esther, by=esther)
    record("unheard.of", esther, by=esther)
    client = client_of(esther)
    page = client.get("/audit/").content.decode()
    assert "compte – modification" in page and "<code>person.edit</code>" in page and "unheard.of" in page
    options = client.get("/audit/").context["form"].fields["verb"].choices
    assert {value for value, _ in options} == {"", *AuditEntry.objects.values_list("verb", flat=True)}
    narrowed = client.get("/audit/?verb=person.edit").context["page"]
    assert {entry.verb for entry in narrowed} == {"person.edit"}


@pytest.mark.django_db
def test_health_counts_in_words(esther: Person, gaspard: Person, client_of: ClientOf) -> None:
    record("person.edit", esther, by=esther)
    assert "compte – modification" in client_of(gaspard).get("/accounts/health/").content.decode()
