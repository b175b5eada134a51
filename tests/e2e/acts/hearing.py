"""The ministry is heard: it asks for a rectification, by keyboard alone, is answered, and gives a qualification."""

from playwright.sync_api import Page, expect

from tests.e2e.acts.readers import code_of
from tests.e2e.acts.room import TOLD
from tests.e2e.acts.words import CONTESTED, DECREE, UPHELD
from tests.e2e.keyboard import Keyboard
from tests.e2e.people import settled

SCAN = {"name": "arrete.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 arr\xc3\xaat\xc3\xa9 fictif"}


def asks(page: Page) -> str:
    """From the list through the panel to the sheet, and to the form of a claim; returns the address of the form."""
    hands = Keyboard(page)
    page.goto("/map/")
    settled(page)
    hands.press("[data-form-button=list]")
    hands.go("filon-list tbody button")
    for _ in range(60):
        if TOLD in page.evaluate("document.activeElement.textContent"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".details h2").first).to_contain_text(TOLD)
    hands.follow(".details__foot a")
    expect(page.locator("h1")).to_contain_text(TOLD)
    hands.follow("main a[href$='/correction/']")
    hands.write("main textarea", CONTESTED)
    hands.follow("main form button[type=submit]")
    expect(page.locator("main .history")).to_contain_text(CONTESTED)
    expect(page.locator("main .history")).to_contain_text("pas encore de réponse")
    expect(page.locator("main textarea")).to_have_count(0)
    return page.url


def is_answered(page: Page) -> None:
    """The secretariat finds the request and answers in words, by keyboard."""
    hands = Keyboard(page)
    page.goto("/review/")
    hands.follow("main a[href='/review/corrections/']")
    asked = page.locator("article", has_text=CONTESTED)
    expect(asked).to_have_count(1)
    hands.follow(f"main a[href='{asked.locator('.button').last.get_attribute('href')}']")
    expect(page.locator(".quote")).to_have_text(CONTESTED)
    hands.go("input[name=accepted]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[name=accepted][value=no]")).to_be_checked()
    hands.write("textarea[name=answer]", UPHELD)
    hands.follow("main form button[type=submit]")
    expect(page.locator("main .history")).to_contain_text(UPHELD)
    expect(page.locator("article", has_text=CONTESTED)).to_have_count(0)


def reads_the_answer(page: Page) -> None:
    """The answer stands where it was asked, and the form is free again."""
    page.reload()
    expect(page.locator("main .history")).to_contain_text(UPHELD)
    expect(page.locator("main .history")).to_contain_text("l’information est maintenue")
    expect(page.locator("main textarea")).to_have_count(1)


def gives(page: Page) -> None:
    """A decree with its date and a scan, from the sheet of the place; it is followed on the own page."""
    page.goto(f"/sites/{code_of(TOLD)}/")
    page.get_by_role("link", name="Transmettre une qualification").click()
    page.locator("input[name=status][value=GREEN]").check()
    page.locator("input[name=decree]").fill(DECREE)
    page.locator("input[name=decided_on]").fill("2024-10-05")
    page.locator("input[name=scan]").set_input_files([SCAN])
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text(DECREE)


def has_arrived(page: Page, reader: Page) -> None:
    """The secretariat finds it submitted, with the scan; a reader finds nothing of it."""
    page.goto("/review/")
    page.locator("filon-queue li > a", has_text=TOLD).first.click()
    expect(page.locator(".hand__scroll")).to_contain_text(DECREE)
    with page.expect_download() as scan:
        page.locator(".hand__scroll a[href^='/attachments/']").first.click()
    assert scan.value.path().read_bytes() == SCAN["buffer"]
    reader.goto(f"/sites/{code_of(TOLD)}/")
    expect(reader.locator("h1")).to_contain_text(TOLD)
    expect(reader.locator("main")).not_to_contain_text(DECREE)
