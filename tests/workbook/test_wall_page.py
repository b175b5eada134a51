"""The page of the wall: in the language of the room, without a word of the document."""

import pytest
from django.test import Client

from accounts.models import Person
from workbook.models import Workbook
from workbook.writing import writing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "language", "words"),
    [
        ("", "fr", "Arbre à problèmes"),
        ("?language=sw", "sw", "Mti wa matatizo"),
        ("?language=en", "en", "Problem tree"),
        ("?language=xx", "fr", "Arbre à problèmes"),
    ],
)
def test_the_wall_speaks_the_language_of_the_room(
    workbook: Workbook, amina: Person, client: Client, asked: str, language: str, words: str
) -> None:
    client.force_login(amina)
    page = client.get(f"/workbook/{workbook.workshop_id}/wall/{asked}")
    html = page.content.decode()
    assert page.status_code == 200
    assert f'<html lang="{language}"' in html
    assert 'data-theme="projector"' in html
    assert words in html


def test_the_page_itself_holds_nothing_of_the_document(workbook: Workbook, amina: Person, client: Client) -> None:
    with writing(workbook, by=amina) as book:
        book.set("nodes", "core", text="zz said before all zz")
    client.force_login(amina)
    page = client.get(f"/workbook/{workbook.workshop_id}/wall/")
    assert "zz said" not in page.content.decode()
    assert "Workshop at the lake" in page.content.decode()


def test_who_reads_only_has_no_wall(workbook: Workbook, esther: Person, bahati: Person, client: Client) -> None:
    for person, status in ((esther, 403), (bahati, 404)):
        client.force_login(person)
        assert client.get(f"/workbook/{workbook.workshop_id}/wall/").status_code == status
