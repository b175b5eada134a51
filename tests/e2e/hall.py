"""A hall where sockets do not pass: a workbook open in a browser, written by HTTP, and hands that only type."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.e2e.people import DESK, Heard, People
from workbook import log
from workbook.models import Workbook
from workbook.projection import Document, Projection, project, read

LONG_MS = 30_000
"""Until HTTP is tried in place of the socket, and the document has come."""

AT_ONCE = {"Control+Enter": 2, "Shift+Tab": 2, "Alt+ArrowUp": 2}
"""Keys that take two strokes: a modifier and its key."""


def opened(
    people: People, name: str, workshop: Any, station: str, size: tuple[int, int] = DESK, language: str = "fr"
) -> tuple[Page, Heard]:
    """A station of a workshop's workbook, as that person has it when the document has come."""
    page, heard = people.page_of(name, size, language)

    def shut(line: WebSocketRoute) -> None:
        line.close()

    page.route_web_socket("**/ws/workbook/**", shut)
    page.goto(f"/workbook/#{workshop}/{station}")
    expect(page.locator("[data-stage] > :first-child h2").first).to_be_visible(timeout=LONG_MS)
    return page, heard


@dataclass
class Typist:
    """Types as somebody does who writes down what is said; counts strokes, names aside."""

    page: Page
    strokes: int = 0
    told: list[str] = field(default_factory=list)

    def name(self, words: str) -> None:
        """A name, however long, is said by the room."""
        self.page.keyboard.type(words)

    def words(self, words: str) -> None:
        """Words that are no name; a capital or a sign above a digit takes two strokes."""
        self.strokes += sum(2 if letter.isupper() or letter in "→>%" else 1 for letter in words)
        self.page.keyboard.type(words)

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            self.strokes += AT_ONCE.get(key, 1)
            self.page.keyboard.press(key)

    def follow(self, line: str) -> int:
        """Type a line of a script: `{names}`, `[keys]` and words; return the strokes that it took."""
        before = self.strokes
        rest = line
        while rest:
            if rest[0] == "{":
                name, rest = rest[1:].split("}", 1)
                self.name(name)
            elif rest[0] == "[":
                key, rest = rest[1:].split("]", 1)
                self.press(key)
            else:
                cut = min([at for at in (rest.find("{"), rest.find("[")) if at >= 0] or [len(rest)])
                self.words(rest[:cut])
                rest = rest[cut:]
        return self.strokes - before


def written(workshop: Any) -> Document:
    """The document as the server has it: root → id → entry."""
    return read(log.state(Workbook.objects.get(workshop=workshop)).update)


def projected(workshop: Any) -> Projection:
    """The records that the server makes of it."""
    return project(written(workshop))
