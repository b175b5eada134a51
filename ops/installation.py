"""One installation: its checkout, its data folder, its secrets and its ports."""

import hashlib
import json
import os
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

from ops.trouble import Trouble

CHECKOUT = Path(__file__).resolve().parent.parent
FIRST_WEB_PORT = 8000
LAST_WEB_PORT = 8099
TYPED = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Installation:
    """The folder that holds everything this copy writes (`FILON_DATA`)."""

    data: Path
    checkout: Path = CHECKOUT

    @property
    def secrets(self) -> Path:
        return self.data / "secrets"

    @property
    def runtime(self) -> Path:
        return self.data / "run"

    @property
    def stamps(self) -> Path:
        return self.data / "stamps"

    @property
    def log(self) -> Path:
        return self.data / "log" / "filon.log"

    @property
    def accounts(self) -> Path:
        return self.data / "accounts.txt"

    def prepare(self) -> None:
        """Makes the folders; the data folder may be crossed, not listed, by the database's user."""
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            self.data.chmod(0o711)
            for name in ("secrets", "run", "stamps", "log", "mail", "media", "static", "basemap"):
                (self.data / name).mkdir(exist_ok=True)
            for name in ("secrets", "run", "log", "mail", "media"):
                (self.data / name).chmod(0o700)
        except OSError as error:
            raise Trouble(
                f"{self.data} cannot be written ({error.strerror}); set FILON_DATA to a folder of yours."
            ) from None

    def secret(self, name: str) -> str:
        """The secret of that name, made at its first use; its file can be read by its owner alone."""
        path = self.secrets / name
        if not path.exists():
            write_private(path, secrets.token_urlsafe(48))
        return path.read_text().strip()

    def password(self, name: str) -> str:
        """A password that people type: four groups of letters and digits that cannot be mistaken for each other."""
        path = self.secrets / name
        if not path.exists():
            write_private(path, "-".join("".join(secrets.choice(TYPED) for _ in range(5)) for _ in range(4)))
        return path.read_text().strip()

    def private_file(self, name: str, text: str) -> Path:
        """A file among the secrets that holds this text."""
        path = self.secrets / name
        if not path.exists() or path.read_text() != text:
            write_private(path, text)
        return path

    def port(self, service: str) -> int:
        """The service's port: the remembered one while it is free, otherwise another one."""
        ports = self._ports()
        if service not in ports or not is_free(ports[service]):
            ports[service] = any_free_port()
            write_private(self.runtime / "ports.json", json.dumps(ports))
        return ports[service]

    def known_port(self, service: str) -> int | None:
        return self._ports().get(service)

    def _ports(self) -> dict[str, int]:
        path = self.runtime / "ports.json"
        if not path.exists():
            return {}
        ports: dict[str, int] = json.loads(path.read_text())
        return ports


def installation() -> Installation:
    """The installation that FILON_DATA names, or this checkout's own."""
    named = os.environ.get("FILON_DATA")
    return Installation(Path(named).absolute() if named else default_data(CHECKOUT))


def default_data(checkout: Path) -> Path:
    """A folder named after the checkout; six digits of its path keep two checkouts of one name apart."""
    name = f"{checkout.name}-{hashlib.sha256(str(checkout).encode()).hexdigest()[:6]}"
    if os.geteuid() == 0:
        return Path("/var/lib/filon") / name
    return Path.home() / ".local" / "share" / "filon" / name


def write_private(path: Path, text: str) -> None:
    """Replaces the file in one step; mode 600 from its first moment."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    part.replace(path)


def is_free(port: int) -> bool:
    """Whether nothing listens on that port of the loopback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def any_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def web_port() -> int:
    """FILON_PORT, which must be free, or the first free port from 8000."""
    named = os.environ.get("FILON_PORT")
    if named is None:
        for port in range(FIRST_WEB_PORT, LAST_WEB_PORT + 1):
            if is_free(port):
                return port
        raise Trouble(f"No port from {FIRST_WEB_PORT} to {LAST_WEB_PORT} is free; set FILON_PORT to a free one.")
    if not named.isdigit() or not 0 < int(named) < 65536:
        raise Trouble(f"FILON_PORT is {named!r}, which is no port; set it to a number such as 8000.")
    if not is_free(int(named)):
        raise Trouble(f"Port {named} is taken; set FILON_PORT to a free one or leave it unset.")
    return int(named)
