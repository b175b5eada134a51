"""Reads the variables of the environment once, typed, and says in a sentence what is missing or malformed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

SECRET_KEY_CHARACTERS = 50
WEAK_SECRETS = ("dev-only", "change-me", "changeme", "insecure", "secret-key")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
MAIL_SCHEMES = ("file", "console", "smtp", "smtp+tls", "smtp+ssl")


class EnvironmentFault(Exception):
    """One variable is missing, malformed or unsafe; the text names it and the remedy."""


@dataclass(frozen=True)
class Environment:
    """What the installation is told from outside."""

    secret_key: str
    database: dict[str, Any]
    redis_url: str
    hosts: tuple[str, ...]
    origin: str
    debug: bool
    demonstration: bool
    production: bool
    second_factor: bool
    data: Path
    mail: dict[str, Any]
    basemap_url: str
    log_level: str
    release_delay_days: int
    qualification_months: dict[str, int]


def read_environment(variables: Mapping[str, str]) -> Environment:
    """Return the typed environment; raises `EnvironmentFault` with a sentence for the first variable that is wrong."""
    data = _folder(variables, "FILON_DATA")
    environment = Environment(
        secret_key=_secret(variables, "FILON_SECRET_KEY", "Give it a random text of at least 50 characters."),
        database=database_of(
            _secret(
                variables,
                "FILON_DATABASE_URL",
                "Write it as postgis://user:password@host:5432/database.",
            )
        ),
        redis_url=_redis(variables),
        hosts=tuple(part.strip() for part in variables.get("FILON_HOSTS", "").split(",") if part.strip()),
        origin=_origin(variables),
        debug=_yes_or_no(variables, "FILON_DEBUG", False),
        demonstration=_yes_or_no(variables, "FILON_DEMONSTRATION", False),
        production=_yes_or_no(variables, "FILON_PRODUCTION", False),
        second_factor=_yes_or_no(variables, "FILON_SECOND_FACTOR", True),
        data=data,
        mail=mail_of(_secret(variables, "FILON_MAIL_URL", "", "file://"), data),
        basemap_url=_basemap(variables),
        log_level=_choice(variables, "FILON_LOG_LEVEL", "INFO", LOG_LEVELS),
        release_delay_days=_days(variables, "FILON_RELEASE_DELAY_DAYS", 30),
        qualification_months=_months(variables, "FILON_QUALIFICATION_MONTHS", "GREEN=36,YELLOW=12"),
    )
    if environment.production:
        _refuse_weakness(environment)
    return environment


def _refuse_weakness(environment: Environment) -> None:
    """A server that people rely on does not start with a default secret, a debugger or a weakened sign-in."""
    secret = environment.secret_key
    weak = len(secret) < SECRET_KEY_CHARACTERS or len(set(secret)) < 10 or secret.startswith(WEAK_SECRETS)
    refusals = (
        (weak, "FILON_SECRET_KEY is short or a default: give production its own random text of 50 characters or more."),
        (environment.debug, "FILON_DEBUG is on: a production start refuses it; set it to false."),
        (environment.demonstration, "FILON_DEMONSTRATION is on: a demonstration never runs in production; remove it."),
        (not environment.second_factor, "FILON_SECOND_FACTOR is off: production needs it; remove the variable."),
        (not environment.hosts, "FILON_HOSTS is missing: list the server's names, separated by commas."),
        ("*" in environment.hosts, "FILON_HOSTS allows every name (*): list the server's own names."),
        (
            not environment.origin.startswith("https://"),
            "FILON_ORIGIN is missing or not https: write the public address, for instance https://filon.example.org.",
        ),
    )
    for wrong, sentence in refusals:
        if wrong:
            raise EnvironmentFault(sentence)


def database_of(url: str) -> dict[str, Any]:
    """Return Django's description of the database behind `url`; the host may be a socket's folder."""
    sentence = "FILON_DATABASE_URL is malformed: write it as postgis://user:password@host:5432/database."
    parts = urlsplit(url)
    if parts.scheme not in ("postgis", "postgres", "postgresql") or not parts.path.strip("/"):
        raise EnvironmentFault(sentence)
    _, _, place = parts.netloc.rpartition("@")
    match = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?", place)
    if match is None:
        raise EnvironmentFault(sentence)
    host = parse_qs(parts.query).get("host", [unquote(match[1]).strip("[]")])[0]
    port = parse_qs(parts.query).get("port", [match[2] or ""])[0]
    return {
        "ENGINE": "lib.postgis",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
    }


def mail_of(url: str, data: Path) -> dict[str, Any]:
    """Return Django's mail settings for `url`: files in a folder (the default), the console, or a server."""
    parts = urlsplit(url)
    if parts.scheme not in MAIL_SCHEMES:
        raise EnvironmentFault(
            "FILON_MAIL_URL is malformed: write smtp+tls://user:password@host:587, or file:// for files in FILON_DATA."
        )
    if parts.scheme == "file":
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": parts.path or str(data / "mail")}
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if not parts.hostname:
        raise EnvironmentFault("FILON_MAIL_URL names no host: write smtp+tls://user:password@host:587.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtp+ssl" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
        "EMAIL_TIMEOUT": 20,
    }


