"""A backup comes back to the last row and file, and a bad file touches nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from ops import backup, digests, restoring, services
from ops.databases import Address, address_of
from ops.installation import Installation
from ops.redis_server import RedisServer
from ops.trouble import Trouble

TABLES = """
CREATE TABLE place (id bigserial PRIMARY KEY, name text, at geometry(Point, 4326), seen timestamptz, share float8);
INSERT INTO place (name, at, seen, share)
SELECT 'site ' || i, ST_SetSRID(ST_MakePoint(27 + i * 0.0001, -5), 4326), now() - i * interval '1 hour', i / 7.0
FROM generate_series(1, 500) i;
CREATE TABLE nothing (id int);
"""


def execute(address: Address, statement: str) -> None:
    connection = address.connect()
    with connection, connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()


def state(copy: Installation) -> dict[str, object]:
    connection = address_of(services.environment(copy)).connect()
    tables = digests.of_tables(connection)
    connection.close()
    media = {path.name: path.read_text() for path in (copy.data / "media").iterdir()}
    return {"tables": tables, "media": media}


@pytest.fixture
def filled(copy: Installation) -> Iterator[Installation]:
    """Two tables and a file."""
    execute(address_of(services.environment(copy)), TABLES)
    (copy.data / "media" / "photograph.txt").write_text("a photograph")
    yield copy
    execute(address_of(services.environment(copy)), "DROP TABLE IF EXISTS place, nothing, later")


@pytest.fixture
def sealed(filled: Installation, tmp_path: Path) -> Path:
    """A backup of the two."""
    target = tmp_path / "filon.backup"
    assert backup.write(filled, [str(target)]) == 0
    return target


def change(copy: Installation) -> None:
    """What happens after the backup and must be gone after the restore."""
    statement = (
        "UPDATE place SET name = 'changed' WHERE id = 7; CREATE TABLE later (id int); DELETE FROM place WHERE id = 9"
    )
    execute(address_of(services.environment(copy)), statement)
    (copy.data / "media" / "photograph.txt").write_text("another")
    (copy.data / "media" / "later.txt").write_text("later")


def test_restore_brings_back_every_row_and_file(filled: Installation, sealed: Path) -> None:
    before = state(filled)
    change(filled)
    assert state(filled) != before
    assert restoring.restore(filled, [str(sealed)]) == 0
    assert state(filled) == before
    execute(address_of(services.environment(filled)), "INSERT INTO place (name) VALUES ('the next number is free')")


def test_restore_leaves_nothing_in_redis_of_the_database_before(filled: Installation, sealed: Path) -> None:
    kept = redis.Redis.from_url(RedisServer(filled).url())
    kept.set("workbook:projected:a room:1:7", "of the database before")
    assert restoring.restore(filled, [str(sealed)]) == 0
    assert kept.keys() == []


def test_the_file_is_private_and_shows_nothing(filled: Installation, sealed: Path) -> None:
    assert sealed.stat().st_mode & 0o777 == 0o600
    content = sealed.read_bytes()
    assert b"photograph" not in content
    assert b"manifest" not in content


@pytest.mark.parametrize("share", [0.0, 0.3, 0.999])
def test_a_truncated_file_is_refused_before_anything_is_touched(
    filled: Installation, sealed: Path, share: float
) -> None:
    data = sealed.read_bytes()
    sealed.write_bytes(data[: int(len(data) * share)])
    change(filled)
    before = state(filled)
    with pytest.raises(Trouble, match="nothing was changed"):
        restoring.restore(filled, [str(sealed)])
    assert state(filled) == before


def test_a_wrong_passphrase_is_refused_before_anything_is_touched(
    filled: Installation, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(filled)
    before = state(filled)
    monkeypatch.setenv("FILON_PASSPHRASE", "another passphrase")
    with pytest.raises(Trouble, match="passphrase is wrong"):
        restoring.restore(filled, [str(sealed)])
    assert state(filled) == before


def test_a_table_that_differs_after_the_restore_is_named_and_nothing_is_touched(
    filled: Installation, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(filled)
    honest = digests.of_tables
    monkeypatch.setattr(digests, "of_tables", lambda it: honest(it) | {"public.place": {"rows": 499, "digest": "0"}})
    with pytest.raises(Trouble, match="public.place"):
        restoring.restore(filled, [str(sealed)])
    monkeypatch.undo()
    assert state(filled) == before


def test_an_existing_file_is_never_overwritten(filled: Installation, sealed: Path) -> None:
    with pytest.raises(Trouble, match="exists already"):
        backup.write(filled, [str(sealed)])


def test_a_short_passphrase_is_refused(filled: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILON_PASSPHRASE", "short")
    with pytest.raises(Trouble, match="shorter than 12"):
        backup.write(filled, [str(tmp_path / "new.backup")])


def test_a_restore_into_a_running_copy_is_refused(
    filled: Installation, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ops.processes.running", lambda installation: [4711])
    with pytest.raises(Trouble, match="stop it first"):
        restoring.restore(filled, [str(sealed)])
