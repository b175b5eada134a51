"""Those who read: a ministry, a facilitator elsewhere, an analyst; what each gets of the room, and what nobody gets."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from access.reach import reach_of
from accounts.models import Person
from claims.models import Claim
from sites.models import Place
from tests.e2e.acts.room import KEPT_BACK, TOLD
from tests.e2e.acts.words import CLEARED, SECRETS
from tests.e2e.people import Heard, settled
from tests.e2e.traffic import fetched, told

KINDS = ("observations", "involvements", "legs", "benefits", "situations", "qualifications", "incidents")
SCREENS = ("/workshops/", "/recommendations/", "/reports/", "/account/")
DATA = ("places/", "actors/", "workshops/", "nodes/", "recommendations/", *(f"claims/{kind}/" for kind in KINDS))
LAYERS = ("/map/state.json", "/map/claims.json")


def code_of(site: str) -> str:
    """The code of a site, as it stands in addresses."""
    return str(Place.objects.get(name__endswith=site, code__isnull=False).code)


def walks(page: Page, heard: Heard) -> list[dict[str, Any]]:
    """Through all screens, layers and data of the interface; returns the claims that the interface gave."""
    page.goto("/map/")
    settled(page)
    for path in SCREENS:
        page.goto(path)
        page.wait_for_load_state("networkidle")
    for path in LAYERS:
        fetched(page, heard, path)
    answers = [json.loads(fetched(page, heard, f"/api/{path}") or "{}") for path in DATA]
    return [item for answer in answers for item in answer.get("items", []) if "review_status" in item]


def reads_no_secret(heard: Heard) -> None:
    """Who gains, who spoke, what was kept, struck or not cleared is in no byte."""
    received = told(heard)
    assert [word for word in SECRETS if word in received] == []


def ministry_reads(page: Page, heard: Heard) -> None:
    """Category, month and cleared words; of who gains the type; of what concerns the state a number alone."""
    items = walks(page, heard)
    assert {item["kind"] for item in items} >= {"OBSERVATION", "INVOLVEMENT", "BENEFIT"}
    assert not any({"actor", "beneficiary", "group"} & set(item) for item in items if not item["open_data"])
    of_the_state = Claim.objects.filter(about_state=True, sensitivity="HIGH", review_status="PUBLISHED")
    told_in_number = {str(key) for key in of_the_state.values_list("pk", flat=True)}
    assert told_in_number and not told_in_number & {item["id"] for item in items}
    mine = [item for item in items if item["place"] == code_of(TOLD)]
    assert {item.get("actor_category") for item in mine} >= {"AG_LOCAL"}
    assert {item["stated_precision"] for item in mine} == {"QUARTER"}
    page.goto(f"/map/?sel={code_of(TOLD)}")
    expect(page.locator(".details h2").first).to_contain_text(TOLD)
    page.locator(".details__foot a").first.click()
    sheet = page.locator("main")
    for words in ("Groupe armé local", "08/2026", CLEARED, "Négociant / comptoir local", "Un groupe de travail"):
        expect(sheet).to_contain_text(re.compile(re.escape(words), re.IGNORECASE))
    expect(sheet).not_to_contain_text("Groupe armé A")
    page.goto("/about-the-state/")
    expect(page.locator("main")).to_contain_text("Manono")
    assert KEPT_BACK not in told(heard)


def facilitator_elsewhere_reads(page: Page, heard: Heard) -> None:
    """Beside the own rooms, one of which stands open with its socket: class C1 of the own province, and no more."""
    page.goto("/workshops/")
    page.get_by_role("link", name=re.compile("Ouvrir le cahier")).first.click()
    expect(page.locator("[data-sync]")).to_have_attribute("data-state", "received")
    items = walks(page, heard)
    own = reach_of(Person.objects.get(email__startswith="bahati@")).workshops
    foreign = set(map(str, Claim.objects.exclude(workshop__in=own).values_list("pk", flat=True)))
    seen = [item for item in items if item["id"] in foreign]
    assert seen and {item["sensitivity"] for item in seen} <= {"LOW", "MODERATE"}
    assert fetched(page, heard, f"/sites/{code_of(TOLD)}/") == ""
    received = told(heard)
    assert "Axe fictif nord" in received, "what came by the socket is read"
    assert CLEARED not in received and TOLD not in received


def exported(page: Page) -> dict[str, dict[str, str]]:
    """The rows of the file that the menu of the map gives, by code."""
    page.locator("summary", has=page.locator("text=/Export/i")).click()
    with page.expect_download() as waiting:
        page.locator(".menu__item", has_text="CSV").click()
    page.keyboard.press("Escape")
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    return {row["code"]: row for row in csv.DictReader(io.StringIO(text))}


def analyst_exports(page: Page) -> None:
    """The file holds what the room said, with the day and the actor; no name of who gains."""
    page.goto("/map/")
    settled(page)
    rows = exported(page)
    mine = rows[code_of(TOLD)]
    assert (mine["armed_presence"], mine["actors"]) == ("PRESENT_NO_DATA", "Groupe armé A")
    assert not [word for word in SECRETS if word != "Zulmarek" and word in str(rows)]
