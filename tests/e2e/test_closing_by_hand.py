"""Amina reads her running room back by keyboard, and closes it with its typed name."""

import re

from playwright.sync_api import Page, expect

from accounts.models import Person
from config.demonstration.loading import load
from tests.e2e.people import People
from tests.people import PASSWORD
from workbook.models import Workbook
from workbook.projected import projected
from workbook.writing import writing
from workshops.models import Workshop

SOCKETS = True
ROOM = "Atelier fictif des collines"
MOST_KEYS = 12


def fill() -> None:
    """The demonstration; what of its running room only typing mends is taken out, the rest is let stand."""
    load(PASSWORD)
    room, amina = Workshop.objects.get(name=ROOM), Person.objects.get(email__startswith="amina@")
    for _twice in range(2):
        found = projected(Workbook.objects.get(workshop=room)).open_findings
        with writing(Workbook.objects.get(workshop=room), by=amina) as book:
            for finding in found:
                if finding.acceptable:
                    book.make("acceptances", {"finding": finding.mark, "reason": "Le temps a manqué."})
                elif finding.severity == "BLOCKS":
                    book.remove(finding.root, finding.id, "2024-09-25T10:00:00Z")


def adopt_all(page: Page) -> int:
    """Enter on each screen; return how many keys that took."""
    keys, count = 0, page.locator('[data-tab="read"] [data-n]')
    while count.inner_text() != "0" and keys < MOST_KEYS:
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        keys += 1
    expect(count).to_have_text("0")
    return keys


def test_amina_reads_back_and_closes_her_room(people: People) -> None:
    page, heard = people.page_of("amina")
    page.goto("/workshops/")
    page.get_by_role("link", name=re.compile("Ouvrir le cahier")).first.click()
    expect(page.locator("[data-sync][data-state=received]")).to_be_visible()
    page.locator("[data-rail] [data-station=adoption]").click()
    expect(page.locator("filon-adoption .reading").first).to_be_visible()
    page.keyboard.press("1")
    expect(page.locator("filon-adoption .reading.is-open")).to_have_count(1)
    page.keyboard.press("2")
    expect(page.locator("filon-adoption .reading .agreement[data-level=majority]").first).to_be_visible()
    assert adopt_all(page) < MOST_KEYS
    page.click('[data-tab="close"]')
    button = page.locator("filon-adoption [data-submit]")
    expect(button).to_be_disabled()
    page.locator("filon-adoption input[name=name]").fill(ROOM.upper())
    expect(button).to_be_enabled()
    button.click()
    expect(page.locator("filon-adoption [data-done]")).to_be_visible()
    checksum = page.locator("filon-adoption [data-checksum]").first.inner_text()
    assert re.fullmatch("[0-9a-f]{64}", checksum)
    page.goto("/workshops/")
    expect(page.get_by_text(checksum[:12])).to_be_visible()
    assert heard.said + heard.strangers == []
