"""A signed-in person's requests: through the real form, with the cookies of a browser."""

import http.client
import re
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar

from bench.servers import Server
from ops.installation import installation
from ops.trouble import Trouble


def signed_in(server: Server, name: str) -> str:
    """The value of the header `Cookie` of that person of the cast."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar))
    address = f"{server.origin}/account/sign-in/"
    with browser.open(address, timeout=60) as answer:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', str(answer.read(), "utf-8"))
    assert token, "the sign-in shows no form"
    fields = {
        "csrfmiddlewaretoken": token.group(1),
        "login": f"{name}@demo.invalid",
        "password": installation().password("demonstration-password"),
    }
    body = urllib.parse.urlencode(fields).encode()
    request = urllib.request.Request(address, body, {"Origin": server.origin, "Referer": address})
    with browser.open(request, timeout=60) as answer:
        if "/sign-in/" in answer.geturl():
            raise Trouble(f"{name} was not signed in.")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def get(server: Server, path: str, cookie: str = "", packed: bool = False) -> bytes:
    """The body of an answer."""
    return b"".join(_pieces(server, path, cookie, packed))


def length(server: Server, path: str, cookie: str = "") -> int:
    """How many bytes an answer has; none is kept."""
    return sum(len(piece) for piece in _pieces(server, path, cookie, False))


def _pieces(server: Server, path: str, cookie: str, packed: bool) -> Iterator[bytes]:
    headers = {"Cookie": cookie} if cookie else {}
    if packed:
        headers["Accept-Encoding"] = "gzip"
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        if answer.status != 200:
            raise Trouble(f"{server.name} answered {answer.status} to {path}: {answer.read()[:400]!r}")
        while piece := answer.read(1 << 20):
            yield piece
    finally:
        connection.close()
