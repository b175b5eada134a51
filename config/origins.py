"""Which pages may open a socket: those of this very server, told by the browser in `Origin`."""

from typing import Any
from urllib.parse import urlsplit

from channels.security.websocket import WebsocketDenier
from django.conf import settings
from django.http.request import split_domain_port, validate_host


class OwnOrigin:
    """Denies a socket unless its page came from the host that it asks for, and that host is one of ours.

    A browser sends cookies along whatever page opens a socket, and no token protects its handshake.
    """

    def __init__(self, application: Any) -> None:
        self.application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> Any:
        """Pass on or deny."""
        allowed = is_own(_header(scope, b"origin"), _header(scope, b"host"))
        return await (self.application if allowed else WebsocketDenier())(scope, receive, send)


def is_own(origin: str, host: str) -> bool:
    """Whether a page of `origin` may open a socket at `host`."""
    name, _port = split_domain_port(host)
    if not name or not validate_host(name, settings.ALLOWED_HOSTS):
        return False
    if settings.FILON_ORIGIN and origin == settings.FILON_ORIGIN:
        return True
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()


def _header(scope: dict[str, Any], name: bytes) -> str:
    found = [value for key, value in scope["headers"] if key == name]
    return found[0].decode("latin-1") if len(found) == 1 else ""
