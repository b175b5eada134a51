"""A workshop typed by two: who is there, undo, a field that both change, a line that breaks, a session that ends."""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import override_settings
from playwright.sync_api import Browser, Page, expect
from pytest_django.plugin import DjangoDbBlocker

from access.reach import SYSTEM
from accounts.codes import Role
from accounts.models import Person
from accounts.services import Scope, add_membership
from tests.e2e.conftest import ROOT, make_cast, own_database
from tests.e2e.people import DESK, PHONE, Heard, People
from tests.people import TANGANYIKA, WORKSHOPS
from tests.workbook.rooms import running_workbook
from tests.workbook.web import Web, web

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
FOUND = "() => axe.run().then(it => it.violations.map(one => `${one.id}: ${one.nodes[0].target[0]}`))"
TEXT = "filon-recommendations [data-sheet] textarea"
FIELD = "filon-recommendations [data-sheet] [data-key='{key}']"
ROWS = "filon-recommendations [data-rows] > li"
PILL = "[data-sync]"


def fill() -> None:
    """The cast, and a running workshop in which amina and bahati take notes."""
    make_cast()
    workbook = running_workbook("amina")
    bahati = Person.objects.get(email__startswith="bahati@")
    scope = Scope(provinces=(TANGANYIKA,), workshop=workbook.workshop_id)
    add_membership(bahati, Role.FACILITATOR, scope, by=SYSTEM)


@pytest.fixture(scope="module")
def server(bundles: None, template: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Web]:
    """A web process of its own: sockets need the whole application."""
    with django_db_blocker.unblock(), own_database(template), override_settings(FILON_SECOND_FACTOR=False):
        cache.clear()
        fill()
        with web() as running:
            yield running


@pytest.fixture(scope="module")
def people(server: Web, browser: Browser) -> Iterator[People]:
    """Browsers of the cast."""
    made = People(browser, f"http://127.0.0.1:{server.port}")
    yield made
    made.close()


@pytest.fixture
def both(people: People) -> Iterator[tuple[Page, Page]]:
    """Amina and bahati at the recommendations of the same workshop, which are empty."""
    pages = [opened(people, name)[0] for name in ("amina", "bahati")]
    yield pages[0], pages[1]
    amina = pages[0]
    amina.goto(f"/workbook/#{WORKSHOPS['amina']}/recommendations")
    while left := amina.locator(ROWS).count():
        amina.locator(ROWS).first.click()
        amina.locator("[data-sheet] [data-remove]").click()
        expect(amina.locator(ROWS)).to_have_count(left - 1)
    received(amina)
    for page in pages:
        page.close(run_before_unload=False)


def opened(people: People, name: str, station: str = "recommendations") -> tuple[Page, Heard]:
    """A page of that person at a station."""
    page, heard = people.page_of(name)
    page.goto(f"/workbook/#{WORKSHOPS['amina']}/{station}")
    expect(page.locator(f"filon-{station}")).to_be_visible()
    return page, heard


def received(page: Page) -> None:
    """Everything is with the server."""
    expect(page.locator(PILL)).to_have_attribute("data-state", "received", timeout=40_000)


def recommend(page: Page, words: str) -> None:
    """A new recommendation, typed."""
    page.locator("filon-recommendations [data-add]").click()
    page.keyboard.type(words)
    received(page)


def take_up(page: Page, words: str) -> None:
    """The first recommendation, open with all its words, so that a hand can write in it."""
    page.bring_to_front()
    page.locator(ROWS).first.click()
    expect(page.locator(TEXT)).to_have_value(words)


def test_each_sees_who_is_there_and_what_the_other_types(both: tuple[Page, Page]) -> None:
    amina, bahati = both
    expect(amina.locator("[data-people] li")).to_have_count(2)
    expect(bahati.locator("[data-people]")).to_have_attribute("aria-label", re.compile("amina", re.IGNORECASE))
    recommend(amina, "Ouvrir la route de Nyunzu")
    expect(bahati.locator(ROWS)).to_contain_text("Ouvrir la route de Nyunzu")
    take_up(bahati, "Ouvrir la route de Nyunzu")
    bahati.locator(TEXT).press("End")
    bahati.keyboard.type(" avant la pluie")
    expect(amina.locator(TEXT)).to_have_value("Ouvrir la route de Nyunzu avant la pluie")


