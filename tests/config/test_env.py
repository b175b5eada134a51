"""A wrong environment ends with a sentence that names the variable and the remedy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.env import Environment, EnvironmentFault, database_of, mail_of, read_environment

ROOT = Path(__file__).parent.parent.parent
GOOD = {
    "FILON_SECRET_KEY": "x7Kq0vW2mZ9pL4nB8rT1yC6uH3sD5gF0jA7eR2wQ9tY4iO1pU6",
    "FILON_DATABASE_URL": "postgis://filon:se%40cret@db:5432/filon",
    "FILON_REDIS_URL": "redis://:word@redis:6379/0",
    "FILON_DATA": "/var/lib/filon",
    "FILON_HOSTS": "filon.example.org",
    "FILON_ORIGIN": "https://filon.example.org",
}


def with_(**changes: str) -> dict[str, str]:
    return {name: value for name, value in {**GOOD, **changes}.items() if value != "-"}


def test_a_complete_environment_is_typed() -> None:
    environment = read_environment(with_(FILON_PRODUCTION="true"))
    assert isinstance(environment, Environment)
    assert environment.hosts == ("filon.example.org",)
    assert environment.second_factor and not environment.debug
    assert environment.database["PASSWORD"] == "se@cret"
    assert environment.mail["EMAIL_FILE_PATH"] == "/var/lib/filon/mail"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"FILON_SECRET_KEY": "-"}, "FILON_SECRET_KEY"),
        ({"FILON_DATABASE_URL": "-"}, "FILON_DATABASE_URL"),
        ({"FILON_DATABASE_URL": "mysql://a/b"}, "FILON_DATABASE_URL"),
        ({"FILON_DATABASE_URL": "postgis://host"}, "FILON_DATABASE_URL"),
        ({"FILON_REDIS_URL": "-"}, "FILON_REDIS_URL"),
        ({"FILON_REDIS_URL": "http://redis"}, "FILON_REDIS_URL"),
        ({"FILON_DATA": "-"}, "FILON_DATA"),
        ({"FILON_DATA": "relative"}, "FILON_DATA"),
        ({"FILON_DEBUG": "perhaps"}, "FILON_DEBUG"),
        ({"FILON_ORIGIN": "filon.example.org"}, "FILON_ORIGIN"),
        ({"FILON_ORIGIN": "https://filon.example.org/path"}, "FILON_ORIGIN"),
        ({"FILON_MAIL_URL": "pigeon://x"}, "FILON_MAIL_URL"),
        ({"FILON_MAIL_URL": "smtp://"}, "FILON_MAIL_URL"),
        ({"FILON_BASEMAP_URL": "ftp://x"}, "FILON_BASEMAP_URL"),
        ({"FILON_LOG_LEVEL": "LOUD"}, "FILON_LOG_LEVEL"),
        ({"FILON_SECRET_KEY": "-", "FILON_SECRET_KEY_FILE": "/nowhere/at/all"}, "FILON_SECRET_KEY_FILE"),
    ],
)
def test_what_is_missing_or_malformed_is_named(changes: dict[str, str], name: str) -> None:
    with pytest.raises(EnvironmentFault) as told:
        read_environment(with_(**changes))
    assert name in str(told.value)
    assert len(str(told.value)) > len(name) + 20


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"FILON_SECRET_KEY": "short"}, "FILON_SECRET_KEY"),
        ({"FILON_SECRET_KEY": "dev-only-not-a-secret-dev-only-not-a-secret-123456"}, "FILON_SECRET_KEY"),
        ({"FILON_SECRET_KEY": "a" * 60}, "FILON_SECRET_KEY"),
        ({"FILON_DEBUG": "true"}, "FILON_DEBUG"),
        ({"FILON_DEMONSTRATION": "true"}, "FILON_DEMONSTRATION"),
        ({"FILON_SECOND_FACTOR": "false"}, "FILON_SECOND_FACTOR"),
        ({"FILON_HOSTS": "-"}, "FILON_HOSTS"),
        ({"FILON_HOSTS": "*"}, "FILON_HOSTS"),
        ({"FILON_ORIGIN": "-"}, "FILON_ORIGIN"),
        ({"FILON_ORIGIN": "http://filon.example.org"}, "FILON_ORIGIN"),
    ],
)
def test_production_refuses_weakness(changes: dict[str, str], name: str) -> None:
    assert read_environment(with_(**changes))
    with pytest.raises(EnvironmentFault) as told:
        read_environment(with_(FILON_PRODUCTION="true", **changes))
    assert name in str(told.value)


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(GOOD["FILON_SECRET_KEY"] + "\n")
    environment = read_environment(with_(FILON_SECRET_KEY="-", FILON_SECRET_KEY_FILE=str(file)))
    assert environment.secret_key == GOOD["FILON_SECRET_KEY"]


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("postgis://u:p@[::1]:5432/name", "::1", "5432"),
        ("postgis://u@%2Fvar%2FRun%2Fpg:5433/name", "/var/Run/pg", "5433"),
        ("postgis:///name?host=/var/Run/pg&port=5434", "/var/Run/pg", "5434"),
        ("postgresql://u:p@db/name", "db", ""),
    ],
)
def test_a_database_is_found_by_host_or_socket(url: str, host: str, port: str) -> None:
    described = database_of(url)
    assert (described["HOST"], described["PORT"], described["NAME"]) == (host, port, "name")


def test_mail_goes_to_a_server_when_one_is_named() -> None:
    mail = mail_of("smtp+tls://me:wo%3Ard@mail.example.org", Path("/data"))
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"], mail["EMAIL_USE_TLS"]) == ("mail.example.org", 587, True)
    assert mail["EMAIL_HOST_PASSWORD"] == "wo:rd"


def test_a_start_without_a_secret_ends_with_the_sentence_and_no_traceback() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FILON_")}
    command = [sys.executable, "manage.py", "check"]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert ended.stderr.startswith("Filon cannot start. FILON_")
    assert "Traceback" not in ended.stderr


def in_production(*command: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FILON_")}
    environment = {**kept, **with_(FILON_PRODUCTION="true")}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_django_finds_nothing_weak_in_production() -> None:
    ended = in_production("manage.py", "check", "--deploy", "--tag", "security", "--fail-level", "WARNING")
    assert ended.returncode == 0, ended.stderr


def test_production_is_https_alone_and_asks_for_the_second_factor() -> None:
    wanted = [
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "LANGUAGE_COOKIE_SECURE",
        "FILON_SECOND_FACTOR",
        "ALLAUTH_TRUSTED_PROXY_COUNT",
    ]
    ended = in_production("-c", f"from config import settings as s; print([bool(getattr(s, n)) for n in {wanted}])")
    assert ended.stdout.strip() == str([True] * len(wanted)), ended.stderr
