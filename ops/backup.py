"""Writes everything of an installation into one sealed file: dump, files, and a manifest with digests of both."""

import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
import time
from pathlib import Path
from typing import Any, BinaryIO, cast

from ops import digests, services
from ops.databases import Address, address_of, program
from ops.installation import Installation
from ops.passphrases import passphrase
from ops.sealed import SealedWriter
from ops.trouble import Trouble

VERSION = 1
DUMP = "database.dump"
MANIFEST = "manifest.json"
DEMONSTRATION_PASSWORD = "secrets/demonstration-password"
BLOCK_BYTES = 1 << 20
LAST_BACKUP = "last_backup"
"""Its time is what the administrator's page shows."""
DUMP_OPTIONS = (
    "--format=custom",
    "--no-owner",
    "--no-privileges",
    "--no-comments",
    "--exclude-table-data=*.spatial_ref_sys",  # PostGIS brings its own
)


def write(installation: Installation, words: list[str]) -> int:
    """`./dev backup FILE`: complete and readable by its owner alone, or not there at all."""
    if len(words) != 1:
        raise Trouble("./dev backup takes the name of one file to write.")
    target = Path(words[0])
    if target.exists():
        raise Trouble(f"{target} exists already; name a new file.")
    secret = passphrase(new=True)
    services.start_and_say(installation)
    part = target.with_name(target.name + ".part")
    try:
        with part.open("xb") as file:
            part.chmod(0o600)
            manifest = seal(installation, file, secret)
        part.rename(target)
        (installation.data / LAST_BACKUP).touch()
    except OSError as error:
        raise Trouble(f"{target} cannot be written: {error.strerror}.") from None
    finally:
        part.unlink(missing_ok=True)
    rows = sum(table["rows"] for table in manifest["tables"].values())
    print(f"{target}: {len(manifest['tables'])} tables, {rows} rows, {len(manifest['files']) - 1} files.")
    return 0


def seal(installation: Installation, target: BinaryIO, secret: str) -> dict[str, Any]:
    """Writes the sealed archive and gives its manifest."""
    with tempfile.TemporaryDirectory(dir=installation.runtime) as scratch:
        dump = Path(scratch) / DUMP
        tables = dumped(address_of(services.environment(installation)), dump)
        contents = {DUMP: dump} | files_of(installation.data)
        manifest = {
            "version": VERSION,
            "written": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "tables": tables,
            "files": {name: described(path) for name, path in contents.items()},
        }
        sealed = SealedWriter(target, secret)
        with tarfile.open(fileobj=cast(BinaryIO, sealed), mode="w|", format=tarfile.PAX_FORMAT) as archive:
            add(archive, MANIFEST, io.BytesIO(json.dumps(manifest).encode()))
            for name, path in contents.items():
                with path.open("rb") as file:
                    add(archive, name, file)
        sealed.close()
    return manifest


def dumped(address: Address, dump: Path) -> dict[str, dict[str, object]]:
    """Dumps the database and gives the digests of its tables, both from one snapshot."""
    connection = address.connect()
    try:
        connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = (cursor.fetchone() or ("",))[0]
        command = [program("pg_dump"), *DUMP_OPTIONS, f"--snapshot={snapshot}", f"--file={dump}", address.database]
        run(command, address)
        return digests.of_tables(connection)
    finally:
        connection.close()


def run(command: list[str], address: Address) -> None:
    """One of PostgreSQL's own programs; the password goes by its environment."""
    done = subprocess.run(command, env=address.variables(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"{Path(command[0]).name} failed: {done.stderr.strip()[-2000:]}")


def files_of(data: Path) -> dict[str, Path]:
    """Files that people have put in, and the password that the demonstration's accounts share."""
    found = {str(path.relative_to(data)): path for path in sorted((data / "media").rglob("*")) if path.is_file()}
    password = data / DEMONSTRATION_PASSWORD
    return found | ({DEMONSTRATION_PASSWORD: password} if password.exists() else {})


def described(path: Path) -> dict[str, object]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(BLOCK_BYTES):
            digest.update(block)
            size += len(block)
    return {"bytes": size, "sha256": digest.hexdigest()}


def add(archive: tarfile.TarFile, name: str, content: BinaryIO) -> None:
    entry = tarfile.TarInfo(name)
    entry.mode = 0o600
    entry.size = content.seek(0, io.SEEK_END)
    content.seek(0)
    archive.addfile(entry, content)
