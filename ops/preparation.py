"""Brings an installation up to date before it serves: messages, static files, tables, the demonstration."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from ops.installation import Installation, write_private
from ops.stamps import files_under, when_changed
from ops.trouble import Trouble

DEMONSTRATION_PEOPLE = (
    ("amina", "facilitator, Tanganyika"),
    ("bahati", "facilitator, Maniema"),
    ("celine", "analyst"),
    ("daudi", "provincial ministry, Tanganyika"),
    ("habiba", "provincial ministry, Maniema"),
    ("esther", "secretariat"),
    ("furaha", "secretariat"),
    ("gaspard", "administrator"),
)


def prepare(installation: Installation, environment: Mapping[str, str]) -> None:
    """Everything that a start needs; each step only when its sources have changed."""
    checkout = installation.checkout
    compile_messages(installation, environment)
    collect_static(installation, environment)
    manage(checkout, environment, "migrate", "--noinput", "--verbosity=0")
    if environment.get("FILON_DEMONSTRATION", "").lower() in {"true", "1", "yes", "on"}:
        load_demonstration(installation, environment)


def collect_static(installation: Installation, environment: Mapping[str, str]) -> None:
    """Everything that the proxy or WhiteNoise serves, with hashed names."""
    checkout = installation.checkout
    sources = [checkout / "requirements.txt", checkout / "config" / "settings.py", *made_files(checkout / "static")]
    words = ["collectstatic", "--noinput", "--clear", "--verbosity=0"]
    when_changed(installation.stamps / "static", sources, lambda: manage(checkout, environment, *words))


def made_files(folder: Path) -> list[Path]:
    """Everything below static/, the built bundles included."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def compile_messages(installation: Installation, environment: Mapping[str, str]) -> None:
    """Translations into the form that gettext reads, beside their sources."""
    checkout = installation.checkout
    sources = files_under(checkout / "locale", "*.po")
    stamp = checkout / ".venv" / "stamps" / "messages"
    if any(not path.with_suffix(".mo").exists() for path in sources):
        stamp.unlink(missing_ok=True)

    def compile_each() -> None:
        for source in sources:
            command = ["msgfmt", "--check-format", "-o", str(source.with_suffix(".mo")), str(source)]
            done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)
            if done.returncode:
                raise Trouble(f"{source.relative_to(checkout)} cannot be compiled: {done.stderr.strip()}")

    when_changed(stamp, sources, compile_each)


def load_demonstration(installation: Installation, environment: Mapping[str, str]) -> None:
    """The demonstration once, and the file that tells how to sign in."""
    password = demonstration_password(installation)

    def load() -> None:
        print("Loading the demonstration …", flush=True)
        manage(installation.checkout, {**environment, "FILON_DEMO_PASSWORD": password}, "demo")

    when_changed(installation.stamps / "demonstration", [installation.secrets / "demonstration-password"], load)


def demonstration_password(installation: Installation) -> str:
    """The password of the demonstration's accounts, which also stands in accounts.txt."""
    password = installation.password("demonstration-password")
    write_private(installation.accounts, accounts_text(password))
    return password


def accounts_text(password: str) -> str:
    lines = [f"{name}@demo.invalid".ljust(24) + role for name, role in DEMONSTRATION_PEOPLE]
    return "\n".join([*lines, f"Password of all: {password}", ""])


def manage(checkout: Path, environment: Mapping[str, str], *words: str) -> None:
    """One management command; its own words are shown when it fails."""
    python = checkout / ".venv" / "bin" / "python"
    done = subprocess.run(
        [str(python), str(checkout / "manage.py"), *words],
        cwd=checkout,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout[-6000:])
        raise Trouble(f"manage.py {words[0]} failed; its message is above.")
