"""Entry for one port with both: HTTP goes to WSGI in threads, sockets go to Channels."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from a2wsgi import WSGIMiddleware  # noqa: E402  (settings come first)
from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402

from config.wsgi import application as http_application  # noqa: E402

HTTP_THREADS = 8
sockets: list[Any] = []

application = ProtocolTypeRouter(
    {
        "http": WSGIMiddleware(http_application, workers=HTTP_THREADS),
        "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter(sockets))),
    }
)
