"""One person withdraws one claim at once: at the next request it is in no panel, layer, file and answer any more."""

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.acts.readers import code_of, exported
from tests.e2e.people import counts, settled

SITE = "Zone minière fictive Wingu"
SAID, BEFORE = "PRESENT_INT", "PRESENT_NO_DATA"
"""What the room said of the site, and what was known before."""


def seen(page: Page) -> dict[str, Any]:
    """What the panel, the drawn map, the layer, the file and the interface say of the site."""
    code = code_of(SITE)
    page.goto(f"/map/?sel={code}")
    settled(page)
    expect(page.locator(".details h2").first).to_contain_text(SITE)
    answer = page.request.get(f"/api/claims/observations/?place={code}")
    return {
        "panel": page.locator(".details").inner_text(),
        "drawn": counts(page),
        "layer": page.request.get("/map/state.json").text(),
        "claims": page.request.get("/map/claims.json").text(),
        "file": exported(page)[code]["armed_presence"],
        "keys": {item["id"] for item in json.loads(answer.text())["items"]},
    }


def withdraws(page: Page) -> None:
    """From the sheet of the site to the claim, and away with it; who saw it is listed."""
    page.goto(f"/sites/{code_of(SITE)}/")
    page.locator(".claim", has_text="Présence avec ingérence").get_by_role("link", name="Ouvrir l’information").click()
    page.get_by_role("button", name="Retirer tout de suite").click()
    expect(page.locator("dialog[open]")).to_be_visible()
    page.locator("dialog[open] textarea").fill("Des gens sont cherchés (fictif).")
    page.locator("dialog[open] button[type=submit]").click()
    expect(page.locator("h1")).to_contain_text(SITE)
    expect(page.locator("main")).to_contain_text("Céline")


def is_gone(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Everything says what it said before the room."""
    assert (before["file"], after["file"]) == (SAID, BEFORE)
    assert before["drawn"][SAID] - after["drawn"][SAID] == 1
    assert before["layer"] != after["layer"] and before["claims"] != after["claims"]
    assert len(before["keys"] - after["keys"]) == 1 and after["keys"] < before["keys"]
    worded = re.compile("Présence avec ingérence|ingérence constatée", re.IGNORECASE)
    assert worded.search(before["panel"]) and not worded.search(after["panel"])
