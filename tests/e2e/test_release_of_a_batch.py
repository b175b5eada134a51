"""From a file to the map: two people release a batch, and each reader sees what is theirs, no byte more."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Page, expect

from access.reach import reach_of
from accounts.models import Person
from claims.codes import ReviewStatus
from claims.models import PlaceState
from claims.state import refresh_states
from imports.models import ImportBatch
from sites.codes import Sensitivity
from sites.models import Place
from tests import factories as make
from tests.e2e.conftest import make_cast
from tests.e2e.people import Heard, People, counts, settled, soon

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
VISITS = DATA / "ipis_visits_tanganyika_maniema.csv"
OUTLINES = (DATA / "admin" / "cod_adm1_26_simplified.geojson", DATA / "admin" / "cod_adm2_240_simplified.geojson")
DRAWN = {"PRESENT_INT": 80, "PRESENT_NO_INT": 36, "PRESENT_NO_DATA": 16, "ABSENT": 469, "NO_DATA": 7}
PLACES, DISAGREEING = 608, 22
SECRETS = ("Zorvaquin", "Pelmothrix", "Quandilor", "Wexatrum")
INKS = {"PRESENT_INT": "--presence-seen", "ABSENT": "--presence-absent", "PRESENT_NO_INT": "--presence-unhindered"}

pytestmark = [
    pytest.mark.skipif(not VISITS.exists(), reason=f"The file of visits is not at {VISITS.name} beside the checkout."),
    pytest.mark.usefixtures("released"),
]


def fill() -> None:
    """Accounts, secrets that only the secretariat may read, and the file as a batch that nobody has reviewed."""
    make_cast()
    notes, beneficiary, place, draft = SECRETS
    lonely = make.place(name="Test site of secrets")
    named = make.actor(name=beneficiary, sensitivity=Sensitivity.SEVERE)
    told = [
        make.observation(place=lonely, note=notes, review_status=ReviewStatus.SUBMITTED),
        make.benefit(
            place=lonely, beneficiary=named, review_status=ReviewStatus.VERIFIED, sensitivity=Sensitivity.SEVERE
        ),
        make.observation(place=lonely, note=draft, review_status=ReviewStatus.DRAFT),
    ]
    hidden = make.place("Maniema", name=place)
    for one in (lonely, hidden):
        Place.objects.filter(pk=one.pk).update(sensitivity=Sensitivity.SEVERE)
    refresh_states({claim.place_id for claim in told} | {hidden.pk})
    call_command("import_ipis", str(VISITS), "--json", stdout=io.StringIO())


def in_sql(name: str) -> dict[str, int]:
    """How many places of that person's reach have each presence, by the states of the audience."""
    reach = reach_of(Person.objects.get(email=f"{name}@demo.invalid"))
    places = Place.objects.permitted_to(reach).values_list("pk", flat=True)
    states = dict(PlaceState.objects.filter(audience=reach.audience).values_list("place", "presence"))
    return dict(Counter(states.get(place, "NO_DATA") for place in places))


def on_map(people: People, name: str, query: str = "") -> tuple[Page, Heard]:
    """The map of that person, drawn."""
    page, heard = people.page_of(name)
    page.goto(f"/map/{query}")
    settled(page)
    return page, heard


def silent(*heard: Heard) -> None:
    """Nothing on the console, nobody else's server asked."""
    assert [line for one in heard for line in one.said + one.strangers] == []


@pytest.fixture(scope="module")
def released(people: People) -> tuple[Heard, Heard]:
    """The batch as two of the secretariat have released it, by hand; what their browsers said meanwhile."""
    batch = ImportBatch.objects.get()
    celine, _ = on_map(people, "celine")
    assert sum(counts(celine).values()) == 0
    esther, heard = people.page_of("esther")
    esther.goto("/imports/")
    esther.get_by_role("link", name=VISITS.name).click()
    esther.locator("form[action$='/verify/'] button").click()
    expect(esther.locator("form[action$='/verify/']")).to_have_count(0)
    expect(esther.locator("form[action$='/publish/']")).to_have_count(0)
    expect(esther.get_by_text("un collègue du secrétariat", exact=False)).to_be_visible()
    token = esther.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    again = esther.request.post(
        f"/imports/{batch.pk}/publish/", form={"csrfmiddlewaretoken": token}, headers={"Referer": esther.url}
    )
    assert again.status in (403, 409)
    furaha, also = people.page_of("furaha")
    furaha.goto(f"/imports/{batch.pk}/")
    expect(furaha.locator("form[action$='/verify/']")).to_have_count(0)
    furaha.locator("form[action$='/publish/'] button").click()
    expect(furaha.locator("form[action$='/publish/']")).to_have_count(0)
    return heard, also


def test_two_of_the_secretariat_release_the_batch(released: tuple[Heard, Heard]) -> None:
    assert ImportBatch.objects.get().published_at is not None
    silent(*released)


def test_the_analyst_sees_every_place_with_its_symbol(people: People) -> None:
    page, heard = on_map(people, "celine")
    soon(lambda: counts(page), DRAWN)
    assert in_sql("celine") == DRAWN
    expect(page.locator("[data-count]")).to_have_text(re.compile(rf"{PLACES}\D+{PLACES}"))
    silent(heard)


