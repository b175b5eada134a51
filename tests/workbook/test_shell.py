"""The page of the workbook: the same for everybody, with a word for whatever its scripts may have to say."""

import re
from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from workbook.document import REMOVED_AT, ROOTS
from workbook.projection.findings import FindingCode
from workbook.stations import shell_page, words
from workbook.vocabulary import vocabulary

Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def no_second_factor(settings: object) -> None:
    """The cast signs in without a second factor here."""
    settings.FILON_SECOND_FACTOR = False  # type: ignore[attr-defined]


def said() -> set[str]:
    """Keys of everything that scripts find in the page."""
    texts = "".join(render_to_string(template) for template in words())
    return set(re.findall(r'data-word="([^"]+)"', texts))


def test_page_is_the_same_for_whoever_opens_it(amina: Person, bahati: Person, client_of: Browser) -> None:
    pages = []
    for person in (amina, bahati):
        pages.append(client_of(person).get(reverse("workbook:shell")).text)
        assert person.name not in pages[-1]
    assert "csrfmiddlewaretoken" not in pages[0]
    assert pages[0] == pages[1]


def test_page_carries_no_script_and_no_style_of_its_own(amina: Person, client_of: Browser) -> None:
    page = client_of(amina).get(reverse("workbook:shell")).text
    scripts = re.findall(r"<script([^>]*)>", page)
    assert all("src=" in it or 'type="application/json"' in it for it in scripts)
    assert "<style" not in page
    assert " style=" not in page


def test_every_key_and_root_of_the_document_has_a_name() -> None:
    keys = {key for root in ROOTS.values() for key in root.keys} | {REMOVED_AT}
    wanted = {f"key.{key}" for key in keys} | {f"root.{root}" for root in ROOTS}
    assert wanted - said() == set()


def test_every_finding_says_what_it_is_and_how_grave() -> None:
    known = vocabulary()
    labels = dict(known["lists"]["finding_code"])
    assert set(FindingCode.values) == set(labels) == set(known["severities"])


def test_every_station_has_its_template_and_its_name() -> None:
    names = [station.name for station in shell_page()["stations"]]
    assert names[:2] == ["preparation", "agenda"]
    assert {f"station.{name}" for name in names} - said() == set()
