"""Entry for one port with both: HTTP goes to WSGI in threads, sockets go to Channels."""

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from a2wsgi import WSGIMiddleware
from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator

from config.wsgi import application as http_application

HTTP_THREADS = 8
sockets: list[Any] = []

application = ProtocolTypeRouter(
    {
        "http": WSGIMiddleware(http_application, workers=HTTP_THREADS),  # type: ignore[arg-type]
        "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter(sockets))),
    }
)
