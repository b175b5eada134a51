"""Servers that are measured: ours and the peers', each with two workers on a port of its own, ended with the run."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import memory, pygeoapi, tools
from bench.databases import CHECKOUT, Bench
from ops.installation import any_free_port
from ops.trouble import Trouble

START_SECONDS = 60
PEER_APP = Path(__file__).parent / "peer_app"


@dataclass(frozen=True)
class Server:
    """One that runs."""

    name: str
    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float:
        """Private memory of all its processes, in MB."""
        return sum(memory.private_megabytes(number) for number in memory.tree(self.process.pid))


@contextmanager
def running(name: str, bench: Bench) -> Iterator[Server]:
    """Start the server of that name; it and its workers end with the block."""
    port = any_free_port()
    command, environment, folder = STARTS[name](bench, port)
    log = bench.folder / f"{name}.log"
    with _started(command, environment, folder, log) as process:
        _wait(process, port, log)
        yield Server(name, port, process)


@contextmanager
def worker(bench: Bench) -> Iterator[None]:
    """The worker that folds what a room writes, as `./dev run` starts it; what an earlier run left to do is dropped."""
    celery = [str(CHECKOUT / ".venv" / "bin" / "celery"), "--app", "config", "worker", "--loglevel", "WARNING"]
    with _started([*celery, "--concurrency", "1", "--purge"], bench.environment, CHECKOUT, bench.folder / "worker.log"):
        yield


@contextmanager
def _started(
    command: list[str], environment: Mapping[str, str], folder: Path, log: Path
) -> "Iterator[subprocess.Popen[bytes]]":
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, env=dict(environment), cwd=folder, stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


Start = tuple[list[str], Mapping[str, str], Path]


def _ours(bench: Bench, port: int) -> Start:
    gunicorn = [str(CHECKOUT / ".venv" / "bin" / "gunicorn"), "config.wsgi:application"]
    environment = bench.environment | {"FILON_ORIGIN": f"http://127.0.0.1:{port}"}
    return [*gunicorn, *_workers(port)], environment, CHECKOUT


def _drf(bench: Bench, port: int) -> Start:
    command = [tools.peers_program("gunicorn"), "peer.wsgi:application", *_workers(port)]
    return command, plain(bench), PEER_APP


def _tipg(bench: Bench, port: int) -> Start:
    words = ["tipg.main:app", "--workers", "2", "--port", str(port), "--log-level", "warning", "--no-access-log"]
    environment = plain(bench) | {
        "DATABASE_URL": bench.url.replace("postgis://", "postgresql://"),
        "TIPG_DB_MAX_CONN_SIZE": "4",
        "TIPG_MAX_FEATURES_PER_QUERY": "1000000",
        "TIPG_CATALOG_TTL": "86400",
        "TIPG_DB_SCHEMAS": '["public"]',
    }
    return [tools.peers_program("uvicorn"), *words], environment, bench.folder


def _pygeoapi(bench: Bench, port: int) -> Start:
    config, document = bench.folder / "pygeoapi.yml", bench.folder / "openapi.yml"
    config.write_text(json.dumps(pygeoapi.configuration(bench.keywords, port)))
    environment = plain(bench) | {"PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(document)}
    words = [tools.peers_program("pygeoapi"), "openapi", "generate", str(config), "--output-file", str(document)]
    subprocess.run(words, env=environment, check=True, capture_output=True)
    command = [tools.peers_program("gunicorn"), "pygeoapi.flask_app:APP", *_workers(port)]
    return command, environment, bench.folder


def _room(bench: Bench, port: int) -> Start:
    uvicorn = [str(CHECKOUT / ".venv" / "bin" / "uvicorn"), "config.asgi:application", "--host", "127.0.0.1"]
    environment = bench.environment | {"FILON_ORIGIN": f"http://127.0.0.1:{port}"}
    return [*uvicorn, "--port", str(port), "--no-access-log", "--log-level", "warning"], environment, CHECKOUT


STARTS = {"ours": _ours, "room": _room, "DRF-gis": _drf, "tipg": _tipg, "pygeoapi": _pygeoapi}


def _workers(port: int) -> list[str]:
    options = ["--workers", "2", "--threads", "4", "--timeout", "600", "--log-level", "warning", "--no-control-socket"]
    return [*options, "--bind", f"127.0.0.1:{port}"]


def plain(bench: Bench) -> dict[str, str]:
    """Neither our variables nor our modules."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FILON_", "PYTHON", "DJANGO"))}
    return kept | {"BENCH_DATABASE": json.dumps(bench.keywords)}


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                time.sleep(1)
                return
        except OSError:
            time.sleep(0.2)
    raise Trouble(f"A server did not start; the reason is at the end of {log}.")
