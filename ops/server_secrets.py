"""Makes the secrets of a server that docker-compose.yml names: python3 -m ops.server_secrets FOLDER HOST."""

import os
import secrets
import sys
from pathlib import Path

APP = 10001
SERVICE = 999
REDIS_SETTINGS = ("dir /data", "save 60 1", "appendonly no", "maxmemory-policy noeviction")


def contents(host: str) -> dict[str, tuple[int, str]]:
    """Owner and text by name; certificate, key and mail are the administrator's to fill."""
    admin, database, queue = (secrets.token_urlsafe(48) for _ in range(3))
    return {
        "secret_key": (APP, secrets.token_urlsafe(64)),
        "database_url": (APP, f"postgis://filon:{database}@db:5432/filon"),
        "redis_url": (APP, f"redis://:{queue}@redis:6379/0"),
        "mail_url": (APP, f"smtp+tls://filon@{host}:CHANGE@mail.{host}:587"),
        "tls_certificate": (APP, ""),
        "tls_key": (APP, ""),
        "postgres_password": (SERVICE, admin),
        "filon_password": (SERVICE, database),
        "redis_password": (SERVICE, queue),
        "redis_conf": (SERVICE, "\n".join((f"requirepass {queue}", *REDIS_SETTINGS, ""))),
    }


def write(folder: Path, host: str) -> None:
    """Writes what is missing, each file for the user of its container alone; never overwrites."""
    folder.mkdir(mode=0o711, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} is not empty: secrets are made once. Name another folder.")
    for name, (owner, text) in contents(host).items():
        path = folder / name
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        if os.geteuid() == 0:
            os.chown(path, owner, owner)
        else:
            print(f"sudo chown {owner}:{owner} {path}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("python3 -m ops.server_secrets FOLDER HOST")
    write(Path(sys.argv[1]), sys.argv[2])
    print("Put the certificate, its key and the mail server's address into the folder's files.")
