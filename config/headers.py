"""Headers that every answer carries, as tables."""

from collections.abc import Callable

from csp.constants import HEADER, NONE, SELF
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponseBase

CONTENT_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "connect-src": [SELF],
    "font-src": [SELF],
    "manifest-src": [SELF],
    "worker-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "object-src": [NONE],
    "frame-ancestors": [NONE],
}
"""Nothing from elsewhere, nothing inline; pictures may be made in the page (the square code, the map's canvas)."""

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer",
            "browsing-topics",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "hid",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "screen-wake-lock",
            "serial",
            "usb",
        )
    ),
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
"""Set where a view has not set them itself: only a view that marks its answer private and immutable is ever stored."""

SIGN_OUT_ROUTE = "account_logout"
FORGET = '"cache", "storage"'
"""`Clear-Site-Data` of a sign-out: the next person at a shared computer finds nothing."""


class ContentPolicyMiddleware:
    """Puts the content policy on every answer, files included; nothing in it differs between answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.policy = build_policy(CONTENT_POLICY)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the policy."""
        response = self.get_response(request)
        response.headers[HEADER] = self.policy
        return response


class HeadersMiddleware:
    """Adds the table."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the headers that are missing."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        match = request.resolver_match
        if match and match.view_name == SIGN_OUT_ROUTE and request.method == "POST":
            response.headers["Clear-Site-Data"] = FORGET
        return response
