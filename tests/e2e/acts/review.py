"""The secretariat and the room it asks: places are matched, words cleared, one is sent back, all verified, released."""

import re

from playwright.sync_api import Locator, Page, expect

from claims.models import Claim
from sites.models import Place
from tests.e2e.acts.room import KEPT_BACK, KNOWN, TOLD
from tests.e2e.acts.words import ANSWERED, ASKED, CLEARED, GROUP, NAMED, STRUCK
from workshops.models import Round

ROUND = "Mise à jour en cours"
REGISTERED = "Site fictif Upepo-12"
QUESTIONS = ("speaker", "single_source", "attack", "reply")


def in_the_way(page: Page, column: int) -> None:
    """From the card of the round to what is still to be done of it; columns as they stand on the card."""
    page.goto("/review/rounds/")
    page.locator(".round", has_text=ROUND).locator("tbody td").nth(column).locator("a").click()


def of_queue(page: Page, *words: str) -> Locator:
    """The lines of the queue that hold these words."""
    rows = page.locator("filon-queue li")
    for word in words:
        rows = rows.filter(has_text=word)
    return rows


def opens(page: Page, *words: str) -> None:
    """One claim of the queue, in hand; its keys are awake."""
    of_queue(page, *words).first.locator("> a").click()
    expect(page.locator(".hand__scroll > h2")).to_contain_text(words[0])
    page.wait_for_load_state("networkidle")


def matches(page: Page) -> None:
    """One place of the room is known by another name; two are new."""
    in_the_way(page, 3)
    for name in (KNOWN, KEPT_BACK, TOLD):
        page.locator(".match__list a", has_text=name).click()
        expect(page.locator(".match h2")).to_contain_text(name)
        if name == KNOWN:
            known = page.locator(".candidate", has_text=REGISTERED)
            expect(known).to_contain_text("à 730 m")
            known.get_by_role("button", name="C’est ce lieu").click()
        else:
            page.get_by_role("button", name="C’est un nouveau lieu").click()
        expect(page.locator(".match__list a", has_text=name)).to_have_count(0)
    assert Place.objects.filter(name__endswith=TOLD, status="ACCEPTED", code__isnull=False).exists()


def clears(page: Page) -> None:
    """A part of the words leaves the secretariat; who said them is told here alone; other words stay here whole."""
    in_the_way(page, 0)
    opens(page, TOLD, "Présence")
    expect(page.locator(".room-behind")).to_contain_text(GROUP)
    page.keyboard.press("t")
    expect(page.locator("#cleared")).to_be_focused()
    page.get_by_role("button", name="Reprendre tel que dit").click()
    expect(page.locator("#cleared")).to_have_value(f"{STRUCK} {CLEARED}")
    page.locator("#cleared").fill(CLEARED)
    page.get_by_role("button", name="Enregistrer le texte").click()
    expect(page.locator(".original mark")).to_have_text(STRUCK)
    for words in ((TOLD, "bénéfice"), (KEPT_BACK, "rien de dit")):
        opens(page, *words)
        page.locator("#cleared").fill("")
        page.get_by_role("button", name="Enregistrer le texte").click()
        expect(page.locator("#cleared-hint")).to_contain_text("Relu le")


def takes_back(page: Page) -> None:
    """Somebody who was in the room asked one statement back; it goes, although the room has said it otherwise since."""
    in_the_way(page, 4)
    asked = page.locator("main .card", has_text="Jiwe-9").filter(has=page.get_by_role("button", name="La retirer"))
    asked.get_by_role("button", name="La retirer").click()
    expect(asked).to_have_count(0)
    in_the_way(page, 0)
    expect(of_queue(page, "Jiwe-9")).to_have_count(1)


def sends_one_back(page: Page) -> None:
    """With its reason; of who gains a closed room is not asked."""
    opens(page, TOLD, "bénéfice")
    expect(page.get_by_role("button", name="Renvoyer avec motif")).to_have_count(0)
    opens(page, "Jiwe-9", "Pillage")
    page.keyboard.press("b")
    expect(page.locator("#dialog-send-back")).to_be_visible()
    page.locator("#send_reason").fill(ASKED)
    page.locator("dialog[open] button[type=submit]").click()
    in_the_way(page, 1)


def answers(page: Page) -> None:
    """The card of the workshop tells that something waits; the answer goes back."""
    page.goto("/workshops/")
    page.locator("a.returned", has_text=re.compile(r"\d")).first.click()
    card = page.locator(".asked-back")
    expect(card).to_contain_text(ASKED)
    expect(page.locator("main")).not_to_contain_text(NAMED)
    card.locator("textarea").fill(ANSWERED)
    card.get_by_role("button", name="Répondre").click()
    expect(page.locator(".asked-back")).to_have_count(0)


def verifies(page: Page) -> None:
    """The answer stands beside the question; everything is verified in one step that shows each line."""
    in_the_way(page, 0)
    of_queue(page, "Réponse reçue").locator("> a").click()
    expect(page.locator(".exchange")).to_contain_text(ANSWERED)
    in_the_way(page, 0)
    boxes = page.locator("filon-queue li input")
    number = boxes.count()
    for at in range(number):
        boxes.nth(at).check()
    page.get_by_role("button", name="Vérifier…").click()
    expect(page.locator("tbody tr")).to_have_count(number)
    page.get_by_role("button", name="Vérifier toutes").click()
    expect(page.locator(".messages")).to_contain_text(f"{number} information")


def proposes(page: Page) -> None:
    """Nothing is in the way: four answers in writing."""
    page.goto("/review/rounds/")
    page.locator(".round h2 a", has_text=ROUND).click()
    for name in QUESTIONS:
        page.locator(f"input[name={name}][value={'yes' if name == 'reply' else 'no'}]").check()
        page.locator(f"#id_{name}_words").fill("Lu deux fois (fictif).")
    page.get_by_role("button", name="Proposer la diffusion").click()
    expect(page.locator(".answers")).to_be_visible()
    expect(page.get_by_role("button", name="Diffuser la mise à jour")).to_have_count(0)


def releases(page: Page) -> None:
    """A second person reads the answers and releases; one date for all."""
    page.goto("/review/rounds/")
    page.locator(".round h2 a", has_text=ROUND).click()
    expect(page.locator(".answers")).to_contain_text("Lu deux fois (fictif).")
    page.get_by_role("button", name="Diffuser la mise à jour").click()
    expect(page.locator(".state", has_text="Diffusée le")).to_be_visible()
    of = Round.objects.get(title__startswith=ROUND)
    released = Claim.objects.filter(workshop__in=of.workshops.values("pk"), review_status="PUBLISHED")
    assert set(released.values_list("published_at", flat=True)) == {of.released_at}


def learns_what_became_of_it(page: Page) -> None:
    """The room reads that it is released, with its own answer, and nothing of who gains."""
    page.goto("/workshops/")
    page.locator(".workshop", has_text="des collines").locator("a").first.click()
    page.get_by_role("link", name="Ce qu’est devenue chacune").click()
    expect(page.locator(".status", has_text="Diffusé").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(ANSWERED)
    expect(page.locator("main")).not_to_contain_text(NAMED)
    expect(page.locator("main")).not_to_contain_text("bénéfice")
