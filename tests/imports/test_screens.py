"""The screens of imports: for the secretariat alone, through the services, in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Person
from claims.models import Claim
from imports.models import ImportBatch
from sites.models import Place

pytestmark = pytest.mark.django_db
Make = Callable[..., Path]
Bring = Callable[[Path], ImportBatch]
Browser = Callable[[Person | None], Client]


def test_two_of_the_secretariat_take_a_batch_from_the_file_to_the_map(
    visits_file: Make, client_of: Browser, esther: Person, furaha: Person
) -> None:
    first, second = client_of(esther), client_of(furaha)
    file = SimpleUploadedFile("visits.csv", visits_file({"presence": "1"}, {"vid": "2"}).read_bytes())
    answer = first.post(reverse("imports:list"), {"file": file})
    batch = ImportBatch.objects.get()
    assert answer.status_code == 302 and answer["Location"] == batch.get_absolute_url()
    assert batch.imported_by == esther
    own = first.post(reverse("imports:verify", args=[batch.pk]))
    assert own.status_code == 409
    assert second.post(reverse("imports:verify", args=[batch.pk])).status_code == 302
    assert second.post(reverse("imports:publish", args=[batch.pk])).status_code == 409
    page = first.get(batch.get_absolute_url())
    assert page.status_code == 200
    assert reverse("imports:publish", args=[batch.pk]) not in page.content.decode()


def test_the_page_shows_figures_remarks_and_places(
    visits_file: Make, brought_in: Bring, client_of: Browser, esther: Person
) -> None:
    batch = brought_in(visits_file({"name": "Seen there", "mineral2": "Manvenve"}, {"visit_date": "never"}))
    page = client_of(esther).get(batch.get_absolute_url()).content.decode()
    for words in ("Seen there", "Manvenve", "never", "visit_date", batch.checksum[:16]):
        assert words in page


def test_a_change_is_shown_beside_what_stands(
    visits_file: Make, released: Bring, brought_in: Bring, client_of: Browser, esther: Person
) -> None:
    released(visits_file({"name": "Old name", "village": "Before"}))
    batch = brought_in(visits_file({"name": "New name", "village": "Since"}))
    page = client_of(esther).get(batch.get_absolute_url()).content.decode()
    for words in ("Old name", "New name", "Before", "Since"):
        assert words in page


def test_undoing_asks_for_the_word(visits_file: Make, brought_in: Bring, client_of: Browser, esther: Person) -> None:
    batch = brought_in(visits_file({}))
    browser, address = client_of(esther), reverse("imports:undo", args=[batch.pk])
    browser.post(address, {"confirmation": "something"})
    assert Place.objects.exists()
    browser.post(address, {"confirmation": _("UNDO")})
    assert not (Place.objects.exists() or Claim.objects.exists())


def test_a_bad_file_is_told_at_the_field(client_of: Browser, esther: Person) -> None:
    file = SimpleUploadedFile("bad.csv", b"a;b;c\n1;2;3\n")
    page = client_of(esther).post(reverse("imports:list"), {"file": file})
    assert page.status_code == 200
    assert "errors" in page.content.decode()
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("name", ["amina", "celine", "daudi", "gaspard"])
def test_nobody_else_finds_the_screens(
    name: str, visits_file: Make, brought_in: Bring, client_of: Browser, request: pytest.FixtureRequest
) -> None:
    batch = brought_in(visits_file({}))
    browser = client_of(request.getfixturevalue(name))
    assert browser.get(reverse("imports:list")).status_code == 404
    assert browser.get(batch.get_absolute_url()).status_code == 404
    for verb in ("verify", "publish", "undo"):
        assert browser.post(reverse(f"imports:{verb}", args=[batch.pk])).status_code == 404


def test_steps_are_never_taken_by_reading(
    visits_file: Make, brought_in: Bring, client_of: Browser, esther: Person
) -> None:
    batch = brought_in(visits_file({}))
    for verb in ("verify", "publish", "undo"):
        assert client_of(esther).get(reverse(f"imports:{verb}", args=[batch.pk])).status_code == 405
