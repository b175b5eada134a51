"""Every screen of every role in a browser: axe finds nothing, the console is silent, nobody is asked, all reflows."""

import csv
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from access.reach import SYSTEM
from claims.models import WithdrawalRequest
from imports.services import import_ipis
from tests.e2e.conftest import ROOT
from tests.e2e.people import DESK, PHONE, WALL, People, settled
from tests.e2e.screens import SCREENS, address_of, keys_of
from tests.imports.conftest import COLUMNS, VISIT
from workshops.codes import WorkshopState
from workshops.models import Workshop

DEMONSTRATION = True

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
FOUND = """() => axe.run(document, { resultTypes: ["violations"] }).then((it) =>
    it.violations.map((one) => `${one.id}: ${one.nodes[0].target[0]}`))"""
NARROWEST = 320
BEYOND = "() => document.documentElement.scrollWidth - window.innerWidth"


def fill() -> None:
    """Visits that nobody has reviewed, and a request from a room."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "visits.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows({**VISIT, "vid": str(number), "pcode": f"invented{number}"} for number in range(3))
        import_ipis(path, by=SYSTEM)
    heard = Workshop.objects.filter(state=WorkshopState.RELEASED).order_by("starts_on")[0]
    WithdrawalRequest.objects.create(workshop=heard.pk, text="Une parole fictive sur une barrière.")
    keys_of.cache_clear()


def look(page: Page, size: tuple[int, int]) -> list[str]:
    """What axe finds at a size, and whether the page is wider than the screen."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found = page.evaluate(FOUND)
    return [*found, *(["wider than the screen"] if page.evaluate(BEYOND) > 0 else [])]


def screen(page: Page, name: str, path: str) -> list[str]:
    """What is wrong with a screen, at each size that it is read at."""
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    answer = page.goto(address_of(name, path))
    if answer is None or answer.status != 200:
        return [f"{path} {answer and answer.status}"]
    wrong = []
    for size in (DESK, WALL, PHONE) if path == "map/" else (DESK, PHONE):
        if path == "map/" and size == PHONE:
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.reload()  # what stands open on a desk begins folded in the hand
        if path.startswith("map/"):
            settled(page)
        wrong += [f"{path} at {size[0]}: {one}" for one in look(page, size)]
    page.set_viewport_size({"width": NARROWEST, "height": PHONE[1]})
    return wrong + ([f"{path} at {NARROWEST}: does not reflow"] if page.evaluate(BEYOND) > 0 else [])


@pytest.mark.parametrize("name", SCREENS, ids=lambda name: name or "nobody")
def test_axe_finds_nothing_and_the_console_is_silent(people: People, name: str) -> None:
    page, heard = people.page_of(name, DESK)
    wrong = [one for path in SCREENS[name] for one in screen(page, name, path)]
    page.context.close()
    assert wrong + heard.said + heard.strangers == []


def test_an_unknown_address_is_answered_by_a_page_as_good_as_any(people: People) -> None:
    page, heard = people.page_of("celine", DESK)
    answer = page.goto("/nothing-is-here/")
    assert answer and answer.status == 404
    assert look(page, DESK) + look(page, PHONE) + heard.strangers == []
