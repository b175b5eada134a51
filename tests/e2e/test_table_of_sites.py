"""A hall's sites, written down as fast as they are said: by keyboard alone, from a browser into the document."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from access.reach import SYSTEM
from accounts.models import Person
from claims.codes import Disclosure
from sites.codes import SourceKind
from tests import factories as make
from tests.e2e.conftest import make_cast
from tests.e2e.hall import Typist, opened, projected, written
from tests.e2e.people import DESK, PHONE, People, soon
from tests.e2e.test_accessibility import look
from tests.people import TANGANYIKA, WORKSHOPS
from tests.workbook.rooms import running_workshop
from workbook.models import Workbook
from workbook.services import prepare_workbook, recall_claims
from workbook.writing import writing
from workshops.models import Round, Workshop

ROOM = WORKSHOPS["amina"]
STROKES = 60
ELEMENTS = {"chain": "filon-chain", "sites": "filon-sites-to-treat", "table": "filon-site-table"}
KNOWN = ("Mwamba-7", "Kifungo-2", "Tambwe-1", "Lubanza-4", "Kilima-3")
SILENT = "Lunguza-9"
"""A known site of which the group says nothing yet."""

SCRIPT = (
    # "Mwamba-7, coltan, le groupe A taxe, ça part à Kalemie"
    ("{Mwamba-7}[Tab]coltan[Tab]{groupe A}[Tab]taxe[Enter]>{Kalemie}[Control+Enter]", "Mwamba-7"),
    ("{Kifungo-2}[Tab]artis or alluv ht[Tab]{groupe B}[Tab]jeton 500 FC par creuseur[Control+Enter]", "Kifungo-2"),
    ("{Lubanga-1}[Tab]cassitérite puits[Tab]{coopérative C}[Tab]étiq[Tab]commun[Tab]cons[Control+Enter]", "Lubanga-1"),
    ("{Kazanga}[Tab]or[Tab]négociants[Tab]préfi[Enter]>{Kabalo}, or, moto[Control+Enter]", "Kazanga"),
    ("{Pont de Lunga}[Tab]barrière or[Tab]{FARDC}[Tab]barrière[Tab][Tab]contesté[Control+Enter]", "Pont de Lunga"),
    ("{Tambwe-1}[Tab]semi méca, or, zea[Tab]{société D}[Tab]achat[Tab]étrangère[Tab]avis[Control+Enter]", "Tambwe-1"),
    ("{Mukolo}[Tab]or, vieux pont[Tab]wazalendo[Tab]escorte[Tab]nous ne[Control+Enter]", "Mukolo"),
    ("{Kilima-3}[Tab]dépôt or[Tab]comptoir[Tab]fausse[Tab]autorité[Control+Enter]", "Kilima-3"),
    ("{Sange}[Tab]coltan artis[Tab]{groupe B}[Tab]salongo[Enter]rançon[Tab][Tab]maj[Control+Enter]", "Sange"),
    ("{Axe Nyunzu}[Tab]axe[Tab]{groupe A}[Tab]barrière 1000 FC par passage[Control+Enter]", "Axe Nyunzu"),
)
"""What is said of ten sites, as it is typed: {names}, [keys] and words."""


def fill() -> None:
    """A running workshop of amina, five known places, and what an earlier one said of them."""
    make_cast()
    workshop = running_workshop(name="Atelier de Kalemie")
    prepare_workbook(workshop, by=SYSTEM)
    of = Round.objects.create(title="Earlier round of the tests", starts_on=date(2023, 6, 1))
    earlier = Workshop.objects.create(
        round=of,
        name="Earlier workshop",
        provinces=[TANGANYIKA],
        starts_on=date(2023, 6, 1),
        ends_on=date(2023, 6, 2),
    )
    source = make.source(kind=SourceKind.WORKSHOP, workshop=earlier.pk, title="Atelier de juin 2023")
    group = make.actor(name="Groupe armé A", aliases=["Groupe A"])
    told: dict[str, Any] = {"source": source, "workshop": earlier.pk, "disclosure": Disclosure.PLENARY}
    claims = []
    for name in (*KNOWN, SILENT):
        place = make.place(name=name, declared_territoire="Kalemie")
        claims += [
            make.observation(place=place, armed_presence="PRESENT_NO_INT", exploitation_modes=["ARTISANAL"], **told),
            make.involvement(place=place, actor=group, modes=["TAX_ENTRY"], **told),
            make.leg(place=place, to_text="Kalemie", **told),
        ]
    esther = Person.objects.get(email="esther@demo.invalid")
    assert recall_claims(workshop, [claim.pk for claim in claims], by=esther) == len(claims)


@pytest.fixture(scope="module")
def table(people: People) -> Any:
    """Amina's table of sites, and what her browser hears."""
    return opened(people, "amina", ROOM, "table")