def test_undo_takes_back_the_own_words_and_never_a_colleagues(both: tuple[Page, Page]) -> None:
    amina, bahati = both
    recommend(amina, "Un centre à Kalemie")
    take_up(bahati, "Un centre à Kalemie")
    bahati.locator(TEXT).press("Control+Home")
    bahati.keyboard.type("Ouvrir : ")
    expect(amina.locator(TEXT)).to_have_value("Ouvrir : Un centre à Kalemie")
    amina.locator(TEXT).focus()
    amina.keyboard.insert_text("a" * 2_000)
    expect(amina.locator("[data-toasts]")).to_contain_text("Ce champ prend 2\u202f000 signes")
    amina.keyboard.press("Control+z")
    amina.keyboard.press("Control+z")
    expect(amina.locator(TEXT)).to_have_value("Ouvrir : ")
    amina.keyboard.press("Control+z")
    expect(amina.locator("[data-toasts]")).to_contain_text("un collègue y a écrit")
    expect(bahati.locator(TEXT)).to_have_value("Ouvrir : ")


def test_a_field_that_both_change_without_a_line_is_shown_and_not_lost(both: tuple[Page, Page], server: Web) -> None:
    amina, bahati = both
    recommend(amina, "Délimiter des zones artisanales")
    bahati.locator(ROWS).first.click()
    server.kill()
    for page, word in ((amina, "Cadastre minier"), (bahati, "Division des mines")):
        expect(page.locator(PILL)).not_to_have_attribute("data-state", "received", timeout=30_000)
        page.locator(FIELD.format(key="body")).fill(word)
        page.locator(FIELD.format(key="body")).press("Tab")
        expect(page.locator(PILL)).to_contain_text("seulement sur cet ordinateur")
        expect(page.locator(ROWS).first).to_contain_text("seulement ici")
    server.start()
    server.wait()
    for page in both:
        received(page)
    standing = amina.locator(FIELD.format(key="body")).input_value()
    assert standing in ("Cadastre minier", "Division des mines")
    for page in both:
        page.locator(TEXT).focus()
        page.keyboard.press("F9")
        dialog = page.locator("#past-dialog")
        expect(dialog.locator("[data-twice]")).to_be_visible()
        expect(dialog.locator("[data-changes]")).to_contain_text("Cadastre minier")
        expect(dialog.locator("[data-changes]")).to_contain_text("Division des mines")
        page.keyboard.press("Escape")


def test_what_is_missing_leads_to_its_entry_or_stands_with_a_reason(both: tuple[Page, Page]) -> None:
    amina, bahati = both
    recommend(amina, "Soigner les blessés")
    amina.goto(f"/workbook/#{WORKSHOPS['amina']}/complete")
    entry = amina.locator("filon-complete .finding-entry", has_text="Soigner les blessés")
    expect(entry).to_contain_text("Qui la met en œuvre", timeout=20_000)
    missing = entry.locator("[data-severity=ASKS]", has_text="À quelle cause")
    missing.locator("[data-accept]").click()
    amina.keyboard.type("Demandée par tous")
    amina.keyboard.press("Enter")
    expect(amina.locator("[data-accepted]")).to_contain_text("Demandée par tous")
    expect(missing).to_have_count(0)
    entry.locator("[data-lead]").click()
    expect(amina.locator(TEXT)).to_have_value("Soigner les blessés")
    amina.goto("/workbook/#%")
    expect(amina.locator("[data-stage]")).to_contain_text("Aucun atelier n’est ouvert")
    amina.go_back()
    expect(amina.locator(TEXT)).to_have_value("Soigner les blessés")
    bahati.goto(f"/workbook/#{WORKSHOPS['amina']}/complete")
    bahati.locator("[data-accepted-box] summary").click()
    bahati.locator("[data-reopen]").click()
    expect(bahati.locator("filon-complete .finding-entry [data-label]", has_text="À quelle cause")).to_have_count(1)


