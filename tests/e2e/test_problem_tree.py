"""The problem tree in two browsers and on the wall: written by keyboard alone, seen by a colleague, read by all."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect

from tests.e2e.conftest import ROOT, make_cast
from tests.e2e.people import DESK, PHONE, WALL, Heard, People, soon
from tests.people import WORKSHOPS
from tests.workbook.rooms import running_workbook
from workbook import presence
from workbook.writing import writing

SOCKETS = True
SHELL, WALL_PAGE = f"/workbook/#{WORKSHOPS['amina']}/tree", f"/workbook/{WORKSHOPS['amina']}/wall/"
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()
FOUND = "() => axe.run().then(it => it.violations.map(one => `${one.id}: ${one.nodes[0].target[0]}`))"
SMALL = """() => [...document.querySelectorAll('filon-wall *, .demo *')].filter(one => one.offsetParent !== null
  && [...one.childNodes].some(it => it.nodeType === 3 && it.textContent.trim())
  && parseFloat(getComputedStyle(one).fontSize) < 24).map(one => one.textContent)"""
KEPT_BACK = "zz services complices zz"
CAUSES = """1 Sites laissés sans présence
2 Routes coupées
3 Ponts emportés
3 Pluies plus fortes
2 Salaires irréguliers
1 Barrières sur les axes
2 Taxes à chaque pont
1 Aucune zone légale pour les creuseurs
2 Permis sur presque tout le territoire
3 Conflits fonciers
2 Creuseurs sans carte
3 Cartes trop chères
1 Puits préfinancés
2 Coopératives sans crédit
3 Banques absentes
3 Acheteurs seuls prêteurs
1 Ex-combattants sans réinsertion
2 Promesses non tenues
3 Suivi arrêté
2 Jeunes sans autre revenu
3 Écoles fermées"""
EFFECTS = """1 Familles déplacées
2 Enfants retirés de l’école
1 Or vendu hors traçabilité
2 Recettes en baisse
3 Écoles sans budget
1 Travail forcé
2 Blessés sans soins
1 Méfiance entre voisins"""


def fill() -> None:
    """The cast, and amina's workbook with its core problem."""
    make_cast()
    with writing(running_workbook(), by=_amina()) as book:
        book.make("groups", {"name": "Groupe 1", "session": 1, "kind": "WORKING", "order": "a1"}, "g1")


def _amina() -> Any:
    from accounts.models import Person

    return Person.objects.get(email="amina@demo.invalid")


def at_work(people: People, size: tuple[int, int] = DESK) -> tuple[Page, Heard]:
    """A page with the tree open."""
    page, heard = people.page_of("amina", size)
    page.goto(SHELL)
    expect(page.locator("filon-tree [data-lines=core] [role=treeitem]")).to_be_attached()
    return page, heard


def write(page: Page, lines: str) -> None:
    """Type a branch from an open, empty card: Enter beside, Tab deeper, Shift+Tab nearer to the core problem."""
    depth = 0
    for line in lines.splitlines():
        wanted, text = line.split(" ", 1)
        if depth:
            page.keyboard.press("Tab" if int(wanted) > depth else "Enter" if int(wanted) == depth else "Shift+Tab")
        if depth - int(wanted) > 1:
            page.keyboard.press("Shift+Tab")
        depth = int(wanted)
        page.keyboard.type(text)
    page.keyboard.press("Escape")


def outline(page: Page) -> list[str]:
    """Depth and words of every line, as it is read."""
    lines = page.locator("[data-outline] [role=treeitem]")
    told: list[str] = lines.evaluate_all(
        "all => all.map(one => `${one.ariaLevel - 1} ${one.querySelector('.line__text').textContent}`)"
    )
    return told


def card(page: Page, text: str) -> Locator:
    """The drawn card with these words."""
    return page.locator("[data-cards] .node").filter(has=page.get_by_text(text, exact=True))


