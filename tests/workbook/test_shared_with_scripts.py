"""The scripts' own tests are given what the server gives to the page: the document's keys, the labels of the lists."""

import json
import re
from pathlib import Path
from typing import Any

from django.utils import translation

from sites.codes import ABOUT_STATE_CATEGORIES
from workbook.document import described
from workbook.projection.observations import ARMED, PRESENT
from workbook.stations import LEVELS
from workbook.vocabulary import vocabulary

GIVEN = Path(__file__).resolve().parents[1] / "js" / "table"
READ = GIVEN.parents[2] / "static" / "js" / "adoption"
TOLD = GIVEN.parents[2] / "static" / "js" / "table" / "told.js"


def given(name: str) -> Any:
    return json.loads((GIVEN / name).read_text())


def test_the_document_of_the_scripts_tests_is_the_document() -> None:
    assert given("document.json") == described()


def test_their_labels_are_those_of_the_page_in_french() -> None:
    with translation.override("fr"):
        lists = vocabulary()["lists"]
    for name, codes in given("labels.json").items():
        assert lists[name] == codes


def test_the_page_keeps_back_what_the_projection_keeps_back() -> None:
    kept = re.search(r"ABOUT_STATE = new Set\(\[(.*?)\]\)", TOLD.read_text(), re.DOTALL)
    assert kept
    assert set(re.findall(r'"(\w+)"', kept[1])) == {str(category) for category in ABOUT_STATE_CATEGORIES}


def test_the_read_back_of_the_page_judges_presences_as_the_projection_does() -> None:
    script = (READ / "plenary_rows.js").read_text()
    for name, codes in (("ARMED", ARMED), ("PRESENT", PRESENT)):
        found = re.search(rf"{name} = new Set\(\[(.*?)\]\)", script, re.DOTALL)
        assert found and set(re.findall(r'"(\w+)"', found[1])) == {str(code) for code in codes}


def test_figures_of_the_read_back_mean_what_the_page_says_beside_them() -> None:
    found = re.search(r"agreementKeys = \[(.*?)\]", (READ / "adoption_keys.js").read_text(), re.DOTALL)
    assert found and re.findall(r'"(\w+)"', found[1]) == [str(it) for it in LEVELS]