def colleague_writes(page: Page, name: str) -> None:
    """A colleague names a site, and the page has it."""
    with writing(Workbook.objects.get(workshop=ROOM), by=Person.objects.get(email="amina@demo.invalid")) as book:
        book.make("places", {"name": name, "treat": "zz"})
    expect(row(page, name)).to_be_visible()


def row(page: Page, name: str) -> Any:
    """The row of a site."""
    return page.locator("tr[data-row]").filter(has=page.locator(".row__name", has_text=name))


def test_ten_sites_are_typed_as_they_are_said_each_with_at_most_sixty_strokes(table: Any) -> None:
    page, heard = table
    typist = Typist(page)
    page.locator("[data-row='new'] td").focus()
    typist.press("Enter")
    taken = {name: typist.follow(line) for line, name in SCRIPT}
    assert max(taken.values()) <= STROKES, taken
    soon(lambda: len(projected(ROOM).records.involvements), len(SCRIPT))
    records = projected(ROOM).records
    places = {place.id: place for place in records.places}
    rows = {it.place: it for it in records.involvements}
    mwamba = next(place for place in places.values() if place.label == "S-1")
    assert mwamba.ref and not mwamba.name, "the known place, not a new one"
    observed = next(it for it in records.observations if it.place == mwamba.id)
    assert observed.minerals == ("COLTAN",)
    assert rows[mwamba.id].modes == ("TAX_MINERAL",)
    assert rows[mwamba.id].actor_category in ("", "AG_LOCAL")
    leg = next(it for it in records.legs if it.place == mwamba.id)
    assert (leg.to_text, leg.mineral) == ("Kalemie", "COLTAN")
    assert heard.said == []


def test_what_was_typed_stands_in_the_table_and_words_of_no_list_are_to_be_completed(table: Any) -> None:
    page, _ = table
    kifungo = row(page, "Kifungo-2")
    expect(kifungo.locator("[data-column=nature]")).to_have_text("artisanal · or · alluvionnaire · hors titre")
    expect(kifungo.locator("[data-column=modes]")).to_contain_text("Taxation à l’entrée du site (jeton)")
    expect(kifungo.locator("[data-column=modes] b")).to_have_text("500\u00a0FC par creuseur")
    expect(row(page, "Mukolo").locator("[data-column=nature] .missing")).to_contain_text("vieux pont")
    expect(row(page, "Lunga").locator("[data-column=actors] [data-told=group]")).to_have_count(1)
    expect(row(page, "Lunga").locator("[data-column=benefits] .missing")).to_have_count(1)


