"""./dev fresh: the whole set-up in an empty Debian 12, as root or with sudo, with the minutes of each step."""

import os
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ops import debian
from ops.empty_system import EmptySystem
from ops.installation import Installation
from ops.signing_in import sign_in
from ops.trouble import Trouble

PERSON = "mtu"
EMAIL = "daudi@demo.invalid"


def run(installation: Installation, words: list[str]) -> int:
    """Does every step, prints its minutes, and takes everything away again; the log stays."""
    if words not in ([], ["--user"]):
        raise Trouble("./dev fresh takes --user or nothing.")
    if os.geteuid() != 0:
        raise Trouble("./dev fresh makes a system of its own, so it needs root; use sudo ./dev fresh.")
    debian.ensure(debian.FRESH_PACKAGES)
    root = Path(tempfile.mkdtemp(prefix="filon-fresh-", dir="/var/tmp"))
    log = root.with_suffix(".log")
    print(f"An empty Debian 12 in {root}; everything that is said there goes to {log}.", flush=True)
    with log.open("w") as file:
        system = EmptySystem(root, PERSON if words else "root", file)
        try:
            for name, step in steps(system, installation.checkout).items():
                timed(name, step)
        finally:
            for process in system.processes():
                os.kill(process, signal.SIGKILL)
            shutil.rmtree(root)
    print("Done: set up, signed in, tested, stopped; no process left.")
    return 0


def timed(name: str, step: Callable[[], None]) -> None:
    begun = time.monotonic()
    step()
    print(f"{name:32}{(time.monotonic() - begun) / 60:6.1f} min", flush=True)


def steps(system: EmptySystem, checkout: Path) -> dict[str, Callable[[], None]]:
    """What is done, in its order."""
    before = {"person with sudo": system.make_person} if system.person != "root" else {}
    return {
        "empty Debian 12": system.make,
        **before,
        "clone": lambda: clone(system, checkout),
        "nothing of ours is there": lambda: check_empty(system),
        "./dev run (first)": lambda: start(system),
        "./dev stop": lambda: stop(system),
        "the system is as it was": lambda: check_untouched(system),
        "./dev run (second)": lambda: start(system),
        "a person signs in": lambda: enter(system),
        "./dev test": lambda: test(system),
        "./dev stop, no process left": lambda: stop(system),
    }


def clone(system: EmptySystem, checkout: Path) -> None:
    inside = f"{system.root}{system.checkout}"
    system.tell(["git", "-c", f"safe.directory={checkout}/.git", "clone", "--quiet", str(checkout), inside])
    system.run("chown", "-R", f"{system.person}:{system.person}", system.checkout, person="root")


def check_empty(system: EmptySystem) -> None:
    """The proof would be worth nothing if the system already had what the set-up must bring."""
    for program in ("node", "npm", "gcc", "psql", "redis-server", "python3", "git", "make"):
        found = [folder for folder in ("usr/bin", "usr/local/bin") if (system.root / folder / program).exists()]
        if found:
            raise Trouble(f"The empty system has {program} already, so it proves nothing.")


def check_untouched(system: EmptySystem) -> None:
    """Packages came, but no cluster of the system's, and nothing that keeps other services down."""
    for trace in ("usr/sbin/policy-rc.d", "etc/postgresql/15/main", "var/lib/postgresql/15/main"):
        if (system.root / trace).exists():
            raise Trouble(f"The set-up left /{trace} behind.")
    if debian.NO_MAIN_CLUSTER.strip() in debian.read(Path(f"{system.root}{debian.CLUSTER_SETTINGS}")).splitlines():
        raise Trouble(f"The set-up left its line in {debian.CLUSTER_SETTINGS}.")


def start(system: EmptySystem) -> None:
    said = system.run("./dev", "run", "--detach")
    if not re.search(r"answers at http://127\.0\.0\.1:\d+/", said):
        raise Trouble(f"./dev run did not say where it answers:\n{said[-2000:]}")


def enter(system: EmptySystem) -> None:
    said = system.run("./dev", "run", "--detach")
    origin = re.search(r"http://127\.0\.0\.1:\d+", said)
    password = re.search(r"Password of all: (\S+)", said)
    if origin is None or password is None:
        raise Trouble("./dev run printed no address or no password.")
    sign_in(origin.group(0), EMAIL, password.group(1))


def test(system: EmptySystem) -> None:
    said = system.run("./dev", "test")
    print(said.rstrip().splitlines()[-1], flush=True)


def stop(system: EmptySystem) -> None:
    system.run("./dev", "stop")
    left = system.processes()
    if left:
        raise Trouble(f"./dev stop left processes: {left}")
