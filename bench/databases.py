"""The databases that are measured: made once for each size, in the installation's private cluster."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import psycopg2
from psycopg2.extensions import make_dsn

from ops.databases import named
from ops.installation import installation

CHECKOUT = Path(__file__).resolve().parent.parent
SIZES = {"3k": 3_000, "100k": 100_000}
SCRATCH = "scratch"
FILES = ("FILON_DATABASE_URL_FILE", "FILON_REDIS_URL_FILE")
REDIS_NUMBER = 20
"""Of the installation's Redis: what the copy itself keeps and queues has another one."""
VERSION = "1"
"""Raised whenever the synthetic data change."""


@dataclass(frozen=True)
class Bench:
    """One size: its number of places, its database, its folder and the environment in which Filon runs on it."""

    size: str

    @property
    def places(self) -> int:
        return SIZES.get(self.size, 0)

    @property
    def scratch(self) -> "Bench":
        """An empty database into which files are imported."""
        return Bench(SCRATCH)

    @property
    def name(self) -> str:
        return f"filon_bench_{self.size}"

    @property
    def url(self) -> str:
        parts = urlsplit(_main_url())
        return urlunsplit(parts._replace(path=f"/{self.name}"))

    @property
    def folder(self) -> Path:
        path = bench_folder() / self.size
        path.mkdir(parents=True, exist_ok=True)
        return path

    @property
    def keywords(self) -> dict[str, str]:
        """Connection parameters as libpq calls them."""
        return keywords_of(self.url)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in FILES}
        redis = urlsplit(named("FILON_REDIS_URL", os.environ))
        return kept | {
            "FILON_DATABASE_URL": self.url,
            "FILON_REDIS_URL": urlunsplit(redis._replace(path=f"/{REDIS_NUMBER}")),
            "PYTHONPATH": str(CHECKOUT),
            "FILON_DEMONSTRATION": "true",
            "FILON_SECOND_FACTOR": "false",
            "FILON_LOG_LEVEL": "WARNING",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }

    def connect(self) -> Any:
        connection = psycopg2.connect(make_dsn(**self.keywords))
        connection.autocommit = True
        return connection

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows of one statement."""
        with self.connect() as connection, connection.cursor() as cursor:
            cursor.execute(statement)
            found: list[tuple[Any, ...]] = cursor.fetchall() if cursor.description else []
        connection.close()
        return found

    def ensure(self) -> None:
        """The database with its people, places, claims, states and the peers' flat tables; made where it is not."""
        if self._is_made():
            self.django("manage.py", "migrate", "--noinput", "--verbosity=0")
            return
        print(f"Making {self.name}: {self.places} places with ten observations each …", file=sys.stderr, flush=True)
        _administer(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
        _administer(f'CREATE DATABASE "{self.name}"')
        self.django("manage.py", "migrate", "--noinput", "--verbosity=0")
        if self.places:
            self.django("-m", "bench.filling", str(self.places))
        self.query(f"COMMENT ON DATABASE {self.name} IS 'bench {VERSION}'")

    def django(self, *words: str) -> None:
        subprocess.run([sys.executable, *words], cwd=CHECKOUT, env=self.environment, check=True)

    def _is_made(self) -> bool:
        found = _administer(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [self.name]
        )
        return found == [(f"bench {VERSION}",)]


def bench_folder() -> Path:
    """Where everything lies that measuring needs."""
    path = installation().data / "bench"
    path.mkdir(parents=True, exist_ok=True)
    return path


def keywords_of(url: str) -> dict[str, str]:
    """Connection parameters of an address, as libpq calls them."""
    parts = urlsplit(url)
    found = {
        "host": parts.hostname or "",
        "port": str(parts.port or ""),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "dbname": parts.path.strip("/"),
    }
    return {name: value for name, value in found.items() if value}


def _main_url() -> str:
    """The address of the installation's own database."""
    return named("FILON_DATABASE_URL", os.environ)


def _administer(statement: str, parameters: list[str] | None = None) -> list[tuple[Any, ...]]:
    connection = psycopg2.connect(make_dsn(**keywords_of(_main_url())))
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()
