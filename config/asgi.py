"""Entry for one port with both: HTTP goes to WSGI in threads, sockets go to Channels."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from a2wsgi import WSGIMiddleware
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.sessions import SessionMiddlewareStack

from config.wsgi import application as http_application

# After the application is set up: what follows knows models.
from config.origins import OwnOrigin  # isort: skip
from workbook.routing import sockets  # isort: skip

HTTP_THREADS = 8

application = ProtocolTypeRouter(
    {
        "http": WSGIMiddleware(http_application, workers=HTTP_THREADS),  # type: ignore[arg-type]  # Channels types a narrower application than WSGI's
        "websocket": OwnOrigin(SessionMiddlewareStack(URLRouter(sockets))),
    }
)