@pytest.mark.parametrize("presence", INKS)
def test_pixels_have_the_colour_of_the_symbol(people: People, presence: str) -> None:
    """A known place alone in its surroundings, zoomed in: its ink is on the canvas."""
    state = PlaceState.objects.filter(audience="analyst", presence=presence, place__geom__isnull=False)
    place = state.select_related("place").order_by("place__number")[0].place
    page, _ = on_map(people, "celine", f"?z=14&lat={place.geom.y}&lon={place.geom.x}&f.presence={presence}")
    found = page.locator("filon-map").evaluate(
        """(map, token) => {
          const probe = document.createElement("span");
          probe.style.color = `var(${token})`;
          map.append(probe);
          const ink = getComputedStyle(probe).color.match(/\\d+/g).map(Number).slice(0, 3);
          probe.remove();
          let near = 0;
          for (const canvas of map.querySelectorAll("canvas")) {
            const box = canvas.getBoundingClientRect();
            const frame = map.querySelector("[data-map]").getBoundingClientRect();
            const ratio = canvas.width / box.width;
            const x = (frame.left + frame.width / 2 - box.left - 16) * ratio;
            const y = (frame.top + frame.height / 2 - box.top - 16) * ratio;
            const { data } = canvas.getContext("2d").getImageData(x, y, 32 * ratio, 32 * ratio);
            for (let at = 0; at < data.length; at += 4)
              if (data[at + 3] > 150 && ink.every((part, of) => Math.abs(part - data[at + of]) < 40)) near += 1;
          }
          return near;
        }""",
        INKS[presence],
    )
    assert found > 10


@pytest.mark.parametrize(("name", "other"), [("daudi", "Maniema"), ("bahati", "Tanganyika")])
def test_a_province_is_seen_and_not_the_other(people: People, name: str, other: str) -> None:
    page, heard = on_map(people, name)
    expected = in_sql(name)
    assert 0 < sum(expected.values()) < PLACES
    soon(lambda: counts(page), expected)
    foreign = Place.objects.filter(declared_province=other, status="ACCEPTED").order_by("number")[0]
    answer = page.request.get(f"/sites/{foreign.code}/")
    assert answer.status == 404
    silent(heard)


def test_the_analyst_filters_opens_and_exports_what_the_list_shows(people: People) -> None:
    page, heard = on_map(people, "celine")
    box = page.locator("filon-filters details", has_text=re.compile("Présence")).first
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    option = box.locator("label.option").filter(has_text=re.compile("avec ingérence|ingérence constatée", re.I)).first
    assert option.locator("[data-n]").inner_text() == str(DRAWN["PRESENT_INT"])
    option.click()
    soon(lambda: counts(page), {"PRESENT_INT": DRAWN["PRESENT_INT"]})
    expect(page.locator("[data-chips] .chip")).to_have_count(1)
    page.locator("[data-form-button=list]").click()
    rows = page.locator("filon-list tbody tr")
    expect(rows).to_have_count(DRAWN["PRESENT_INT"])
    listed = set(rows.evaluate_all("lines => lines.map(line => line.dataset.code)"))
    assert exported(page, "CSV") == listed
    assert exported(page, "GeoJSON") == listed
    rows.first.locator("button").click()
    name = rows.first.locator("button").inner_text()
    expect(page.locator(".details h2")).to_have_text(name)
    page.locator(".details__foot a").click()
    expect(page.locator("h1")).to_contain_text(name)
    page.go_back()
    settled(page)
    expect(page.locator("[data-chips] .chip")).to_have_count(1)
    silent(heard)


def exported(page: Page, layout: str) -> set[str]:
    """Codes of the places in the file that the menu gives."""
    page.locator("summary", has=page.locator("text=/Export/i")).click()
    with page.expect_download() as waiting:
        page.locator(".menu__item", has_text=layout).click()
    page.keyboard.press("Escape")
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    if layout == "CSV":
        return {row["code"] for row in csv.DictReader(io.StringIO(text))}
    return {feature["properties"]["code"] for feature in json.loads(text)["features"]}


def test_no_byte_of_the_ministry_holds_a_secret(people: People) -> None:
    page, heard = people.page_of("daudi")
    page.route("**/*", heard.keep)
    page.goto("/map/")
    settled(page)
    page.locator("[data-form-button=list]").click()
    page.locator("filon-list tbody button").first.click()
    page.locator(".details__foot a").click()
    page.wait_for_load_state("networkidle")
    for path in ("/workshops/", "/reports/", "/account/", "/map/?q=Zorvaquin"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    received = unquote(b"\n".join(heard.received).decode("utf-8", "replace")).replace("?q=Zorvaquin", "")
    taken = "".join(
        page.request.get(f"/{path}").text()
        for path in ("exports/csv", "exports/geojson", "api/places/", "api/observations/", "api/benefits/")
    )
    for word in (*SECRETS, *only_of("Maniema")):
        assert word not in received
        assert word not in taken
    assert "Tanganyika" in received
    silent(heard)


def only_of(province: str) -> list[str]:
    """Long names of sites that no other province and no word of the interface holds."""
    with VISITS.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    others = " ".join(" ".join(row.values()) for row in rows if row["province"] != province)
    names = {row["name"] for row in rows if row["province"] == province}
    return sorted(name for name in names if len(name) > 7 and name not in others)[:40]


def test_places_whose_provinces_disagree_leave_both_ministries(people: People) -> None:
    """With outlines loaded: the drawn map equals SQL for each reader again."""
    if not all(file.exists() for file in OUTLINES):
        pytest.skip("Outlines of provinces are not beside the checkout.")
    names = ("celine", "daudi", "habiba", "bahati", "esther")
    before = {name: sum(in_sql(name).values()) for name in names}
    call_command("load_boundaries", *map(str, OUTLINES), "--json", stdout=io.StringIO())
    connections.close_all()
    after = {name: in_sql(name) for name in names}
    assert before["celine"] == sum(after["celine"].values()) == PLACES
    lost = sum(before[name] - sum(after[name].values()) for name in ("daudi", "habiba"))
    assert lost == DISAGREEING
    for name in names:
        page, heard = on_map(people, name)
        soon(lambda page=page: counts(page), after[name])
        silent(heard)
