"""Builds what the browser gets: locked npm packages, bundles, basemap; with Node from .venv."""

import subprocess
from pathlib import Path

from ops.installation import Installation
from ops.services import tools_environment
from ops.stamps import files_under, when_changed
from ops.trouble import Trouble


def build(installation: Installation) -> None:
    """Installs packages and builds; each only when its sources have changed."""
    install(installation)
    checkout = installation.checkout
    stamps = checkout / ".venv" / "stamps"
    when_changed(stamps / "bundle", bundle_sources(checkout), lambda: npm(installation, "run", "build"))
    when_changed(stamps / "basemap", basemap_sources(checkout), lambda: npm(installation, "run", "basemap"))


def install(installation: Installation) -> None:
    """The locked npm packages; what was built from others is built anew.

    Not `npm ci`: it refuses a lock when a mirror lacks the optional packages of other systems. A test holds the lock
    to package.json instead, and `--no-save` leaves it as it is.
    """
    checkout = installation.checkout
    stamps = checkout / ".venv" / "stamps"
    locks = [checkout / "package-lock.json", checkout / "requirements.txt"]
    if when_changed(
        stamps / "npm", locks, lambda: npm(installation, "install", "--no-save", "--no-audit", "--no-fund")
    ):
        forget(stamps / "bundle", stamps / "basemap")


def npm(installation: Installation, *words: str) -> None:
    """Runs npm in the checkout; its own words are shown when it fails."""
    print(f"npm {' '.join(words)} …", flush=True)
    done = subprocess.run(
        ["npm", *words],
        cwd=installation.checkout,
        env=tools_environment(installation) | {"FILON_DATA": str(installation.data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout[-6000:])
        raise Trouble(f"npm {' '.join(words)} failed; its message is above.")


def bundle_sources(checkout: Path) -> list[Path]:
    tools = files_under(checkout / "ops" / "front", "*.mjs")
    kinds = ("*.js", "*.mjs", "*.css", "*.woff2", "*.svg", "*.png", "*.json")
    return [checkout / "package-lock.json", *tools, *files_under(checkout / "static", *kinds)]


def basemap_sources(checkout: Path) -> list[Path]:
    """The packages that the map is made from, and every script that may make it."""
    return [checkout / "package-lock.json", *files_under(checkout / "ops" / "front", "*.mjs", "*.json")]


def forget(*stamps: Path) -> None:
    for stamp in stamps:
        stamp.unlink(missing_ok=True)
