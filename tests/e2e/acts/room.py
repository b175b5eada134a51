"""Amina in her room: the last words that are said, what is still to be completed, the read-back, the closing."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.acts.words import CLEARED, GROUP, KEPT, NAMED, STRUCK, UNCLEARED, UNIT

ROOM = "Atelier fictif des collines"
TOLD, KEPT_BACK, KNOWN = "Bonde-13", "Ndege-22", "Kanga-23"
"""A site of which something is said in plenary, one of which a group speaks alone, and one that bears another name."""

THERE = "5°16′ S, 27°52′ E"
"""Where the register has a site of that other name."""

MOST_KEYS = 12


def enters(page: Page, name: str = ROOM) -> None:
    """From the card of an own workshop into its workbook."""
    page.goto("/workshops/")
    card = page.locator(".workshop").filter(has=page.get_by_role("heading", name=name, exact=True))
    card.get_by_role("link", name="Ouvrir le cahier").click()
    received(page)


def received(page: Page) -> None:
    """Everything that was typed is with the server."""
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "received")


def goes(page: Page, station: str) -> None:
    """To a station of the workbook."""
    page.locator(f"[data-rail] [data-station={station}]").click()
    expect(page.locator(f"[data-rail] [data-station={station}]")).to_have_attribute("aria-current", "step")


def names_a_group(page: Page) -> None:
    """The group that speaks of the southern axis has a name by which its people are known."""
    goes(page, "agenda")
    name = page.locator("filon-agenda .group-row input[data-key=name]").last
    expect(name).to_have_value("Axe fictif sud")
    name.fill(GROUP)
    name.press("Tab")


def sheet_of(page: Page, site: str, tab: str) -> Page:
    """A part of the full sheet of a site."""
    row = page.locator("tr[data-row]").filter(has=page.locator(".row__name", has_text=site))
    row.locator("[data-column=nature]").click()
    page.keyboard.press("F2")
    expect(page.locator("[data-sheet] [data-name]")).to_contain_text(site)
    expect(page.locator("[data-sheet] :focus")).to_have_count(1)
    page.locator(f"[data-sheet] [data-tab={tab}]").click()
    return page


def says_the_last(page: Page) -> None:
    """Words of the plenary, of a group alone, and a name for the secretariat alone."""
    goes(page, "table")
    sheet = page.locator("[data-sheet]")
    sheet_of(page, TOLD, "observation")
    sheet.get_by_label("Note").fill(f"{STRUCK} {CLEARED}")
    sheet.get_by_label("Période").fill("08/2026")
    sheet_of(page, TOLD, "benefits")
    sheet.locator("[data-more]").click()
    sheet.get_by_label("Type de bénéficiaire").select_option("LOCAL_TRADER")
    sheet.get_by_label("Nom, pour le secrétariat seul").fill(NAMED)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    sheet_of(page, KEPT_BACK, "actors")
    sheet.get_by_label("Acteur", exact=True).fill(UNIT)
    page.keyboard.press("Tab")
    sheet.get_by_label("Note").first.fill(KEPT)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    sheet_of(page, KNOWN, "observation")
    sheet.get_by_label("Creuseurs").fill("40")
    sheet.get_by_label("Position", exact=True).fill(THERE)
    page.keyboard.press("Tab")
    expect(sheet.get_by_label("Creuseurs")).to_have_value("40")
    page.keyboard.press("Escape")
    received(page)


def mends(page: Page) -> None:
    """What only words mend: where the ore goes, and a recommendation that has none."""
    sheet = page.locator("[data-sheet]")
    sheet_of(page, KEPT_BACK, "chain")
    sheet.get_by_label("Part vers").fill("Kalemie")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    goes(page, "recommendations")
    page.locator("filon-recommendations [data-rows] > li").last.click()
    words = page.locator("filon-recommendations [data-sheet] textarea").first
    expect(words).to_have_value("")
    words.fill(UNCLEARED)
    received(page)


def lets_the_rest_stand(page: Page) -> None:
    """What the two days had no time for stands with its reason, point by point."""
    goes(page, "adoption")
    page.click('[data-tab="complete"]')
    expect(page.locator("filon-complete .finding[data-severity=BLOCKS]")).to_have_count(0)
    points = page.locator("filon-adoption filon-complete [data-accept]:visible")
    expect(points.first).to_be_visible()
    while left := points.count():
        points.first.click()
        expect(page.locator("filon-complete form[data-reason] input:focus")).to_have_count(1)
        page.keyboard.type("Le temps a manqué.")
        page.keyboard.press("Enter")
        expect(points).to_have_count(left - 1)
    received(page)


def reads_back(page: Page) -> None:
    """Territoire by territoire, Enter for each screen; one site is not agreed by all."""
    page.click('[data-tab="read"]')
    expect(page.locator("filon-adoption .reading").first).to_be_visible()
    page.keyboard.press("1")
    expect(page.locator("filon-adoption .reading.is-open")).to_have_count(1)
    page.keyboard.press("2")
    expect(page.locator("filon-adoption .reading .agreement[data-level=majority]").first).to_be_visible()
    count = page.locator('[data-tab="read"] [data-n]')
    for _ in range(MOST_KEYS):
        left = count.inner_text()
        if left == "0":
            break
        page.keyboard.press("Enter")
        expect(count).not_to_have_text(left)
    expect(count).to_have_text("0")


def closes(page: Page) -> None:
    """With the typed name; the checksum of the version stands on the card of the workshop."""
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
