"""What goes back to the room, and the letter that goes to whoever is asked."""

import re
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from access.models import AuditEntry
from accounts.models import Person
from claims.models import Claim
from reports.restitution.returned import returned_from
from tests.factories import observation
from tests.reports.reading import signed_in, text_of
from workshops.models import Recommendation, Workshop

FORMS = ("pdf", "docx")
WORDS: dict[str, Any] = {"text": "Parole brute", "cleared_text": "Ouvrir un point d’achat", "type": "TRACE_GOLD"}


@pytest.fixture
def released(room: Workshop) -> Workshop:
    """The room after its release: six statements of the plenary released, three waiting, nine of the group."""
    now = timezone.now()
    Workshop.objects.filter(pk=room.pk).update(state="RELEASED", released_at=now)
    room.refresh_from_db()
    for number, status, disclosure in ((6, "PUBLISHED", "PLENARY"), (9, "PUBLISHED", "GROUP_ONLY")):
        for _ in range(number):
            observation(workshop=room.pk, review_status=status, disclosure=disclosure)
    for _ in range(3):
        observation(workshop=room.pk, review_status="SUBMITTED", disclosure="PLENARY")
    common = {"workshop": room, "cleared_at": now, "horizon": "SHORT", **WORDS}
    Recommendation.objects.create(status="ONGOING", **common)
    Recommendation.objects.create(status="DONE", **common | {"type": "JUSTICE", "disclosure": "GROUP_ONLY"})
    return room


def address_of(room: Workshop, name: str, form: str) -> str:
    return f"/reports/workshops/{room.pk}/papers/{name}.{form}"


@pytest.mark.parametrize("form", FORMS)
def test_the_sheet_tells_the_plenary_in_counts_and_subjects_and_nothing_else(
    released: Workshop, esther: Person, form: str
) -> None:
    told = text_of(signed_in(esther).get(address_of(released, "restitution", form)).content)
    assert "C0 Public" in told and "Traçabilité de l’or" in told and "En cours" in told
    for hidden in ("Parole brute", "point d’achat", "Justice", "Esther", "Atelier du lac", "09/2024", "Mwamba"):
        assert hidden not in told, hidden
    assert "informations données en plénière" in re.sub(r"\s+", " ", told)


def test_counts_are_of_five_and_more_and_cannot_be_worked_out(released: Workshop) -> None:
    assert returned_from(released).said == 9
    assert returned_from(released).fates == (), "three wait: with the six released they would be told"
    for row in Claim.objects.filter(workshop=released.pk, review_status="SUBMITTED"):
        Claim.objects.filter(pk=row.pk).update(review_status="PUBLISHED", published_at=timezone.now())
    assert returned_from(released).fates == (("released", 9),)


@pytest.mark.parametrize("form", FORMS)
def test_the_sheet_speaks_swahili_whatever_its_maker_speaks(released: Workshop, esther: Person, form: str) -> None:
    told = text_of(signed_in(esther).get(address_of(released, "restitution-sw", form)).content)
    for word in ("Maneno yenu yalifikia wapi", "Ufuatiliaji wa dhahabu", "Linaendelea", "Haki zenu", "C0 Kwa wote"):
        assert word in told, word
    for word in ("Établi", "recommandation", "Secrétariat", "participant"):
        assert word not in told, word


def test_who_gets_the_sheet_and_when(
    room: Workshop, released: Workshop, amina: Person, people_by_name: dict[str, Person]
) -> None:
    address = address_of(released, "restitution", "docx")
    told = {name: signed_in(person).get(address).status_code for name, person in people_by_name.items()}
    assert told == dict.fromkeys(told, 404) | dict.fromkeys(("amina", "esther", "furaha"), 200)
    Workshop.objects.filter(pk=released.pk).update(state="VERIFIED", released_at=None)
    assert signed_in(amina).get(address).status_code == 409


@pytest.mark.parametrize("form", FORMS)
def test_the_letter_says_the_cleared_words_the_quarter_and_no_more_and_leaves_its_trace(
    released: Workshop, esther: Person, daudi: Person, form: str
) -> None:
    row = Recommendation.objects.get(type="TRACE_GOLD")
    assert daudi.institution is not None
    row.addressed_to, row.letter, row.sent_on = daudi.institution, "SEC/17", date(2024, 11, 5)
    row.save()
    told = text_of(signed_in(esther).get(f"/recommendations/{row.pk}/letter.{form}").content)
    for word in ("point d’achat", daudi.institution.name, "SEC/17", "05/11/2024", "05/05/2025", "troisième trimestre"):
        assert word in re.sub(r"\s+", " ", told), word
    for hidden in ("Parole brute", "Atelier du lac", "24/09/2024"):
        assert hidden not in told, hidden
    begun, ended = AuditEntry.objects.filter(verb__startswith="paper.").order_by("at", "pk")
    assert begun.details["kind"] == "letter" and ended.verb == "paper.end" and "achat" not in str(begun.details)


def test_no_letter_for_words_of_the_group_or_that_nobody_cleared(released: Workshop, esther: Person) -> None:
    group = Recommendation.objects.get(type="JUSTICE")
    raw = Recommendation.objects.create(workshop=released, **WORDS | {"cleared_text": ""})
    for row in (group, raw):
        assert signed_in(esther).get(f"/recommendations/{row.pk}/letter.pdf").status_code == 409
