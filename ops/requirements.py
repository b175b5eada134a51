"""The development tools: locked, installed once."""

import subprocess
import sys

from ops.installation import Installation
from ops.stamps import when_changed
from ops.trouble import Trouble


def ensure_development(installation: Installation) -> None:
    """Installs requirements-dev.txt into .venv when it has changed."""
    locked = installation.checkout / "requirements-dev.txt"

    def install() -> None:
        print("Installing development tools …", flush=True)
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",  # the lock names everything; without this pip looks for newer releases of extras
            "--require-hashes",
        ]
        if subprocess.run([*command, "-r", str(locked)], cwd=installation.checkout, check=False).returncode:
            raise Trouble("pip could not install requirements-dev.txt; its message is above.")

    when_changed(installation.checkout / ".venv" / "stamps" / "development", [locked], install)
