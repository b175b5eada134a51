"""Hands that never touch the mouse: they reach everything with Tab, and see where they are."""

from playwright.sync_api import Page

FARTHEST = 160
# The handle of a slider wears the ring itself, which no script can read.
HERE = """(wanted) => {
  const on = document.activeElement;
  if (!on || !on.matches(wanted)) return "";
  const style = getComputedStyle(on);
  const box = on.getBoundingClientRect();
  const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0;
  const ringed = on.type === "range" || style.outlineStyle !== "none" || style.boxShadow !== "none";
  return seen && ringed ? "there" : "unseen";
}"""


class Keyboard:
    """The keyboard of a page; what has the focus must be on the screen and show it."""

    def __init__(self, page: Page) -> None:
        """Begins where the focus is."""
        self.page = page

    def go(self, wanted: str, key: str = "Tab") -> None:
        """Press a key until an element that answers to the selector has the focus."""
        for _ in range(FARTHEST):
            where = self.page.evaluate(HERE, wanted)
            assert where != "unseen", f"{wanted} has the focus and does not show it"
            if where:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{wanted} is not reached with {key}")

    def back(self, wanted: str) -> None:
        """The same, backwards."""
        self.go(wanted, "Shift+Tab")

    def press(self, wanted: str, key: str = "Enter") -> None:
        """Reach an element and press a key on it."""
        self.go(wanted)
        self.page.keyboard.press(key)

    def follow(self, wanted: str) -> None:
        """Reach a link or a button that leads to another page, and wait until that stands."""
        self.go(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def write(self, wanted: str, text: str) -> None:
        """Reach a field and type into it."""
        self.go(wanted)
        self.page.keyboard.type(text)

    def sign_in(self, name: str, password: str) -> None:
        """Through the form."""
        self.page.goto("/account/sign-in/")
        self.write("input[name=login]", f"{name}@demo.invalid")
        self.write("input[name=password]", password)
        self.follow("main button[type=submit]")
