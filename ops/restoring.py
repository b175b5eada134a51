"""Puts a sealed file back: everything is opened, restored beside and compared before the installation is touched."""

import json
import shutil
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import redis
from psycopg2 import sql

from ops import digests, processes, services
from ops.backup import DEMONSTRATION_PASSWORD, DUMP, MANIFEST, VERSION, described, run
from ops.databases import Address, address_of, named, program
from ops.installation import Installation, write_private
from ops.passphrases import passphrase
from ops.sealed import opened
from ops.trouble import Trouble

DAMAGED = "The file's contents are not those of its manifest; nothing was changed."


def restore(installation: Installation, words: list[str]) -> int:
    """`./dev restore FILE`: this copy afterwards holds what the file holds, or is as it was."""
    if len(words) != 1 or not Path(words[0]).is_file():
        raise Trouble("./dev restore takes the name of one file that exists.")
    if processes.running(installation):
        raise Trouble("This copy is running; stop it first with ./dev stop.")
    secret = passphrase(new=False)
    installation.prepare()
    with tempfile.TemporaryDirectory(dir=installation.runtime) as scratch:
        contents = Path(scratch) / "contents"
        manifest = unpacked(Path(words[0]), secret, Path(scratch) / "plain.tar", contents)
        services.start_and_say(installation)
        address = address_of(services.environment(installation))
        beside = address.named(f"{address.database}_restored")
        restore_beside(address, beside, contents / DUMP, manifest["tables"])
        exchange(address, beside)
        put_files(installation, contents)
        empty_redis(services.environment(installation))
    print(f"Restored: {len(manifest['tables'])} tables equal by digest, written {manifest['written']}.")
    return 0


def unpacked(sealed: Path, secret: str, plain: Path, contents: Path) -> dict[str, Any]:
    """Opens the whole file, then takes out what its manifest names; gives the manifest."""
    with sealed.open("rb") as source, plain.open("xb") as target:
        plain.chmod(0o600)
        for piece in opened(source, secret):
            target.write(piece)
    contents.mkdir()
    take_out(plain, contents)
    plain.unlink()
    manifest: dict[str, Any] = json.loads((contents / MANIFEST).read_text())
    if manifest["version"] != VERSION:
        raise Trouble("The file was written by another version of Filon; use that version. Nothing was changed.")
    found = {str(path.relative_to(contents)): path for path in contents.rglob("*") if path.is_file()}
    del found[MANIFEST]
    if {name: described(path) for name, path in found.items()} != manifest["files"]:
        raise Trouble(DAMAGED)
    return manifest


def take_out(plain: Path, contents: Path) -> None:
    """Plain files alone, and only below the folder."""
    with tarfile.open(plain) as archive:
        for entry in archive:
            target = (contents / entry.name).resolve()
            content = archive.extractfile(entry)
            if content is None or not target.is_relative_to(contents.resolve()):
                raise Trouble(DAMAGED)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                shutil.copyfileobj(content, file)


def restore_beside(address: Address, beside: Address, dump: Path, tables: dict[str, object]) -> None:
    """Restores into a database of its own and compares the digests of every table."""
    execute(address, "DROP DATABASE IF EXISTS {}", beside.database)
    execute(address, "CREATE DATABASE {}", beside.database)
    try:
        options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
        run([program("pg_restore"), *options, f"--dbname={beside.database}", str(dump)], beside)
        connection = beside.connect()
        different = digests.differences(tables, digests.of_tables(connection))
        connection.close()
        if different:
            raise Trouble(f"Tables differ after the restore: {', '.join(different)}; nothing was changed.")
    except Trouble:
        execute(address, "DROP DATABASE IF EXISTS {}", beside.database)
        raise


def exchange(address: Address, beside: Address) -> None:
    """The restored database takes the name; the one before it is dropped last."""
    before = f"{address.database}_before"
    execute(beside, "DROP DATABASE IF EXISTS {}", before)
    neutral = address.named("postgres")
    for database in (address.database, beside.database):
        execute(
            neutral, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}", database, text=True
        )
    execute(neutral, "ALTER DATABASE {} RENAME TO {}", address.database, before)
    execute(neutral, "ALTER DATABASE {} RENAME TO {}", beside.database, address.database)
    execute(neutral, "DROP DATABASE {}", before)


def execute(address: Address, statement: str, *names: str, text: bool = False) -> None:
    """One statement outside a transaction; names are quoted, as identifiers or as text."""
    connection = address.connect()
    connection.autocommit = True
    quoted = [sql.Literal(name) if text else sql.Identifier(name) for name in names]
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*quoted))
    finally:
        connection.close()


def empty_redis(environment: Mapping[str, str]) -> None:
    """What it kept of the database before must not answer for this one: a workbook's position may come again."""
    redis.Redis.from_url(named("FILON_REDIS_URL", environment)).flushdb()


def put_files(installation: Installation, contents: Path) -> None:
    """The restored files in place of those that were there."""
    (contents / "media").mkdir(exist_ok=True)
    (contents / "media").chmod(0o700)
    old = contents / "media-before"
    (installation.data / "media").rename(old)
    (contents / "media").rename(installation.data / "media")
    shutil.rmtree(old)
    password = contents / DEMONSTRATION_PASSWORD
    if password.exists():
        write_private(installation.data / DEMONSTRATION_PASSWORD, password.read_text())
        (installation.stamps / "demonstration").unlink(missing_ok=True)