def test_five_sites_of_the_last_round_get_their_answers_by_digits_whatever_the_layout(table: Any) -> None:
    page, heard = table
    typist = Typist(page)
    digits = {"Mwamba-7": "124", "Kifungo-2": "111", "Tambwe-1": "346", "Lubanza-4": "555", "Kilima-3": "216"}
    for name, keys in digits.items():
        page.locator("[data-row='new'] td").focus()
        typist.press("Enter")
        typist.name(name)
        typist.press("Enter", "F4")
        expect(page.locator("[role=radiogroup]")).to_be_visible()
        for digit in keys:
            page.keyboard.press(f"Digit{digit}")
        typist.press("F4", "Escape")
    answers = {"1": "UNCHANGED", "2": "WORSE", "3": "BETTER", "4": "ENDED", "5": "WRONG", "6": "NOT_KNOWN"}
    wanted = sorted(answers[digit] for keys in digits.values() for digit in keys)

    def given() -> list[str]:
        roots = ("observations", "involvements", "legs")
        entries = [entry for root in roots for entry in written(ROOM)[root].values() if not entry.get("removed_at")]
        return sorted(entry["since_last_round"] for entry in entries if entry.get("answers"))

    soon(given, wanted)
    expect(page.locator(".before__progress.missing")).to_have_count(0)
    assert heard.said == []


