"""Memory and time of processes, taken from outside them."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

SAMPLE_SECONDS = 0.01


def tree(process: int) -> list[int]:
    """The process and all below it."""
    found = [process]
    for task in _listed(f"/proc/{process}/task"):
        try:
            children = Path(f"/proc/{process}/task/{task}/children").read_text().split()
        except OSError:
            continue
        for child in children:
            found.extend(tree(int(child)))
    return found


def private_megabytes(process: int) -> float:
    """Memory that belongs to the process alone."""
    try:
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("RssAnon"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def growth(measure: Callable[[], float], act: Callable[[], object]) -> float:
    """By how much `measure` rose at most while `act` ran."""
    before, highest, ended = measure(), 0.0, threading.Event()

    def watch() -> None:
        nonlocal highest
        while not ended.is_set():
            highest = max(highest, measure())
            time.sleep(SAMPLE_SECONDS)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        act()
    finally:
        ended.set()
        watcher.join()
    return max(highest - before, 0.0)


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> tuple[float, float]:
    """Run a command; give its seconds and the greatest memory that it or a child of it held, in MB."""
    started = time.perf_counter()
    errors = folder / "last-error.log"
    with errors.open("wb") as out:
        process = subprocess.Popen(command, env=dict(environment), cwd=folder, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {errors.read_text()[-2000:]}")
    return seconds, _peak(usage) / 1024


def _peak(usage: resource.struct_rusage) -> int:
    return usage.ru_maxrss


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
