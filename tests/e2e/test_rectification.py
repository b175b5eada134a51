"""A ministry asks for a rectification and is answered: real sign-in, keyboard alone, nobody else hears of it."""

from urllib.parse import unquote

from playwright.sync_api import Page, expect

from accounts.models import Person
from claims.models import Claim
from tests.e2e.keyboard import Keyboard
from tests.e2e.people import Heard, People, settled
from tests.people import PASSWORD

DEMONSTRATION = True

ASKED = "Zorvaquin : la mission du 3 octobre n’a vu personne (fictif)."
ANSWERED = "Pelmothrix : deux sources la disent (fictif)."
SITE = "Site fictif Mwezi-8"
FIND = "main a[href$='/correction/']"


def seated(people: People, name: str) -> tuple[Page, Heard, Keyboard]:
    """That person signed in by hand, in a browser of their own."""
    page, heard = people.fresh()
    hands = Keyboard(page)
    hands.sign_in(name, PASSWORD)
    return page, heard, hands


def test_a_request_is_made_answered_and_read_by_those_two_alone(people: People) -> None:
    daudi, heard, hands = seated(people, "daudi")
    asks(daudi, hands)
    claim = daudi.url
    waits_for_its_answer(daudi)
    esther, also, desk = seated(people, "esther")
    answers(esther, desk)
    daudi.reload()
    expect(daudi.locator("main .history")).to_contain_text(ANSWERED)
    expect(daudi.locator("main .history")).to_contain_text("l’information est maintenue")
    expect(daudi.locator("main textarea")).to_have_count(1)
    assert heard.said + heard.strangers + also.said + also.strangers == []
    for name in ("habiba", "celine", "amina"):
        hears_nothing(people, name, claim)


def asks(page: Page, hands: Keyboard) -> None:
    """From the first screen through the list to the sheet, and on to the form of one of its claims."""
    settled(page)
    hands.press("[data-form-button=list]")
    hands.go("filon-list tbody button")
    for _ in range(60):
        if page.evaluate("document.activeElement.textContent") == SITE:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".details h2").first).to_have_text(SITE)
    hands.follow(".details__foot a")
    expect(page.locator("h1")).to_contain_text(SITE)
    hands.follow(FIND)
    hands.write("main textarea", ASKED)
    hands.follow("main form button[type=submit]")


def waits_for_its_answer(page: Page) -> None:
    """What was asked stands there, and nothing more can be asked meanwhile."""
    expect(page.locator("main .history")).to_contain_text(ASKED)
    expect(page.locator("main .history")).to_contain_text("pas encore de réponse")
    expect(page.locator("main textarea")).to_have_count(0)


def answers(page: Page, hands: Keyboard) -> None:
    """From the queue to the request, and the answer in words."""
    hands.follow("main a[href='/review/corrections/']")
    asked = page.locator("article", has_text=ASKED)
    expect(asked).to_have_count(1)
    address = asked.locator(".button").last.get_attribute("href")
    hands.follow(f"main a[href='{address}']")
    expect(page.locator(".quote")).to_have_text(ASKED)
    hands.go("input[name=accepted]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[name=accepted][value=no]")).to_be_checked()
    hands.write("textarea[name=answer]", ANSWERED)
    hands.follow("main form button[type=submit]")
    expect(page.locator("main .history")).to_contain_text(ANSWERED)
    expect(page.locator("article", has_text=ASKED)).to_have_count(0)


def hears_nothing(people: People, name: str, claim: str) -> None:
    """No byte of it reaches another ministry, an analyst or a facilitator, and the form's address is nobody else's."""
    page, heard = people.page_of(name)
    page.route("**/*", heard.keep)
    page.goto("/map/")
    settled(page)
    sheets = page.locator("filon-list tbody tr")
    page.locator("[data-form-button=list]").click()
    codes = [row.get_attribute("data-code") for row in sheets.all()]
    for path in ("/workshops/", "/reports/", "/account/", *(f"/sites/{code}/" for code in codes[:6])):
        page.goto(path)
    received = unquote(b"\n".join(heard.received).decode("utf-8", "replace"))
    assert "Zorvaquin" not in received and "Pelmothrix" not in received
    person = Person.objects.get(email=f"{name}@demo.invalid")
    seen = Claim.objects.permitted(person).filter(pk=claim.rstrip("/").split("/")[-2]).exists()
    assert not (seen and name == "habiba")
    assert page.request.get(claim).status == (403 if seen else 404)
