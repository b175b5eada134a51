"""Every byte that a browser receives, by HTTP and by sockets, as text in which words can be looked for."""

import base64
import binascii
import re
from urllib.parse import unquote

from playwright.sync_api import Page, WebSocket

from tests.e2e.people import Heard

PACKED = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
"""Updates of a document travel packed; what is unpacked by mistake is noise in which no word stands."""


def record(page: Page, heard: Heard) -> None:
    """From now on everything that this page gets is kept.

    A page that is handed on like that counts as a stranger's, which may open a socket to this machine only by leave.
    """
    page.context.grant_permissions(["local-network-access"])
    page.route("**/*", heard.keep)

    def attend(socket: WebSocket) -> None:
        socket.on(
            "framereceived", lambda frame: heard.received.append(frame if isinstance(frame, bytes) else frame.encode())
        )

    page.on("websocket", attend)


def fetched(page: Page, heard: Heard, path: str) -> str:
    """What that person gets at an address, kept as well."""
    answer = page.request.get(path)
    heard.received += [answer.url.encode(), repr(answer.headers).encode(), answer.body()]
    return answer.text() if answer.ok else ""


def told(heard: Heard) -> str:
    """Everything that came, as text; packed pieces once more as what they hold."""
    whole = b"\n".join(heard.received)
    text = b"\n".join((whole, *(_unpacked(piece) for piece in PACKED.findall(whole)))).decode("utf-8", "replace")
    return unquote(text).replace("\\u2019", "’").replace("\\u00e9", "é")


def _unpacked(piece: bytes) -> bytes:
    try:
        return base64.b64decode(piece + b"=" * (-len(piece) % 4))
    except binascii.Error:
        return b""
