"""What a closed room said: matched, cleared, sent back, answered, verified, released by two; nobody else reads more."""

from copy import deepcopy
from urllib.parse import unquote

from django.contrib.gis.geos import Point
from playwright.sync_api import Page, expect

from accounts.models import Person
from claims.models import Claim
from sites.models import Place
from tests import factories as make
from tests.e2e.conftest import make_cast
from tests.e2e.people import Heard, People
from tests.workbook.rooms import running_workbook
from tests.workbook.test_closing import CONTENT, filled
from workbook.services import close_workbook
from workshops.models import Round

SAID = "Zorvaquin est derrière la chapelle. Chaque creuseur paie 500 francs."
STRUCK, CLEARED = "Zorvaquin est derrière la chapelle.", "Chaque creuseur paie 500 francs."
NAMED, GROUP = "Pelmothrix", "Quandilor"
ASKED, ANSWERED = "Wexatrum : de quel mois s’agit-il ?", "Vintaquor : du mois d’août."
KNOWN = "Mwamba-7"
SECRETS = (*STRUCK.split()[:1], NAMED, GROUP, *ASKED.split()[:1], *ANSWERED.split()[:1])


def fill() -> None:
    """The cast, a known site, and the room of amina that has closed; the secretariat has seen nothing of it."""
    make_cast()
    make.place(name=KNOWN, geom=Point(28.1004, -6.2, srid=4326), declared_territoire="Kalemie")
    make.actor(name="Groupe armé A")
    content = deepcopy(CONTENT)
    content["observations"]["o"] |= {"note": SAID, "group": "g", "disclosure": "PLENARY"}
    content["benefits"]["b"] |= {"beneficiary_name": NAMED, "unspecified_reason": ""}
    content["groups"]["g"]["name"] = GROUP
    workbook = filled(running_workbook(), content)
    close_workbook(workbook, by=Person.objects.get(email="amina@demo.invalid"))


def test_two_people_of_the_secretariat_bring_it_to_its_readers(people: People) -> None:
    esther, heard = people.page_of("esther")
    matches(esther)
    clears(esther)
    sends_one_back(esther)
    amina, hers = people.page_of("amina")
    answers(amina)
    verifies(esther)
    proposes(esther)
    furaha, theirs = people.page_of("furaha")
    releases(furaha)
    assert heard.said + hers.said + theirs.said + heard.strangers + hers.strangers + theirs.strangers == []
    learns_what_became_of_it(amina)
    for name in ("celine", "daudi", "bahati"):
        reads_no_secret(people, name)


def matches(page: Page) -> None:
    """One place of the room is a known one, the other is new."""
    page.goto("/review/")
    page.get_by_role("link", name="Lieux des salles").click()
    page.locator(".match__list a", has_text="Mwamba 7").click()
    first = page.locator(".candidate").first
    expect(first).to_contain_text(KNOWN)
    expect(first).to_contain_text("même nom")
    first.get_by_role("button", name="C’est ce lieu").click()
    expect(page.locator("h2", has_text="Kalima-Sud")).to_be_visible()
    page.get_by_role("button", name="C’est un nouveau lieu").click()
    expect(page.get_by_text("Aucun lieu en attente")).to_be_visible()
    assert Place.objects.filter(name="Kalima-Sud", status="ACCEPTED", code__isnull=False).exists()


def clears(page: Page) -> None:
    """The words leave the secretariat without the part that tells where; the group is told here alone."""
    page.goto("/review/")
    page.locator("filon-queue li > a", has_text="Présence avec ingérence").click()
    expect(page.locator(".room-behind")).to_contain_text(GROUP)
    expect(page.locator(".room-behind")).to_contain_text("Barrières")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("t")
    expect(page.locator("#cleared")).to_be_focused()
    page.get_by_role("button", name="Reprendre tel que dit").click()
    expect(page.locator("#cleared")).to_have_value(SAID)
    page.locator("#cleared").fill(CLEARED)
    page.get_by_role("button", name="Enregistrer le texte").click()
    expect(page.locator(".original mark")).to_have_text(STRUCK)