def test_a_site_is_put_on_the_list_and_its_old_answers_wait_for_the_groups_own(people: People, table: Any) -> None:
    page, heard = opened(people, "amina", ROOM, "sites")
    page.locator("[data-typed]").focus()
    page.keyboard.type("lungusa")
    expect(page.locator("[data-found] [data-ref]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[data-place]")).to_have_count(1)
    page.locator("[data-place]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("filon-site-table .is-open")).to_be_visible()
    expect(page.locator("tr.before")).to_have_count(len(KNOWN) + 1)
    page.locator("[data-own-first]").focus()
    page.keyboard.press("Space")
    expect(page.locator("tr.before")).to_have_count(len(KNOWN))
    assert heard.said == []
    page.context.close()


def test_a_colleagues_new_site_leaves_the_open_cell_as_it_is(people: People, table: Any) -> None:
    page, _ = table
    row(page, "Kazanga").locator("[data-column=modes]").focus()
    page.keyboard.type("tra")
    other, heard = opened(people, "amina", ROOM, "table")
    other.locator("[data-row='new'] td").focus()
    Typist(other).follow("[Enter]{Aaa first of all}[Tab]or[Tab]")
    expect(row(page, "Aaa first of all")).to_be_visible(timeout=90_000)
    expect(page.locator(".cell__field")).to_be_focused()
    expect(page.locator(".cell__field")).to_have_value("tra")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert heard.said == []
    other.context.close()


def test_words_in_an_open_cell_are_taken_whichever_way_one_leaves_the_table(table: Any) -> None:
    page, _ = table
    rail = page.locator("[data-rail] a", has_text="Circuit des minerais")
    ways: dict[str, Callable[[], None]] = {"Ccc by key": lambda: page.keyboard.press("F8"), "Ddd by mouse": rail.click}
    for name, leave in ways.items():
        page.locator("[data-row='new'] td").focus()
        page.keyboard.press("Enter")
        page.keyboard.type(name)
        expect(page.locator("[data-options]")).to_be_visible()
        leave()
        expect(page.locator("filon-site-table")).to_have_count(0)
        page.go_back()
        expect(row(page, name)).to_be_visible()


def test_the_sheet_takes_figures_periods_and_pasted_positions_and_keeps_what_it_cannot_read(table: Any) -> None:
    page, heard = table
    row(page, "Kazanga").locator("[data-column=nature]").focus()
    page.keyboard.press("F2")
    sheet = page.locator("[data-sheet]")
    expect(sheet.locator("[data-name]")).to_have_text("Kazanga")
    beyond = page.locator("[data-stage]").evaluate("stage => stage.scrollHeight - stage.clientHeight")
    assert beyond <= 0, "the sheet scrolls inside itself"
    expect(sheet.locator(":focus")).to_have_count(1)
    page.keyboard.press("Space")
    sheet.get_by_label("Creuseurs").press_sequentially("350 à")
    colleague_writes(page, "Bbb said meanwhile")
    sheet.get_by_label("Creuseurs").press_sequentially(" 400")
    sheet.get_by_label("Période").fill("08/2024")
    sheet.get_by_label("Position", exact=True).fill("5°55′ S, 29°12′ E")
    sheet.get_by_label("Position", exact=True).press("Tab")
    place = next(it for it in projected(ROOM).records.places if it.name == "Kazanga")

    def told() -> Any:
        records = projected(ROOM).records
        seen = next(it for it in records.observations if it.place == place.id)
        latitude = next(it.lat for it in records.places if it.id == place.id)
        since = seen.since and str(seen.since.first)[:7]
        return seen.armed_presence, seen.workers_low, seen.workers_high, since, latitude and round(latitude, 3)

    soon(told, ("PRESENT_INT", 350, 400, "2024-08", -5.917))
    sheet.get_by_label("Creuseurs").fill("beaucoup")
    sheet.get_by_label("Période").focus()
    expect(sheet.get_by_label("Creuseurs")).to_have_attribute("aria-invalid", "true")
    expect(sheet.get_by_label("Creuseurs")).to_have_value("beaucoup")
    sheet.locator("[data-another]").press("Enter")
    expect(sheet.locator("[data-observations] input")).to_have_count(2)
    expect(sheet.locator("[data-observations] input:checked")).to_be_focused()
    expect(sheet.get_by_label("Creuseurs")).to_have_value("")
    sheet.locator("[data-observations] [data-remove]").press("Enter")
    expect(sheet.get_by_label("Creuseurs")).to_have_value("350 à 400")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert heard.said == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("station", ["sites", "table", "chain"])
def test_axe_finds_nothing_in_the_stations_of_the_sites(people: People, station: str, size: tuple[int, int]) -> None:
    page, heard = opened(people, "amina", ROOM, station, size)
    assert look(page, size) == []
    if station == "table":
        page.locator("tr[data-row] [data-column=modes]").first.click()
        page.keyboard.type("tax")
        expect(page.locator("[data-options]")).to_be_visible()
        assert look(page, size) == []
        page.keyboard.press("Escape")
        page.keyboard.press("F2")
        for tab in ("actors", "chain", "benefits"):
            page.locator(f"[data-tab={tab}]").click()
            assert look(page, size) == [], tab
    assert heard.said == []
    page.context.close()


def test_the_circuit_leads_from_its_gaps_to_their_cells_by_keyboard(people: People) -> None:
    page, heard = opened(people, "amina", ROOM, "chain")
    gap = page.locator("[data-list] .missing").first
    gap.focus()
    page.keyboard.press("Enter")
    expect(page.locator("filon-site-table td.is-open .cell__field")).to_be_focused()
    assert heard.said == []
    page.context.close()


def test_opening_and_closing_a_hundred_times_leaves_nothing_behind(people: People) -> None:
    page, _ = opened(people, "amina", ROOM, "table")
    line = page.context.new_cdp_session(page)

    def held() -> dict[str, float]:
        line.send("HeapProfiler.collectGarbage")
        line.send("Performance.enable")
        metrics = line.send("Performance.getMetrics")["metrics"]
        return {one["name"]: one["value"] for one in metrics}

    def round_trip(times: int) -> None:
        for _ in range(times):
            for station in ELEMENTS:
                page.evaluate("station => { location.hash = location.hash.replace(/[^/]+$/, station) }", station)
                page.locator(f"[data-stage] > {ELEMENTS[station]}").wait_for()
            page.locator("tr[data-row] [data-column=modes]").first.click()
            page.keyboard.type("tax")
            page.keyboard.press("Escape")
            page.keyboard.press("F2")
            page.keyboard.press("Escape")

    round_trip(10)
    before = held()
    round_trip(40)
    after = held()
    for name, slack in (("Nodes", 1.05), ("JSEventListeners", 1.2), ("JSHeapUsedSize", 1.15)):
        assert after[name] <= before[name] * slack, (name, before[name], after[name])
    page.context.close()
