"""Signs a person in over HTTP through the real form, as a browser without scripts would."""

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from ops.trouble import Trouble

TIMEOUT_SECONDS = 60


def sign_in(origin: str, email: str, password: str) -> str:
    """Gives the first page that the signed-in person gets; Trouble when the form turns the person away."""
    browser = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
    )
    with browser.open(f"{origin}/account/sign-in/", timeout=TIMEOUT_SECONDS) as answer:
        page, address = str(answer.read(), "utf-8"), str(answer.geturl())
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    if token is None:
        raise Trouble(f"{address} shows no form to sign in with.")
    fields = {"csrfmiddlewaretoken": token.group(1), "login": email, "password": password}
    request = urllib.request.Request(
        address, data=urllib.parse.urlencode(fields).encode(), headers={"Origin": origin, "Referer": address}
    )
    with browser.open(request, timeout=TIMEOUT_SECONDS) as answer:
        page, address = str(answer.read(), "utf-8"), str(answer.geturl())
    if 'type="password"' in page or "/sign-in/" in urllib.parse.urlsplit(address).path:
        raise Trouble(f"{email} was not signed in at {address}.")
    return page
