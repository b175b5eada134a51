"""Persons in front of their browsers: signed in once through the form, every word and byte of theirs kept."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, expect

from tests.people import PASSWORD

DESK, PHONE, WALL = (1366, 768), (390, 844), (1920, 1080)
PATIENCE_SECONDS = 30


@dataclass
class Heard:
    """What one browser said and received."""

    said: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)

    def keep(self, route: Route) -> None:
        """Let a request through and keep every byte of its answer."""
        answer = route.fetch(max_redirects=0)
        self.received += [answer.url.encode(), repr(answer.headers).encode(), answer.body()]
        route.fulfill(response=answer)


class People:
    """Browsers by name; the storage of the first sign-in is used again."""

    def __init__(self, browser: Browser, address: str, password: str = PASSWORD) -> None:
        """Nobody is signed in yet."""
        self.browser, self.address, self.password = browser, address, password
        self.stored: dict[str, Any] = {}
        self.open: list[BrowserContext] = []

    def page_of(self, name: str, size: tuple[int, int] = DESK, language: str = "fr") -> tuple[Page, Heard]:
        """A page in which that person is signed in ('' for nobody), with what it hears from now on."""
        if name and name not in self.stored:
            self._sign_in(name)
        page, heard = self.fresh(size, self.stored.get(name), language)
        return page, heard

    def fresh(self, size: tuple[int, int] = DESK, stored: Any = None, language: str = "fr") -> tuple[Page, Heard]:
        """A page of a browser of its own."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": size[0], "height": size[1]},
            storage_state=stored,
            locale=language,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_SECONDS * 1000)
        self.open.append(context)
        page, heard = context.new_page(), Heard()
        own = urlsplit(self.address).netloc

        def hear(message: ConsoleMessage) -> None:
            heard.said.append(f"{message.type}: {message.text}")

        def see(request: Request) -> None:
            where = urlsplit(request.url)
            if where.scheme in ("http", "https", "ws", "wss") and where.netloc != own:
                heard.strangers.append(request.url)

        page.on("console", hear)
        page.on("pageerror", lambda error: heard.said.append(str(error)))
        page.on("request", see)
        return page, heard

    def sign_in(self, page: Page, name: str) -> None:
        """Through the form, as everybody does."""
        page.goto("/account/sign-in/")
        page.locator("input[name=login]").fill(f"{name}@demo.invalid")
        page.locator("input[name=password]").fill(self.password)
        page.locator("main button[type=submit]").click()
        expect(page.locator(".topbar .menu__who")).to_have_count(1)

    def _sign_in(self, name: str) -> None:
        page, heard = self.fresh()
        self.sign_in(page, name)
        assert heard.said == []
        self.stored[name] = page.context.storage_state()
        page.context.close()

    def close(self) -> None:
        """All browsers are shut."""
        for context in self.open:
            context.close()


def soon(ask: Callable[[], Any], wanted: Any) -> None:
    """Ask again until the answer is the wanted one."""
    until = time.monotonic() + PATIENCE_SECONDS
    answer = ask()
    while answer != wanted and time.monotonic() < until:
        time.sleep(0.1)
        answer = ask()
    assert answer == wanted


def settled(page: Page) -> None:
    """The map has drawn its places and knows their claims."""
    expect(page.locator("[data-count]")).to_contain_text(any_figure())
    page.wait_for_load_state("networkidle")


def any_figure() -> Any:
    """A pattern for a count that has arrived."""
    return re.compile(r"\d")


def counts(page: Page) -> dict[str, int]:
    """How many places are drawn with each symbol."""
    found: dict[str, int] = page.locator("filon-map").evaluate("map => map.counts")
    return {code: number for code, number in found.items() if number}
