"""The processes of a copy (web, worker, beat): started by honcho, told apart by a mark, stopped to the last."""

import contextlib
import os
import shlex
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from honcho.manager import Manager
from honcho.printer import Printer

from ops import services
from ops.installation import Installation, write_private
from ops.trouble import Trouble

MARK = "FILON_PROCESS_OF"
START_SECONDS = 90
STOP_SECONDS = 15
MESSAGE_BYTES = 4 * 1024 * 1024
"""The longest message of a socket."""


def commands(installation: Installation, port: int) -> dict[str, str]:
    """What runs, by name."""
    python = shlex.quote(str(installation.checkout / ".venv" / "bin" / "python"))
    schedule = shlex.quote(str(installation.runtime / "beat-schedule"))
    web = f"-m uvicorn config.asgi:application --host 127.0.0.1 --port {port} --no-access-log"
    return {
        "web": f"exec {python} {web} --timeout-graceful-shutdown 3 --ws-max-size {MESSAGE_BYTES}",
        "worker": f"exec {python} -m celery --app config worker --loglevel INFO --concurrency 2",
        "beat": f"exec {python} -m celery --app config beat --loglevel INFO --schedule {schedule}",
    }


def supervise(installation: Installation, environment: dict[str, str], port: int) -> int:
    """Runs everything in the foreground until a signal or until one of them ends; gives the exit code."""
    manager = Manager(Printer(sys.stdout))
    for name, command in commands(installation, port).items():
        marked = environment | {MARK: str(installation.data)}
        manager.add_process(name, command, env=marked, cwd=str(installation.checkout))
    write_private(installation.runtime / "web.port", str(port))
    write_private(installation.runtime / "supervisor.pid", str(os.getpid()))
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    manager.loop()
    return 0 if manager.returncode in {130, 143} else 1


def supervise_detached(installation: Installation, environment: dict[str, str], port: int) -> None:
    """The same in the background; returns when the web answers."""
    with installation.log.open("ab") as log:
        background = subprocess.Popen(
            [sys.executable, "-P", "-m", "ops", "supervise", str(port)],
            env=environment | {"PYTHONPATH": str(installation.checkout), MARK: str(installation.data)},
            cwd=installation.checkout,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    if not wait_until_it_answers(port, background):
        stop(installation)
        raise Trouble(f"The web did not answer; the reason is at the end of {installation.log}.")


def wait_until_it_answers(port: int, background: "subprocess.Popen[bytes] | None" = None) -> bool:
    """Whether the web answers, with whatever page, before the time is over."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if answers(port):
            return True
        if background is not None and background.poll() is not None:
            return False
        time.sleep(0.2)
    return False


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10):
            return True
    except urllib.error.HTTPError as refusal:
        return refusal.code < 500
    except OSError:
        return False


def announce_when_ready(installation: Installation, port: int) -> None:
    """Prints address and accounts, from a thread, as soon as the web answers."""

    def announce() -> None:
        if wait_until_it_answers(port):
            print(announcement(installation, port), flush=True)

    threading.Thread(target=announce, daemon=True).start()


def announcement(installation: Installation, port: int) -> str:
    accounts = installation.accounts.read_text() if installation.accounts.exists() else ""
    return f"\nFilon answers at http://127.0.0.1:{port}/\n\n{accounts}\nData: {installation.data}\n"


def running(installation: Installation) -> list[int]:
    """Process numbers that carry this copy's mark; this process and its parent are left out."""
    mark = f"{MARK}={installation.data}".encode()
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) not in {os.getpid(), os.getppid()}:
            try:
                variables = (folder / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if mark in variables:
                found.append(int(folder.name))
    return sorted(found)


def web_port_of(installation: Installation) -> int | None:
    path = installation.runtime / "web.port"
    return int(path.read_text()) if path.exists() and running(installation) else None


def supervisor_of(installation: Installation) -> int | None:
    """The process that runs the others, when it is alive and not this one."""
    path = installation.runtime / "supervisor.pid"
    number = int(path.read_text()) if path.exists() else 0
    if number in {0, os.getpid()} or not Path(f"/proc/{number}").exists():
        return None
    return number if b"ops" in Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0") else None


def stop(installation: Installation) -> None:
    """Ends every process of this copy: the supervisor politely, whatever is left by force; then the services."""
    supervisor = supervisor_of(installation)
    if supervisor is not None:
        os.kill(supervisor, signal.SIGTERM)
    wait_until(lambda: not running(installation) and supervisor_of(installation) is None)
    for process in running(installation):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    wait_until(lambda: not running(installation))
    services.stop(installation)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + STOP_SECONDS
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.1)
