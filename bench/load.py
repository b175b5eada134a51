"""Requests a second under load, by wrk, one server after the other in each round."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.servers import Server
from bench.session import get
from ops.trouble import Trouble

SECONDS = 4
CONNECTIONS = 8


@dataclass(frozen=True)
class Target:
    """One address of one server, asked as one person."""

    server: Server
    path: str
    cookie: str = ""
    packed: bool = False

    def check(self) -> None:
        """Ask once for each worker, so that nobody is measured while it starts."""
        for _ in range(4):
            get(self.server, self.path, self.cookie, self.packed)


def rounds_of(targets: Mapping[str, Target], rounds: int) -> dict[str, list[float]]:
    """Requests a second of each target, round by round; each round begins with another target."""
    for target in targets.values():
        target.check()
    found: dict[str, list[float]] = {name: [] for name in targets}
    for at in range(rounds):
        for name in turned(list(targets), at):
            found[name].append(_requests_a_second(targets[name]))
    return found


def turned(names: Sequence[str], at: int) -> list[str]:
    """The names, beginning with another one in each round."""
    start = at % len(names)
    return [*names[start:], *names[:start]]


def _requests_a_second(target: Target) -> float:
    headers = ["-H", f"Cookie: {target.cookie}"] if target.cookie else []
    if target.packed:
        headers += ["-H", "Accept-Encoding: gzip"]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "60s", *headers]
    done = subprocess.run([*command, target.server.origin + target.path], capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout:
        raise Trouble(f"{target.server.name} refused {target.path} under load: {done.stdout}")
    told = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    return max(float(told.group(1)) if told else 0.0, 1 / SECONDS)
