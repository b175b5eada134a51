"""What the peers need: Debian packages, a Python environment and npm packages of their own."""

import os
import subprocess
import sys
from pathlib import Path

from bench.databases import CHECKOUT, bench_folder
from ops import debian, frontend, preparation
from ops.installation import installation
from ops.trouble import Trouble

PACKAGES = ("gdal-bin", "wrk", "chromium")
PYTHON_PEERS = (
    "djangorestframework-gis==1.3.0",
    "tipg==1.6.1",
    "pygeoapi==0.21.0",
    "GeoAlchemy2==0.20.0",
    "django-import-export==4.4.3",
    "Django==5.2.19",
    "gunicorn==27.0.1",
    "uvicorn==0.54.0",
    "psycopg[binary]==3.3.9",
    "psycopg2-binary==2.9.13",
)
NPM_PEERS = ("leaflet@1.9.4", "leaflet.markercluster@1.5.3")


def ensure_packages() -> None:
    """Debian packages that are missing."""
    debian.ensure(PACKAGES)


def build_ours() -> None:
    """What our server gives to browsers, as a start of the installation makes it."""
    ours = installation()
    frontend.build(ours)
    preparation.compile_messages(ours, os.environ)
    preparation.collect_static(ours, os.environ)


def peers_program(name: str) -> str:
    """A program of the peers' own Python environment, which is made when it is missing or old."""
    folder = bench_folder() / "peers"
    stamp = folder / "peers.txt"
    wanted = "\n".join(PYTHON_PEERS)
    if not stamp.exists() or stamp.read_text() != wanted:
        print("Installing the peers' Python packages …", file=sys.stderr, flush=True)
        _done(sys.executable, "-m", "venv", str(folder))
        _done(str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", *PYTHON_PEERS)
        stamp.write_text(wanted)
    return str(folder / "bin" / name)


def npm_peers() -> Path:
    """The folder of the peers' npm packages."""
    folder = bench_folder() / "npm"
    if not (folder / "node_modules" / "leaflet.markercluster").exists():
        print("Installing the peers' npm packages …", file=sys.stderr, flush=True)
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true}')
        npm = str(CHECKOUT / ".venv" / "bin" / "npm")
        _done(npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), *NPM_PEERS)
    return folder / "node_modules"


def _done(*command: str) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        print(done.stdout[-3000:])
        raise Trouble(f"{Path(command[0]).name} failed; its message is above.")