def _secret(variables: Mapping[str, str], name: str, remedy: str, default: str = "") -> str:
    """A secret stands in the variable itself or in the file that `<name>_FILE` names."""
    value, file = variables.get(name, "").strip(), variables.get(f"{name}_FILE", "").strip()
    if file and not value:
        try:
            value = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as reason:
            raise EnvironmentFault(f"{name}_FILE names a file that cannot be read: put the secret there.") from reason
    if not value and not default:
        raise EnvironmentFault(f"{name} is missing. {remedy}")
    return value or default


def _folder(variables: Mapping[str, str], name: str) -> Path:
    value = variables.get(name, "").strip()
    if not value:
        raise EnvironmentFault(f"{name} is missing. Name the folder that holds mail, media and collected files.")
    if not Path(value).is_absolute():
        raise EnvironmentFault(f"{name} is not an absolute path: begin it with a slash.")
    return Path(value)


def _redis(variables: Mapping[str, str]) -> str:
    value = _secret(variables, "FILON_REDIS_URL", "Write it as redis://:password@host:6379/0.")
    if urlsplit(value).scheme not in ("redis", "rediss", "unix"):
        raise EnvironmentFault("FILON_REDIS_URL is malformed: write it as redis://:password@host:6379/0.")
    return value


def _origin(variables: Mapping[str, str]) -> str:
    value = variables.get("FILON_ORIGIN", "").strip().rstrip("/")
    if value and re.fullmatch(r"https?://[A-Za-z0-9.\-\[\]:]+", value) is None:
        raise EnvironmentFault("FILON_ORIGIN is malformed: write scheme and host only, like https://filon.example.org.")
    return value


def _basemap(variables: Mapping[str, str]) -> str:
    value = variables.get("FILON_BASEMAP_URL", "").strip()
    if value and not (value.startswith("/") or urlsplit(value).scheme in ("http", "https")):
        raise EnvironmentFault("FILON_BASEMAP_URL is malformed: give an own address of tiles or of a PMTiles file.")
    return value


def _yes_or_no(variables: Mapping[str, str], name: str, default: bool) -> bool:
    value = variables.get(name, "").strip().lower()
    if value not in ("", "true", "false", "1", "0", "yes", "no"):
        raise EnvironmentFault(f"{name} is neither true nor false: write one of the two.")
    return value in ("true", "1", "yes") if value else default


def _choice(variables: Mapping[str, str], name: str, default: str, choices: tuple[str, ...]) -> str:
    value = variables.get(name, "").strip().upper() or default
    if value not in choices:
        raise EnvironmentFault(f"{name} is not known: use one of {', '.join(choices)}.")
    return value


def _days(variables: Mapping[str, str], name: str, default: int) -> int:
    value = variables.get(name, "").strip() or str(default)
    if not re.fullmatch(r"\d{1,4}", value):
        raise EnvironmentFault(f"{name} is not a number of days: write 0 to 9999.")
    return int(value)


def _months(variables: Mapping[str, str], name: str, default: str) -> dict[str, int]:
    """A status and its months each; a status that is not listed does not lapse."""
    value = variables.get(name, "").strip() or default
    if not re.fullmatch(r"[A-Z_]+=\d{1,3}(,[A-Z_]+=\d{1,3})*", value.replace(" ", "")):
        raise EnvironmentFault(f"{name} is malformed: write status and months, like GREEN=36,YELLOW=12.")
    return {status: int(months) for status, months in (p.split("=") for p in value.replace(" ", "").split(","))}
