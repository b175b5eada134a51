"""A place gets its position on the map of its form: by a click, by keyboard alone, or typed; nothing inline."""

import re

from django.contrib.gis.geos import Point
from playwright.sync_api import Page, expect

from sites.models import Place
from tests import factories
from tests.e2e.conftest import make_cast
from tests.e2e.people import PHONE, People, soon

DECIMALS = re.compile(r"^-?\d+\.\d{5} -?\d+\.\d{5}$")
FIELD = "#id_position"


def fill() -> None:
    """One place with a position, one without."""
    make_cast()
    factories.place(name="Placed", geom=Point(29.2, -5.9, srid=4326))
    factories.place(name="Not placed", geom=None)


def form_of(people: People, name: str, **options: object) -> tuple[Page, list[str], Place]:
    """The form of a place, its map drawn."""
    place = Place.objects.get(name=name)
    page, heard = people.page_of("esther", **options)  # type: ignore[arg-type]
    page.goto(f"/sites/{place.pk}/edit/")
    expect(page.locator("filon-point canvas").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    return page, heard.said, place


def test_a_click_on_the_map_writes_the_position_and_saving_keeps_it(people: People) -> None:
    page, said, place = form_of(people, "Not placed")
    assert page.locator(FIELD).input_value() == ""
    page.locator("filon-point [data-map]").click(position={"x": 200, "y": 120})
    expect(page.locator(FIELD)).to_have_value(DECIMALS)
    latitude, longitude = (float(figure) for figure in page.locator(FIELD).input_value().split())
    page.locator("main form button[type=submit]").click()
    soon(lambda: Place.objects.get(pk=place.pk).geom is not None, True)
    kept = Place.objects.get(pk=place.pk).geom
    assert kept is not None and (round(kept.y, 5), round(kept.x, 5)) == (latitude, longitude)
    assert said == []


def test_arrows_and_enter_take_the_middle_and_the_form_is_not_sent(people: People) -> None:
    page, said, _place = form_of(people, "Placed")
    before = page.locator(FIELD).input_value()
    page.locator("filon-point [data-map]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).not_to_have_value(before)
    expect(page.locator(FIELD)).to_have_value(DECIMALS)
    assert float(page.locator(FIELD).input_value().split()[1]) > 29.2
    expect(page.locator("filon-point [data-said]")).to_contain_text("Position retenue")
    assert page.url.endswith("/edit/") and said == []


def test_what_is_typed_moves_the_mark_and_other_ways_of_writing_are_left_to_the_server(people: People) -> None:
    page, said, _place = form_of(people, "Placed", size=PHONE)
    page.locator(FIELD).fill("5°55′ S 29°12′ E")
    expect(page.locator("filon-point [data-said]")).to_contain_text("lue à l’enregistrement")
    page.locator(FIELD).fill("-4.1 26.2")
    expect(page.locator("filon-point [data-said]")).to_have_text("")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("main script:not([type='application/json'])").count() == 0
    assert said == []
