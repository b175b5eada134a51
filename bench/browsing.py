"""What a browser sees: Chromium, slowed four times, on our map and on the peer's page."""

import gzip
import http.server
import os
import re
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from ops.trouble import Trouble

SLOWED = 4
CHANGES = 50
DRAWN_SECONDS = 60
RESTED_MS = 1_500
"""After a card is chosen, before its words are opened."""
KEY_MS = 80
"""Between two letters of a quick writer."""
SCREEN = {"width": 1366, "height": 768}
HERE = Path(__file__).parent / "browser"
LIBRARIES = {
    "/leaflet.js": "leaflet/dist/leaflet.js",
    "/leaflet.css": "leaflet/dist/leaflet.css",
    "/cluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
    "/cluster.css": "leaflet.markercluster/dist/MarkerCluster.Default.css",
}
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".json": "application/json"}


def addresses(page: str) -> dict[str, str]:
    """Addresses of the layers that the map's page names."""
    return dict(re.findall(r'data-(base|state|claims)-url="([^"]+)"', page))


@contextmanager
def peer_page(packages: Path, whole: bytes) -> Iterator[str]:
    """The address of a page that draws compressed GeoJSON with Leaflet and markercluster; all of it is in memory."""
    files = {address: gzip.compress((packages / path).read_bytes(), 9) for address, path in LIBRARIES.items()}
    files["/peer.js"] = gzip.compress((HERE / "peer.js").read_bytes(), 9)
    files["/"] = gzip.compress((HERE / "peer.html").read_bytes(), 9)
    files["/places.json"] = whole

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = files.get(self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", TYPES.get(Path(self.path).suffix, "text/html"))
            self.send_header("Content-Length", str(len(body or b"")))
            self.send_header("Content-Encoding", "gzip" if body else "identity")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *words: Any) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by playwright, which is one of the tools of `./dev test`."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise Trouble("The browser's driver is missing: run ./dev check once, which installs it.") from None
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    path = os.environ.get("FILON_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=arguments)
        try:
            yield chromium
        finally:
            chromium.close()


class Watch:
    """One signed-in reader of our map, and the peer's page, each time with an empty cache."""

    def __init__(self, chromium: Any, ours: str, cookie: str, peer: str) -> None:
        self.chromium, self.ours, self.peer = chromium, ours, peer
        self.cookies = [
            {"name": name, "value": morsel.value, "url": ours} for name, morsel in SimpleCookie(cookie).items()
        ]

    @contextmanager
    def page(self) -> Iterator[tuple[Any, Any]]:
        """A slowed page, and the line to its developer's tools."""
        context = self.chromium.new_context(viewport=SCREEN)
        try:
            context.add_cookies(self.cookies)
            page = context.new_page()
            tools = context.new_cdp_session(page)
            tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
            tools.send("Network.enable")
            yield page, tools
        finally:
            context.close()

    def drawn(self) -> float:
        """Milliseconds from the navigation to the first drawing of our marks."""
        with self.page() as (page, _tools):
            page.goto(f"{self.ours}/map/", wait_until="commit")
            return _when(page, "performance.getEntriesByName('filon:drawn')[0]?.startTime")

    def peer_drawn(self) -> float:
        """The same of the peer's clusters."""
        with self.page() as (page, _tools):
            page.goto(self.peer, wait_until="commit")
            return _when(page, "performance.getEntriesByName('peer:drawn')[0]?.startTime")

    def first_screen(self) -> int:
        """Bytes on the wire until our marks stand: page, styles, scripts, fonts, base and state."""
        with self.page() as (page, tools):
            sizes: list[int] = []
            tools.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
            page.goto(f"{self.ours}/map/", wait_until="commit")
            _when(page, "performance.getEntriesByName('filon:drawn')[0]?.startTime")
            return sum(sizes)

    def filter_changes(self) -> float:
        """Milliseconds from the event to map, counts and layout at the 95th percentile of fifty changes."""
        with self.page() as (page, _tools):
            page.goto(f"{self.ours}/map/")
            _when(page, "document.querySelector('filon-view')?.model?.claims ? 1 : null")
            times: list[float] = page.evaluate((HERE / "changes.js").read_text(), CHANGES)
        return statistics.quantiles(times, n=20)[-1]


class Room:
    """A note-taker's page with the tree open."""

    def __init__(self, chromium: Any, origin: str, cookie: str, workshop: str) -> None:
        self.context = chromium.new_context(viewport=SCREEN)
        self.context.add_cookies(
            [{"name": name, "value": morsel.value, "url": origin} for name, morsel in SimpleCookie(cookie).items()]
        )
        self.page = self.context.new_page()
        self.tools = self.context.new_cdp_session(self.page)
        self.page.goto(f"{origin}/workbook/#{workshop}/tree")
        _when(self.page, "document.querySelectorAll('filon-tree [data-cards] .node').length")

    def typing(self) -> float:
        """Milliseconds from a key to the next picture at the 95th percentile of a hundred keys, slowed four times."""
        self.page.locator("filon-tree [data-cards] .node").nth(3).focus()
        self.page.wait_for_timeout(RESTED_MS)
        found = typed(self.page, self.tools, opened_by="F2")
        self.page.keyboard.press("Escape")
        return found

    def heap(self) -> float:
        """Memory of the page's objects after a collection, in MB."""
        for _ in range(2):
            self.tools.send("HeapProfiler.collectGarbage")
        return float(self.tools.send("Runtime.getHeapUsage")["usedSize"]) / 1e6

    def close(self) -> None:
        self.context.close()


def typed_alone(chromium: Any) -> float:
    """The same in a page that holds nothing but a field: what browser and machine take for themselves."""
    context = chromium.new_context(viewport=SCREEN)
    page = context.new_page()
    page.set_content("<textarea></textarea>")
    page.locator("textarea").focus()
    page.wait_for_timeout(RESTED_MS)
    found = typed(page, context.new_cdp_session(page), opened_by="End")
    context.close()
    return found


def typed(page: Any, tools: Any, opened_by: str) -> float:
    """Milliseconds from a key to the next picture, p95, in whatever `opened_by` opens; that key counts too."""
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate((HERE / "keys.js").read_text())
    page.keyboard.press(opened_by)
    for letter in "une cause de plus que la salle dit " * 3:
        page.keyboard.press("Space" if letter == " " else letter)
        page.wait_for_timeout(KEY_MS)
    times: list[float] = page.evaluate("filonKeys")
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return statistics.quantiles(times, n=20)[-1]


def _when(page: Any, expression: str) -> float:
    deadline = time.monotonic() + DRAWN_SECONDS
    while time.monotonic() < deadline:
        found = page.evaluate(expression)
        if found:
            return float(found)
        time.sleep(0.05)
    raise Trouble(f"{page.url} was not drawn within {DRAWN_SECONDS} seconds.")
