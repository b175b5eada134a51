"""The demonstration as its visitors walk through it: first screens, a rectification, language, way out, no link."""

import pytest
from playwright.sync_api import expect

from tests.e2e.people import People, settled

DEMONSTRATION = True

FIRST_SCREENS = {
    "amina": "/workshops/",
    "celine": "/map/",
    "daudi": "/map/",
    "esther": "/review/",
    "gaspard": "/accounts/",
}


@pytest.mark.parametrize("name", FIRST_SCREENS)
def test_each_role_lands_on_its_job(people: People, name: str) -> None:
    page, heard = people.page_of(name)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert FIRST_SCREENS[name] in page.url
    expect(page.locator("h1").first).to_have_count(1)
    assert heard.said + heard.strangers == []


def test_the_screen_changes_its_language(people: People) -> None:
    page, _ = people.page_of("celine")
    page.goto("/reports/")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator("form[action='/language/'] button[value=en]").evaluate("one => one.click()")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_without_a_link_the_map_says_so_and_the_list_works(people: People) -> None:
    page, _ = people.page_of("celine")
    page.goto("/map/")
    settled(page)
    page.context.set_offline(True)
    expect(page.locator("[data-notice]")).to_be_visible()
    page.locator("[data-form-button=list]").click()
    expect(page.locator("filon-list tbody tr").first).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("[data-notice]")).to_be_hidden()


TICK = "document.querySelector('filon-filters details[open] input[type=checkbox]:enabled').click();"


def test_an_export_asked_in_the_moment_of_a_filter_is_that_of_the_filter(people: People) -> None:
    page, _ = people.page_of("celine")
    page.goto("/map/")
    settled(page)
    links = page.evaluate(
        f"() => {{ {TICK} return [...document.querySelectorAll('a[data-export]')].map(a => a.href) }}"
    )
    assert len(links) == 2 and all("?f." in link for link in links)


def test_who_leaves_in_the_moment_of_a_filter_comes_back_to_it(people: People) -> None:
    page, _ = people.page_of("celine")
    page.goto("/map/")
    settled(page)
    page.evaluate(f"() => {{ {TICK} document.querySelector('.topbar a[href=\"/reports/\"]').click() }}")
    page.wait_for_url("**/reports/")
    page.go_back()
    settled(page)
    expect(page.locator("[data-chips] .chip")).to_have_count(1)