def wrong(page: Page) -> list[str]:
    """What axe finds."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(FOUND)
    return found


def test_thirty_cards_by_keyboard_alone_while_a_colleague_looks(people: People) -> None:
    page, heard = at_work(people)
    other, other_heard = at_work(people)
    page.locator("[data-cards] .node--core").focus()
    page.keyboard.press("F2")
    page.keyboard.type("Des groupes armés vivent des sites miniers")
    page.keyboard.press("Enter")
    write(page, CAUSES)
    page.locator(".stage__bar [data-do=effect]").focus()
    page.keyboard.press("Enter")
    write(page, EFFECTS)
    expected = [*EFFECTS.splitlines(), "0 Des groupes armés vivent des sites miniers", *CAUSES.splitlines()]
    assert len(expected) == 30
    soon(lambda: outline(page), expected)
    soon(lambda: outline(other), expected)
    expect(page.locator("[data-sync][data-state=received]")).to_be_visible()
    assert wrong(page) + wrong(other) + heard.said + other_heard.said + heard.strangers == []


def test_the_outline_edits_the_same_tree_and_undo_spares_the_colleague(people: People) -> None:
    page, _ = at_work(people)
    other, _ = at_work(people)
    line = other.locator("[data-outline] [role=treeitem]").filter(has_text="Ponts emportés")
    line.focus()
    card(page, "Routes coupées").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Bac en panne")
    page.keyboard.press("Escape")
    expect(card(other, "Bac en panne")).to_be_attached()
    card(page, "Bac en panne").focus()
    page.keyboard.press("F2")
    expect(page.locator("[data-outline]").get_by_text("Bac en panne")).to_be_visible()
    page.keyboard.press("Escape")
    other.keyboard.press("F2")
    other.keyboard.type(" chaque année")
    other.keyboard.press("Escape")
    expect(card(page, "Ponts emportés chaque année")).to_be_visible()
    card(page, "Bac en panne").focus()
    for _press in range(3):
        page.keyboard.press("Control+z")
    expect(card(other, "Bac en panne")).to_have_count(0)
    expect(card(page, "Ponts emportés chaque année")).to_be_visible()
    other.keyboard.press("Alt+ArrowDown")
    soon(
        lambda: [it for it in outline(page) if it.startswith("3 P")],
        ["3 Pluies plus fortes", "3 Ponts emportés chaque année"],
    )


def test_branches_move_links_loop_and_what_names_the_state_is_kept_back(people: People) -> None:
    page, heard = at_work(people)
    card(page, "Taxes à chaque pont").focus()
    page.keyboard.press("Control+x")
    card(page, "Aucune zone légale pour les creuseurs").focus()
    page.keyboard.press("Control+v")
    soon(lambda: outline(page).index("2 Taxes à chaque pont") - outline(page).index("3 Cartes trop chères"), 1)
    card(page, "Recettes en baisse").focus()
    page.keyboard.press("Alt+l")
    card(page, "Salaires irréguliers").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-ties] [data-kind=loop]")).to_have_count(1)
    card(page, "Barrières sur les axes").focus()
    page.keyboard.press("Tab")
    page.keyboard.type(KEPT_BACK)
    page.keyboard.press("Escape")
    expect(card(page, KEPT_BACK).locator("[data-part=kept]")).to_be_visible()
    card(page, "Routes coupées").focus()
    page.keyboard.press("F4")
    page.locator("[data-votes-field] summary").click()
    votes = page.locator("[data-vote-rows] input")
    votes.fill("7")
    votes.press("Enter")
    expect(card(page, "Routes coupées").locator("[data-part=votes] b")).to_have_text("7")
    votes.fill("4O")
    votes.press("Enter")
    expect(page.locator("[data-vote-rows] [role=alert]")).to_be_visible()
    expect(card(page, "Routes coupées").locator("[data-part=votes] b")).to_have_text("7")
    votes.fill("")
    votes.press("Enter")
    expect(card(page, "Routes coupées").locator("[data-part]")).to_have_count(0)
    votes.fill("7")
    page.keyboard.press("Escape")
    expect(card(page, "Routes coupées").locator("[data-part=votes] b")).to_have_text("7")
    expect(card(page, "Routes coupées")).to_be_focused()
    page.keyboard.press("Delete")
    expect(card(page, "Pluies plus fortes")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(card(page, "Pluies plus fortes")).to_be_visible()
    assert heard.said == []


def test_the_wall_follows_in_large_letters_and_never_gets_what_is_kept_back(people: People) -> None:
    page, heard = at_work(people)
    received: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(str(frame)))

    page.context.on("page", lambda opened: opened.on("websocket", listen))
    with page.context.expect_page() as opening:
        page.locator("[data-project]").focus()
        page.keyboard.press("Enter")
    wall = opening.value
    wall.set_viewport_size({"width": WALL[0], "height": WALL[1]})
    said: list[str] = []
    wall.on("console", lambda message: said.append(message.text))
    expect(wall.locator(".wallcard--core")).to_have_text("Des groupes armés vivent des sites miniers")
    expect(page.get_by_role("radio", name="Arbre")).to_be_checked()
    card(page, "Aucune zone légale pour les creuseurs").focus()
    expect(wall.locator(".wallcard.is-open")).to_contain_text("Aucune zone légale pour les creuseurs")
    expect(wall.locator(".wallcard").filter(has_text="Cartes trop chères")).to_be_visible()
    expect(wall.locator(".wallcard").filter(has_text="Sites laissés sans présence")).to_contain_text("4 de plus")
    assert wall.evaluate(SMALL) == []
    card(page, KEPT_BACK).focus()
    page.keyboard.press("F2")
    page.keyboard.type(" encore")
    page.keyboard.press("Escape")
    card(page, "Barrières sur les axes").focus()
    expect(wall.locator(".wallcard.is-open")).to_contain_text("Barrières sur les axes")
    expect(wall.locator(".wallcard.is-open [data-more]")).to_be_hidden()
    page.get_by_role("radio", name=re.compile("Sites")).check()
    expect(wall.locator("[data-page=sites]")).to_be_visible()
    assert received != []
    assert [it for it in received if "zz" in it] == []
    assert wrong(wall) + wrong(page) + said + heard.said == []


@pytest.mark.parametrize(("width", "height"), [(1280, 800), PHONE])
def test_a_small_projector_gets_the_outline(people: People, width: int, height: int) -> None:
    page, heard = people.page_of("amina", (width, height))
    presence.show(WORKSHOPS["amina"], {"station": "tree", "branch": ""})
    page.goto(WALL_PAGE)
    expect(page.locator(".wallrow--core")).to_have_text("Des groupes armés vivent des sites miniers")
    assert page.evaluate(SMALL) == []
    assert wrong(page) + heard.said == []


def test_on_a_narrow_screen_there_is_only_the_outline(people: People) -> None:
    page, heard = at_work(people, PHONE)
    expect(page.locator("filon-tree .stage")).to_be_hidden()
    page.locator("[data-outline] [role=treeitem]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("F2")
    expect(page.locator(".treefield")).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert wrong(page) + heard.said == []
