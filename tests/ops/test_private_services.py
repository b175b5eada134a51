"""PostgreSQL and Redis of a copy are its own, closed to others, and gone when stopped."""

import os
import shutil
import tempfile
from pathlib import Path

import psycopg2
import pytest
import redis

from ops import services
from ops.databases import address_of
from ops.installation import Installation
from ops.postgres import Cluster
from ops.redis_server import RedisServer


def processes_with(words: str) -> list[Path]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if words.encode() in command:
                found.append(folder)
    return found


def test_a_second_start_starts_nothing(copy: Installation) -> None:
    assert services.start(copy) is False


def test_the_servers_do_not_run_as_root(copy: Installation) -> None:
    address = address_of(services.environment(copy))
    servers = processes_with(str(copy.data))
    assert servers
    assert {folder.stat().st_uid for folder in servers} == ({os.geteuid()} if os.geteuid() else servers_users())
    assert address.host == "127.0.0.1"


def servers_users() -> set[int]:
    return {Path("/var/lib/postgresql").stat().st_uid}


def test_the_database_refuses_a_wrong_password(copy: Installation) -> None:
    address = address_of(services.environment(copy))
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        psycopg2.connect(host=address.host, port=address.port, user="filon", password="wrong", dbname="filon")


def test_redis_refuses_who_has_no_password(copy: Installation) -> None:
    port = copy.known_port("redis")
    assert port is not None
    with pytest.raises(redis.AuthenticationError):
        redis.Redis(port=port).ping()


def test_the_role_of_the_web_is_no_superuser_and_has_postgis(copy: Installation) -> None:
    connection = address_of(services.environment(copy)).connect()
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, postgis_lib_version() FROM pg_roles WHERE rolname = current_user")
        superuser, version = cursor.fetchone() or (True, "")
    connection.close()
    assert not superuser
    assert version >= "3.3"


def test_secrets_can_be_read_by_their_owner_alone(copy: Installation) -> None:
    modes = {path.name: path.stat().st_mode & 0o777 for path in copy.secrets.iterdir()}
    assert set(modes) >= {"postgres-admin", "postgres-filon", "redis", "secret-key", "database-url", "redis-url"}
    assert set(modes.values()) == {0o600}
    assert copy.secrets.stat().st_mode & 0o777 == 0o700


def test_two_copies_stand_side_by_side_and_a_stopped_one_leaves_no_process(copy: Installation) -> None:
    folder = Path(tempfile.mkdtemp(prefix="filon-copy-", dir="/var/tmp"))
    other = Installation(folder)
    try:
        assert services.start(other)
        assert Cluster(other).running_port() != Cluster(copy).running_port()
        assert Cluster(other).url() != Cluster(copy).url()
        services.stop(other)
        assert processes_with(str(folder)) == []
        assert services.start(other), "a stopped copy starts again"
        assert RedisServer(other).answers()
        assert RedisServer(copy).answers()
    finally:
        services.stop(other)
        shutil.rmtree(folder)
