"""The private services together, and the environment in which everything else runs."""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops import debian
from ops.installation import Installation
from ops.postgres import Cluster
from ops.redis_server import RedisServer


def own_services_named() -> bool:
    """Whether the environment names a database and a Redis of its own, so that private ones are not needed."""
    return all(
        os.environ.get(name) or os.environ.get(f"{name}_FILE") for name in ("FILON_DATABASE_URL", "FILON_REDIS_URL")
    )


def start(installation: Installation) -> bool:
    """Starts what is down of PostgreSQL and Redis; says whether anything had to be started."""
    installation.prepare()
    if own_services_named():
        return False
    debian.ensure(debian.RUN_PACKAGES)
    with held(installation.runtime / "services.lock"):
        started = [Cluster(installation).ensure(), RedisServer(installation).ensure()]
    return any(started)


def start_and_say(installation: Installation) -> None:
    """The same for a command that leaves the services running behind it."""
    if start(installation):
        print("PostgreSQL and Redis of this copy were started; ./dev stop stops them.", file=sys.stderr)


def stop(installation: Installation) -> None:
    if not installation.runtime.exists() or not Path("/usr/lib/postgresql").exists():
        return
    with held(installation.runtime / "services.lock"):
        RedisServer(installation).stop()
        Cluster(installation).stop()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Only one command at a time between these two points."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def environment(installation: Installation, port: int | None = None) -> dict[str, str]:
    """Variables of config/env.py for this copy; what the caller has set wins. Secrets go by file."""
    ours = {
        "FILON_SECRET_KEY_FILE": str(installation.private_file("secret-key", installation.secret("secret-key"))),
        "FILON_DATA": str(installation.data),
        "FILON_HOSTS": "localhost,127.0.0.1",
        "FILON_DEMONSTRATION": "true",
        "FILON_SECOND_FACTOR": "false",
    }
    if not own_services_named():
        database = installation.private_file("database-url", Cluster(installation).url())
        queue = installation.private_file("redis-url", RedisServer(installation).url())
        ours |= {"FILON_DATABASE_URL_FILE": str(database), "FILON_REDIS_URL_FILE": str(queue)}
    if port is not None:
        ours["FILON_ORIGIN"] = f"http://127.0.0.1:{port}"
    mine = {name: value for name, value in ours.items() if not os.environ.get(name.removesuffix("_FILE"))}
    return mine | tools_environment(installation)


def tools_environment(installation: Installation) -> dict[str, str]:
    """The caller's environment, with Python, Node and npm of this checkout first.

    Two arenas for all threads: with one for each, memory that a burst of work has freed stays with the process.
    """
    programs = installation.checkout / ".venv" / "bin"
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    path = f"{programs}{os.pathsep}{kept.get('PATH', os.defpath)}"
    return kept | {"PATH": path, "PYTHONUNBUFFERED": "1", "MALLOC_ARENA_MAX": "2"}
