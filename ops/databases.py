"""Where a database answers: read from the variables that the web reads too."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import psycopg2
from psycopg2.extensions import connection as Connection

from ops.postgres import PROGRAMS
from ops.trouble import Trouble


@dataclass(frozen=True)
class Address:
    """A database and as whom one connects to it."""

    host: str
    port: str
    user: str
    password: str
    database: str

    def named(self, database: str) -> "Address":
        """The same server and person, another database."""
        return replace(self, database=database)

    def connect(self) -> Connection:
        try:
            return psycopg2.connect(
                host=self.host, port=self.port or None, user=self.user, password=self.password, dbname=self.database
            )
        except psycopg2.OperationalError as error:
            raise Trouble(f"The database does not answer: {str(error).strip()}") from None

    def variables(self) -> dict[str, str]:
        """The same for PostgreSQL's own programs."""
        named = {"PGHOST": self.host, "PGPORT": self.port, "PGUSER": self.user, "PGPASSWORD": self.password}
        return {name: value for name, value in named.items() if value} | {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def named(variable: str, environment: Mapping[str, str]) -> str:
    """What a variable says, or the file that `<variable>_FILE` names, as the settings find it."""
    return environment.get(variable) or Path(environment[f"{variable}_FILE"]).read_text().strip()


def address_of(environment: Mapping[str, str]) -> Address:
    """Where FILON_DATABASE_URL leads."""
    parts = urlsplit(named("FILON_DATABASE_URL", environment))
    host = parse_qs(parts.query).get("host", [parts.hostname or ""])[0]
    port = str(parts.port or "")
    return Address(host, port, unquote(parts.username or ""), unquote(parts.password or ""), unquote(parts.path[1:]))


def program(name: str) -> str:
    """One of PostgreSQL's own programs, of the version of our server."""
    ours = PROGRAMS / name
    found = str(ours) if ours.exists() else shutil.which(name)
    if found is None:
        raise Trouble(f"{name} is missing; install PostgreSQL's client (postgresql-client-15).")
    return found