def test_the_clock_of_the_agenda_and_the_counts_are_the_same_for_both(people: People) -> None:
    amina, heard = opened(people, "amina", "agenda")
    bahati, _ = opened(people, "bahati", "agenda")
    amina.locator("[data-toggle]").first.click()
    expect(bahati.locator("[data-now]")).to_be_visible()
    bahati.locator("[data-toggle]").nth(1).press("Enter")
    expect(bahati.locator(".point[data-state=done]")).to_have_count(1)
    expect(amina.locator(".point[data-state=running]")).to_have_count(1)
    expect(amina.locator(".point[data-state=done]")).to_have_count(1)
    amina.locator("[data-counts] input").nth(0).fill("3")
    bahati.locator("[data-counts] input").nth(1).fill("5")
    bahati.keyboard.press("Tab")
    amina.keyboard.press("Tab")
    for page in (amina, bahati):
        expect(page.locator("[data-totals]")).to_contain_text(re.compile(r"3\s*5\s*8"))
    amina.locator("[data-counts] input").nth(0).fill("4O")
    amina.keyboard.press("Tab")
    expect(amina.locator("[data-counts] [role=alert]")).to_contain_text("Un nombre entier en chiffres")
    expect(amina.locator("[data-totals]")).to_contain_text(re.compile(r"3\s*5\s*8"))
    titles = [bahati.locator(".agenda-day").nth(day).locator("[data-key=title]") for day in (0, 1)]
    moved = titles[1].first.input_value()
    titles[1].first.press("Alt+ArrowUp")
    expect(titles[0].last).to_have_value(moved)
    expect(titles[0].last).to_be_focused()
    amina.locator("[data-read]").click()
    amina.get_by_role("button", name="Kiswahili").click()
    expect(amina.locator("[data-rules-in=sw]")).to_be_visible()
    expect(amina.locator("[data-rules-in=fr]")).to_be_hidden()
    assert heard.said + heard.strangers == []


def test_signed_out_in_the_middle_the_words_wait_and_leave_after_signing_in(people: People) -> None:
    page, _ = people.fresh(language="fr")
    people.sign_in(page, "amina")
    page.goto(f"/workbook/#{WORKSHOPS['amina']}/recommendations")
    received(page)
    other = page.context.new_page()
    other.goto("/workshops/")
    other.locator("form[action*='sign-out'] button").evaluate("button => button.click()")
    expect(page.locator(PILL)).to_have_attribute("data-state", "ended", timeout=40_000)
    page.locator("filon-recommendations [data-add]").click()
    page.keyboard.type("Écrit sans session")
    expect(page.locator(PILL)).to_contain_text("1 seulement sur cet ordinateur")
    expect(page.locator("[data-toasts]")).to_contain_text("Vos mots sont toujours ici")
    people.sign_in(other, "amina")
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    received(page)
    page.reload()
    expect(page.locator(ROWS, has_text="Écrit sans session")).to_have_count(1)
    page.locator(ROWS, has_text="Écrit sans session").click()
    page.locator("[data-sheet] [data-remove]").click()
    received(page)


def test_leaving_with_words_that_are_only_here_warns(people: People, server: Web) -> None:
    page, _ = opened(people, "amina")
    received(page)
    server.kill()
    page.locator("filon-recommendations [data-add]").click()
    page.keyboard.type("seulement ici")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    server.start()
    server.wait()
    received(page)
    page.locator("[data-sheet] [data-remove]").click()
    received(page)


def test_leaving_with_a_word_still_in_its_field_warns_and_the_word_is_received(people: People) -> None:
    page, _ = opened(people, "amina", "preparation")
    name = page.locator("[data-invitations] [data-key=name]").last
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("filon-preparation [data-add]").click()
    page.keyboard.type("Division des mines")
    page.close(run_before_unload=True)
    expect(name).to_be_focused()
    assert asked == ["beforeunload"]
    received(page)
    page.reload()
    expect(name).to_have_value("Division des mines")
    page.locator("[data-invitations] [data-remove]").last.click()
    received(page)


def test_locking_leaves_an_empty_page(people: People) -> None:
    page, heard = opened(people, "amina", "agenda")
    received(page)
    page.locator("[data-lock]").click()
    expect(page.locator("main")).to_contain_text("Aucun atelier n’est ouvert")
    assert "filon-agenda" not in page.locator("[data-stage]").inner_html()
    assert page.url.endswith("/workbook/")
    assert heard.said + heard.strangers == []


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_axe_finds_nothing_in_any_station(people: People, size: tuple[int, int]) -> None:
    page, _ = people.page_of("amina", size)
    for station in ("preparation", "agenda", "recommendations", "complete"):
        page.goto(f"/workbook/#{WORKSHOPS['amina']}/{station}")
        expect(page.locator(f"filon-{station} .station__head")).to_be_visible()
        received(page)
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(AXE)
        assert page.evaluate(FOUND) == [], station


def test_a_phone_reads_every_station_without_scrolling_sideways(people: People) -> None:
    page, heard = people.page_of("amina", PHONE)
    for station in ("preparation", "agenda", "recommendations", "complete"):
        page.goto(f"/workbook/#{WORKSHOPS['amina']}/{station}")
        expect(page.locator(f"filon-{station} .station__head h2")).to_be_visible()
        received(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert heard.said + heard.strangers == []
