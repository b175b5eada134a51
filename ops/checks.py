"""The checks of ./dev check: each is a name and a command, or a function that lists faults."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ops import debian, frontend, layers, requirements, services, translations
from ops.installation import Installation
from ops.trouble import Trouble

LIBRARIES = (
    "lib", "access", "accounts", "sites", "claims", "imports", "workshops", "workbook", "mapping", "reports", "config",
)  # fmt: skip
SECRET_FOR_CHECKS = "only-for-checks-which-open-no-connection-and-serve-nothing"


@dataclass(frozen=True)
class Outcome:
    """What a check said; no words when all is well are needed."""

    passed: bool
    words: str


Check = Callable[[Installation], Outcome]


def environment(installation: Installation) -> dict[str, str]:
    """Variables with which settings load; nothing connects to what they name."""
    ours = {
        "FILON_SECRET_KEY": SECRET_FOR_CHECKS,
        "FILON_DATABASE_URL": "postgis://checks@127.0.0.1:1/checks",
        "FILON_REDIS_URL": "redis://127.0.0.1:1/0",
        "FILON_DATA": str(installation.data),
        "FILON_HOSTS": "localhost",
    }
    settled = {name: value for name, value in ours.items() if not os.environ.get(f"{name}_FILE")}
    return settled | services.tools_environment(installation)


def command(*words: str) -> Check:
    """A check that is a program's exit code."""

    def check(installation: Installation) -> Outcome:
        done = subprocess.run(
            words,
            cwd=installation.checkout,
            env=environment(installation),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Outcome(done.returncode == 0, done.stdout)

    return check


def python(*words: str) -> Check:
    return command(sys.executable, *words)


def check_layers(installation: Installation) -> Outcome:
    """The order of apps and the order inside each."""
    with tempfile.TemporaryDirectory() as scratch:
        config = layers.written(installation.checkout, Path(scratch) / "contracts.ini")
        script = "from importlinter.cli import lint_imports_command as c; c()"
        return python("-c", script, "--config", str(config), "--no-cache")(installation)


def check_translations(installation: Installation) -> Outcome:
    faults = translations.faults(installation.checkout)
    return Outcome(not faults, "\n".join(faults))


CHECKS: dict[str, Check] = {
    "ruff": python("-m", "ruff", "check", "."),
    "ruff format": python("-m", "ruff", "format", "--check", "."),
    "mypy": python("-m", "mypy"),
    "import-linter": check_layers,
    "djlint": python("-m", "djlint", "templates", "--lint", "--quiet"),
    "biome": command("npm", "run", "--silent", "lint"),
    "migrations": python("manage.py", "makemigrations", "--check", "--dry-run"),
    "system": python("manage.py", "check", "--fail-level", "WARNING"),
    "translations": check_translations,
}


def run(installation: Installation, words: list[str]) -> int:
    """All checks, or those named; says each one's result; 1 when one failed."""
    unknown = [word for word in words if word not in CHECKS and word != "architecture"]
    if unknown:
        raise Trouble(f"There is no check named {unknown[0]}; the checks are: {', '.join(CHECKS)}, architecture.")
    prepare(installation)
    failed = [name for name in CHECKS if (not words or name in words) and not told(installation, name)]
    if (not words or "architecture" in words) and architecture(installation):
        failed.append("architecture")
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def prepare(installation: Installation) -> None:
    """What the checks need; they start no service."""
    installation.prepare()
    debian.ensure(("gettext",))
    requirements.ensure_development(installation)
    frontend.install(installation)


def told(installation: Installation, name: str) -> bool:
    begun = time.monotonic()
    outcome = CHECKS[name](installation)
    print(f"{name:15}{'ok' if outcome.passed else 'FAILED':8}{time.monotonic() - begun:5.1f} s", flush=True)
    if not outcome.passed:
        print(outcome.words)
    return outcome.passed


def architecture(installation: Installation) -> int:
    """House limits, documents, and what no table declares: the tests that need no service."""
    chosen = [
        "-m",
        "not tool",
        "-k",
        "architecture or without_a_line or undeclared",
        "tests/architecture",
        "tests/access",
    ]
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *chosen]
    return subprocess.run(words, cwd=installation.checkout, env=environment(installation), check=False).returncode
