"""The parts of the screens in a real browser: nothing overflows, nothing moves out of reach, axe finds nothing."""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Route, expect

from tests.look.gallery import gallery

ROOT = Path(__file__).resolve().parents[2]
ORIGIN = "http://filon.test"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'"
SIZES = [(1366, 768), (390, 844), (1920, 1080), (320, 640)]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def served(theme: str) -> Any:
    """Answer every request of the page from the checkout, under the policy of the product."""
    html = gallery(theme)

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        file = ROOT / path.lstrip("/")
        if path.startswith("/static/"):
            kind = mimetypes.guess_type(file.name)[0]
            return route.fulfill(body=file.read_bytes() if file.exists() else b"", content_type=kind or "text/plain")
        headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
        return route.fulfill(body=html, headers=headers)

    return answer


@pytest.fixture
def opened(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The gallery, at the size and in the theme that the test asks for; a word on the console fails it."""
    (width, height), theme = getattr(request, "param", ((1366, 768), "light"))
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size({"width": width, "height": height})
    page.route("**/*", served(theme))
    page.goto(f"{ORIGIN}/gallery/")
    yield page
    assert said == []


@pytest.mark.parametrize("opened", [(size, "light") for size in SIZES], indirect=True, ids=str)
def test_no_screen_scrolls_sideways(opened: Page) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("opened", [(SIZES[0], "light"), (SIZES[1], "light"), (SIZES[0], "projector")], indirect=True)
def test_axe_finds_nothing(opened: Page) -> None:
    for summary in opened.locator(".topbar summary").all():
        summary.evaluate("one => { one.parentElement.open = true }")
    opened.evaluate(AXE.read_text())
    found = opened.evaluate("axe.run().then(it => it.violations.map(one => [one.id, one.nodes.map(n => n.target[0])]))")
    assert found == []


@pytest.mark.parametrize("opened", [(SIZES[1], "light")], indirect=True)
def test_entries_fold_behind_one_button_on_a_phone(opened: Page) -> None:
    fold = opened.locator(".topbar__fold")
    entry = opened.get_by_role("link", name="Ateliers")
    expect(entry).to_be_hidden()
    fold.click()
    expect(entry).to_be_visible()
    expect(fold).to_have_attribute("aria-expanded", "true")
    opened.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    expect(fold).to_be_focused()


def test_the_person_menu_opens_by_key_and_closes_by_escape(opened: Page) -> None:
    summary = opened.locator(".topbar summary").last
    summary.focus()
    opened.keyboard.press("Enter")
    way_out = opened.locator(".menu__item", has_text=re.compile("Sign out|Quitter|déconnecter", re.I))
    expect(way_out).to_be_visible()
    opened.keyboard.press("Escape")
    expect(way_out).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_click_elsewhere_closes_the_menu(opened: Page) -> None:
    opened.locator(".topbar summary").last.click()
    opened.locator("h1").click()
    assert opened.locator(".topbar details[open]").count() == 0


def test_what_cannot_be_undone_asks_for_the_typed_word(opened: Page) -> None:
    opened.get_by_role("button", name="Annuler l’import").click()
    dialog = opened.locator("dialog")
    expect(dialog).to_be_visible()
    send = dialog.locator("button[type=submit]")
    expect(send).to_have_attribute("aria-disabled", "true")
    send.click(force=True)
    expect(dialog).to_be_visible()
    dialog.get_by_role("textbox").fill("annuler")
    expect(send).to_have_attribute("aria-disabled", "false")
    opened.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opened.get_by_role("button", name="Annuler l’import")).to_be_focused()


def test_every_error_leads_to_its_field(opened: Page) -> None:
    targets = opened.locator(".errors a").evaluate_all("links => links.map(one => one.hash)")
    assert targets == ["#id_latitude", "#id_note"]
    assert opened.locator("#id_latitude").get_attribute("aria-invalid") == "true"
    described = opened.locator("#id_latitude").get_attribute("aria-describedby") or ""
    assert described.split() == ["id_latitude_helptext", "id_latitude_error"]


@pytest.mark.parametrize("opened", [(SIZES[1], "light")], indirect=True)
def test_tasks_are_large_enough_for_a_tired_hand(opened: Page) -> None:
    small = opened.locator("main .button:not(.button--dense), main .field input[type=text]").evaluate_all(
        "all => all.filter(one => one.offsetHeight && one.offsetHeight < 44).map(one => one.textContent)"
    )
    assert small == []


def test_no_part_brings_a_script_or_style_of_its_own() -> None:
    html = gallery()
    assert " style=" not in html
    assert "<style" not in html
    assert re.findall(r"<script(?![^>]*src=)", html) == []
    assert re.findall(r"\son\w+=", html) == []
    assert "http" not in re.sub(r"http://www\.w3\.org/\S+", "", html)
