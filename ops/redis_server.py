"""The private Redis: own folder, own port on the loopback, generated password."""

import time

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from ops import unprivileged
from ops.installation import Installation, write_private
from ops.trouble import Trouble

PROGRAM = "/usr/bin/redis-server"
USER = "redis"
DATABASES = 64
START_SECONDS = 20


class RedisServer:
    """Redis for the queue, the sockets and short-lived counts; nothing in it is the only copy."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.home = installation.data / "redis"

    def ensure(self) -> bool:
        """Starts the server where needed; says whether it had to be started."""
        if self.answers():
            return False
        unprivileged.own(self.home, USER)
        settings = self.home / "redis.conf"
        write_private(settings, self._settings(self.installation.port("redis")))
        unprivileged.give(settings, USER)
        done = unprivileged.run([PROGRAM, str(settings)], USER)
        deadline = time.monotonic() + START_SECONDS
        while done.returncode == 0 and time.monotonic() < deadline:
            if self.answers():
                return True
            time.sleep(0.1)
        raise Trouble(f"Redis did not start; the reason is at the end of {self.home / 'server.log'}.")

    def answers(self) -> bool:
        try:
            return bool(self._client().ping())
        except (redis.RedisError, LookupError):
            return False

    def stop(self) -> None:
        if self.answers():
            self._client().shutdown(save=True)
        deadline = time.monotonic() + START_SECONDS
        while self.answers() and time.monotonic() < deadline:
            time.sleep(0.1)

    def url(self) -> str:
        return f"redis://:{self.installation.secret('redis')}@127.0.0.1:{self._port()}/0"

    def _port(self) -> int:
        port = self.installation.known_port("redis")
        if port is None:
            raise LookupError("redis")
        return port

    def _client(self) -> redis.Redis:
        password = self.installation.secret("redis")
        return redis.Redis(port=self._port(), password=password, socket_timeout=5, retry=Retry(NoBackoff(), 0))

    def _settings(self, port: int) -> str:
        return "\n".join(
            (
                "bind 127.0.0.1",
                f"port {port}",
                f"requirepass {self.installation.secret('redis')}",
                f"dir {self.home}",
                f"logfile {self.home / 'server.log'}",
                f"pidfile {self.home / 'server.pid'}",
                f"databases {DATABASES}",
                "daemonize yes",
                "save 60 1",
                "",
            )
        )
