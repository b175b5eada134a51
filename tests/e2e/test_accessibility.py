"""Screens of the demonstration in a browser: axe finds nothing, the console is silent, nobody else is asked."""

import pytest
from playwright.sync_api import Page

from config.demonstration.loading import load
from sites.models import Place
from tests.e2e.conftest import ROOT
from tests.e2e.people import DESK, People, settled
from tests.people import PASSWORD
from workshops.models import Workshop

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
FOUND = "() => axe.run().then(it => it.violations.map(one => `${one.id}: ${one.nodes[0].target[0]}`))"
EVERY = ("map/", "map/?view=list", "map/?sel=CODE", "sites/CODE/", "workshops/", "workshops/ROOM/", "account/")
SCREENS = {
    "": ("account/sign-in/", "account/password/reset/"),
    "amina": EVERY,
}


def fill() -> None:
    """The demonstration as on its first day."""
    load(PASSWORD)


def address_of(path: str) -> str:
    """The words CODE and ROOM become ones of the demonstration."""
    code = Place.objects.filter(status="ACCEPTED", provinces=["CD74"]).order_by("number")[0].code
    room = Workshop.objects.order_by("pk").filter(provinces__contains=["CD74"]) if "ROOM" in path else None
    path = path.replace("CODE", code or "")
    if room is not None:
        path = path.replace("ROOM", str(room[0].pk))
    return f"/{path}"


def shown(page: Page, path: str) -> int:
    """Open a screen and wait until it stands."""
    answer = page.goto(address_of(path))
    page.wait_for_load_state("networkidle")
    if path.startswith("map/"):
        settled(page)
    return answer.status if answer else 0


@pytest.mark.parametrize("name", SCREENS, ids=lambda name: name or "nobody")
def test_axe_finds_nothing_and_the_console_is_silent(people: People, name: str) -> None:
    page, heard = people.page_of(name, DESK)
    wrong = []
    for path in SCREENS[name]:
        status = shown(page, path)
        if status != 200:
            wrong.append(f"{path} {status}")
            continue
        page.evaluate(AXE)
        wrong += [f"{path} {one}" for one in page.evaluate(FOUND)]
    page.context.close()
    assert wrong + heard.said + heard.strangers == []
