"""Keyboard alone: the map with its filters, list and panel; the desk with its steps, dialogs and batches."""

import re

from playwright.sync_api import Page, expect

from accounts.models import Person
from claims.models import Claim
from tests.e2e.keyboard import Keyboard
from tests.e2e.people import PHONE, People, settled

DEMONSTRATION = True


def unchecked_by(name: str) -> list[str]:
    """Claims that this person of the secretariat may verify, in the order of the queue."""
    person = Person.objects.get(email=f"{name}@demo.invalid")
    rows = Claim.objects.filter(review_status="SUBMITTED").permitted(person, "verify")
    return [str(key) for key in rows.order_by("recorded_at", "pk").values_list("pk", flat=True)]


def on_map(people: People, query: str = "") -> tuple[Page, Keyboard]:
    page, _ = people.page_of("celine")
    page.goto(f"/map/{query}")
    settled(page)
    return page, Keyboard(page)


def test_filters_are_set_searched_and_taken_away(people: People) -> None:
    page, hands = on_map(people)
    hands.press(".skip")
    hands.press("filon-filters input[type=checkbox]", "Space")
    expect(page.locator("[data-chips] .chip")).to_have_count(1)
    hands.press("filon-filters details:not([open]) > summary")
    expect(page.locator("filon-filters details[open]")).to_have_count(3)
    hands.back("[data-chips] button")
    page.keyboard.press("Enter")
    expect(page.locator("[data-chips] .chip")).to_have_count(0)
    hands.write("[data-search]", "Mwezi")
    expect(page.locator("[data-count] b")).to_have_text("1")


def test_list_and_panel_follow_the_focus_and_give_it_back(people: People) -> None:
    page, hands = on_map(people)
    hands.press("[data-form-button=list]")
    hands.press("filon-list thead [data-sort=day]")
    expect(page.locator("filon-list th[aria-sort]")).to_have_count(1)
    hands.go("filon-list tbody button")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".details h2").first).to_be_focused()
    hands.go("[role=tab]")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[role=tab]").nth(1)).to_be_focused()
    expect(page.locator("[role=tabpanel]:visible")).to_have_attribute("aria-labelledby", "tab-actors")
    page.keyboard.press("Escape")
    expect(page.locator(".details h2")).to_have_count(0)
    expect(page.locator("filon-list tbody tr:nth-child(2) button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".details__foot a")).to_have_count(1)
    hands.follow(".details__foot a")
    expect(page.locator("h1")).to_have_count(1)


def test_the_map_is_moved_boxed_and_taken_back_in_time(people: People) -> None:
    page, hands = on_map(people)
    hands.go("[data-map]")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**lon=*")
    hands.press("[data-zoom-in]")
    hands.press("[data-draw]")
    expect(page.locator("[data-map]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-chips] .chip")).to_have_count(1)
    day = page.locator("[data-on]").input_value()
    hands.press("filon-timeline input[type=range]", "ArrowLeft")
    expect(page.locator("[data-on]")).not_to_have_value(day)


def test_in_the_hand_the_filters_open_over_the_map_and_close(people: People) -> None:
    page, _ = people.page_of("celine", PHONE)
    page.goto("/map/")
    settled(page)
    hands = Keyboard(page)
    hands.press("[data-sheet-button=filters]")
    hands.press("filon-filters input[type=checkbox]", "Space")
    expect(page.locator("[data-chips] .chip")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".viewbar [data-sheet-button=filters]")).to_be_focused()


def test_a_claim_is_read_refused_and_verified(people: People) -> None:
    page, _ = people.page_of("esther")
    page.goto("/review/")
    hands = Keyboard(page)
    hands.follow(f".queue__list li a[href*='{unchecked_by('esther')[0]}']")
    hands.press("a[href='#dialog-send-back']")
    expect(page.locator("#dialog-send-back")).to_be_visible()
    hands.write("#dialog-send-back textarea", "Une date manque (fictif).")
    page.keyboard.press("Escape")
    expect(page.locator("#dialog-send-back")).to_be_hidden()
    expect(page.locator("a[href='#dialog-send-back']")).to_be_focused()
    hands.follow("form[action*='/verify/'] button")
    expect(page.locator(".messages")).to_contain_text("Vérifiée")


def test_several_claims_are_verified_in_one_step(people: People) -> None:
    page, _ = people.page_of("furaha")
    page.goto("/review/")
    hands = Keyboard(page)
    shown = page.locator(".queue__list input[type=checkbox]").evaluate_all("all => all.map(one => one.value)")
    for key in [key for key in shown if key in unchecked_by("furaha")][:2]:
        hands.press(f".queue__list input[type=checkbox][value='{key}']", "Space")
    hands.follow("button[name=step][value=verify]")
    expect(page.locator("h1")).to_have_text(re.compile(r"Vérifier [12] information"))
    hands.follow("#batch button[type=submit]")
    expect(page.locator(".messages")).to_contain_text(re.compile(r"[12] information"))
