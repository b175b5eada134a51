"""The private PostgreSQL/PostGIS cluster: own folder, own port on the loopback, generated passwords."""

import subprocess
from pathlib import Path

from ops import unprivileged
from ops.installation import Installation, write_private
from ops.trouble import Trouble

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
USER = "postgres"
DATABASE = "filon"
ROLE = "filon"
EXTENSIONS = ("postgis", "btree_gist", "pg_trgm", "unaccent")
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 120
shared_buffers = '256MB'
work_mem = '16MB'
effective_io_concurrency = 100
random_page_cost = 1.1
timezone = 'UTC'
log_timezone = 'UTC'
jit = off
"""


class Cluster:
    """PostgreSQL with the database `filon`, owned by the role `filon`, which is no superuser."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.home = installation.data / "postgres"
        self.folder = self.home / "cluster"

    def running_port(self) -> int | None:
        """The port on which this cluster answers now."""
        if unprivileged.run([str(PROGRAMS / "pg_ctl"), "status", "-D", str(self.folder)], USER).returncode:
            return None
        lines = (self.folder / "postmaster.pid").read_text().splitlines()
        return int(lines[3])

    def ensure(self) -> bool:
        """Makes and starts the cluster where needed; says whether it had to be started."""
        if not (self.folder / "PG_VERSION").exists():
            self._make()
        if self.running_port() is not None:
            return False
        self._start()
        self._make_database()
        return True

    def stop(self) -> None:
        if (self.folder / "PG_VERSION").exists() and self.running_port() is not None:
            self._control("stop", "-m", "fast")

    def url(self) -> str:
        password = self.installation.secret("postgres-filon")
        return f"postgis://{ROLE}:{password}@127.0.0.1:{self.running_port()}/{DATABASE}"

    def administer(self, statement: str, database: str = "postgres") -> str:
        """Runs SQL as the cluster's superuser and gives what psql printed."""
        environment = {"PGPASSWORD": self.installation.secret("postgres-admin"), "PATH": "/usr/bin:/bin"}
        address = ["-h", "127.0.0.1", "-p", str(self.running_port()), "-U", "postgres", "-d", database]
        done = subprocess.run(
            [str(PROGRAMS / "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", *address],
            input=statement,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Trouble(f"PostgreSQL refused a step of the set-up: {done.stderr.strip()}")
        return done.stdout.strip()

    def _make(self) -> None:
        unprivileged.own(self.home, USER)
        password = self.home / "password"
        write_private(password, self.installation.secret("postgres-admin"))
        unprivileged.give(password, USER)
        form = ["-U", "postgres", "--auth=scram-sha-256", f"--pwfile={password}", "--locale=C.UTF-8", "-E", "UTF8"]
        try:
            done = unprivileged.run([str(PROGRAMS / "initdb"), "-D", str(self.folder), *form], USER)
        finally:
            password.unlink()
        if done.returncode:
            raise Trouble(f"PostgreSQL could not make its folder {self.folder}: {done.stderr.strip()}")
        with (self.folder / "postgresql.conf").open("a") as settings:
            settings.write(SETTINGS)

    def _start(self) -> None:
        port = self.installation.port("postgres")
        self._control("start", "-l", str(self.home / "server.log"), "-o", f"-p {port}")

    def _control(self, verb: str, *options: str) -> None:
        command = [str(PROGRAMS / "pg_ctl"), verb, "-w", "-t", "60", "-s", "-D", str(self.folder), *options]
        if unprivileged.run(command, USER).returncode:
            raise Trouble(f"PostgreSQL did not {verb}; the reason is at the end of {self.home / 'server.log'}.")

    def _make_database(self) -> None:
        """Role, extensions and database; each only where missing."""
        if not self.administer(f"SELECT 1 FROM pg_roles WHERE rolname = '{ROLE}'"):
            password = self.installation.secret("postgres-filon")
            self.administer(f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{password}'")
        self.administer("".join(f"CREATE EXTENSION IF NOT EXISTS {name};" for name in EXTENSIONS), "template1")
        if not self.administer(f"SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'"):
            self.administer(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")
