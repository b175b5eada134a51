"""A server with sockets, as `./dev run` starts it, in a thread of the tests: settings and database are theirs."""

import socket
import threading
import time

import uvicorn

START_SECONDS = 20


class SocketServer:
    """HTTP and sockets on one port of this machine, like `LiveServer` with `url` and `stop`."""

    def __init__(self) -> None:
        """It answers when this returns."""
        from config.asgi import application

        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://localhost:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(application, log_level="warning", access_log=False, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + START_SECONDS
        while not self._server.started:
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.05)

    def stop(self) -> None:
        """Close every connection and wait for the end."""
        self._server.should_exit = True
        self._thread.join(START_SECONDS)
        self._socket.close()