def sends_one_back(page: Page) -> None:
    """With its reason; of who gains a closed room is not asked."""
    page.locator("filon-queue li > a", has_text="bénéfice").click()
    expect(page.get_by_role("button", name="Renvoyer avec motif")).to_have_count(0)
    page.locator("#cleared").fill("")
    page.get_by_role("button", name="Enregistrer le texte").click()
    page.locator("filon-queue li > a", has_text="Taxation").click()
    expect(page.locator(".hand__scroll > h2")).to_contain_text("Taxation")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("b")
    page.locator("#send_reason").fill(ASKED)
    page.locator("dialog[open] button[type=submit]").click()
    expect(page.locator(".queue__block", has_text="Renvoyée avec motif")).to_have_count(1)


def answers(page: Page) -> None:
    """The card tells that something waits; the answer goes back."""
    page.goto("/workshops/")
    page.locator("a.returned").click()
    card = page.locator(".asked-back")
    expect(card).to_contain_text(ASKED)
    expect(page.locator("main")).not_to_contain_text(NAMED)
    card.locator("textarea").fill(ANSWERED)
    card.get_by_role("button", name="Répondre").click()
    expect(page.locator(".asked-back")).to_have_count(0)


def verifies(page: Page) -> None:
    """The answer stands beside the question; everything is verified in one step that shows each line."""
    page.goto("/review/")
    page.locator("filon-queue li", has_text="Réponse reçue").locator("> a").click()
    expect(page.locator(".exchange")).to_contain_text(ANSWERED)
    boxes = page.locator("filon-queue li input")
    for number in range(boxes.count()):
        boxes.nth(number).check()
    page.get_by_role("button", name="Vérifier…").click()
    expect(page.locator("tbody tr")).to_have_count(Claim.objects.filter(review_status="SUBMITTED").count())
    page.get_by_role("button", name="Vérifier toutes").click()
    expect(page.locator("filon-queue li")).to_have_count(Claim.objects.filter(review_status="VERIFIED").count())


def proposes(page: Page) -> None:
    """Nothing is in the way: four answers in writing."""
    page.get_by_role("link", name="Mises à jour").click()
    page.locator(".round h2 a").first.click()
    for name in ("speaker", "single_source", "attack", "reply"):
        page.locator(f"input[name={name}][value={'yes' if name == 'reply' else 'no'}]").check()
        page.locator(f"#id_{name}_words").fill("Lu deux fois (fictif).")
    page.get_by_role("button", name="Proposer la diffusion").click()
    expect(page.get_by_role("button", name="Diffuser la mise à jour")).to_have_count(0)


def releases(page: Page) -> None:
    """A second person reads the answers and releases; one date for all."""
    page.goto("/review/rounds/")
    page.locator(".round h2 a").first.click()
    expect(page.locator(".answers")).to_contain_text("Lu deux fois (fictif).")
    page.get_by_role("button", name="Diffuser la mise à jour").click()
    expect(page.locator(".state", has_text="Diffusée le")).to_be_visible()
    released = Claim.objects.filter(review_status="PUBLISHED")
    assert set(released.values_list("published_at", flat=True)) == {Round.objects.get().released_at}


def learns_what_became_of_it(page: Page) -> None:
    """The room reads that it is released, with its own answer, and nothing of who gains."""
    page.goto("/workshops/")
    page.locator(".workshop a").first.click()
    page.get_by_role("link", name="Ce qu’est devenue chacune").click()
    expect(page.locator(".status", has_text="Diffusé").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(ANSWERED)
    expect(page.locator("main")).not_to_contain_text(NAMED)
    expect(page.locator("main")).not_to_contain_text("bénéfice")


def reads_no_secret(people: People, name: str) -> None:
    """Struck words, the group, the name and the exchange are in no byte that the person gets."""
    page, heard = people.page_of(name)
    page.route("**/*", heard.keep)
    code = Place.objects.get(name=KNOWN).code
    for path in ("/map/", f"/sites/{code}/", "/workshops/", "/reports/", "/api/observations/", "/api/benefits/"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    received = told(heard)
    assert [word for word in SECRETS if word in received] == []
    assert (CLEARED in received) == (name != "bahati")


def told(heard: Heard) -> str:
    """Everything that came, as text."""
    return unquote(b"\n".join(heard.received).decode("utf-8", "replace")).replace("\\u2019", "’")
