"""Debian packages: what is missing is installed, no service is started and no cluster is made by it."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ops.trouble import Trouble

PAPER_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-dejavu-core", "fonts-noto-core")
RUN_PACKAGES = ("postgresql-15", "postgresql-15-postgis-3", "redis-server", "gettext", *PAPER_PACKAGES)
TEST_PACKAGES = ("chromium", "fonts-liberation", "poppler-utils")
FRESH_PACKAGES = ("debootstrap", "git")
POLICY = Path("/usr/sbin/policy-rc.d")
CLUSTER_SETTINGS = Path("/etc/postgresql-common/createcluster.conf")
REFUSE_SERVICES = "#!/bin/sh\nexit 101\n"
NO_MAIN_CLUSTER = "\ncreate_main_cluster = false\n"


def missing(packages: Sequence[str]) -> list[str]:
    """Those of the packages that are not installed."""
    if shutil.which("dpkg-query") is None:
        raise Trouble("This is no Debian system; Filon's set-up is written for Debian 12 (or use docker-compose.yml).")
    form = "${Package} ${db:Status-Status}\n"
    listed = subprocess.run(["dpkg-query", "-W", "-f", form, *packages], capture_output=True, text=True, check=False)
    installed = {line.split()[0] for line in listed.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in packages if package not in installed]


def ensure(packages: Sequence[str]) -> None:
    """Installs what is missing of these packages."""
    wanted = missing(packages)
    if not wanted:
        return
    print(f"Installing Debian packages: {', '.join(wanted)} …", flush=True)
    apt("update")
    with ExitStack() as stack:
        stack.enter_context(services_kept_down())
        if "postgresql-15" in wanted:
            apt("install", "postgresql-common")
            stack.enter_context(replaced(CLUSTER_SETTINGS, read(CLUSTER_SETTINGS) + NO_MAIN_CLUSTER))
        apt("install", *wanted)


def apt(verb: str, *packages: str) -> None:
    """Runs apt-get quietly; its own words are shown when it fails."""
    words = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    options = ["--no-install-recommends"] if verb == "install" else []
    done = as_root([*words, *options, verb, *packages])
    if done.returncode:
        print(done.stdout[-4000:])
        raise Trouble(f"apt-get {verb} failed; its message is above. Check the network and /etc/apt, then start again.")


def as_root(command: Sequence[str], text: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command as root: directly, or by sudo."""
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            raise Trouble(f"Root is needed and there is no sudo; as root run: {' '.join(command)}")
        command = ["sudo", *command]
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


@contextmanager
def services_kept_down() -> Iterator[None]:
    """While it lasts, installing a package starts no service."""
    with replaced(POLICY, REFUSE_SERVICES, mode="755"):
        yield


@contextmanager
def replaced(path: Path, text: str, mode: str = "644") -> Iterator[None]:
    """While it lasts, the system's file holds this text; afterwards it is as it was."""
    before = path.read_text() if path.exists() else None
    write_as_root(path, text, mode)
    try:
        yield
    finally:
        if before is None:
            as_root(["rm", "-f", str(path)])
        else:
            write_as_root(path, before, mode)


def write_as_root(path: Path, text: str, mode: str) -> None:
    for done in (as_root(["tee", str(path)], text), as_root(["chmod", mode, str(path)])):
        if done.returncode:
            raise Trouble(f"{path} could not be written: {done.stdout.strip()}")
