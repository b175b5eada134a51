"""./dev run answers, lets a person in, stands beside another copy, and leaves nothing running behind it."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops import processes
from ops.installation import Installation
from ops.signing_in import sign_in
from ops.trouble import Trouble
from tests.ops.conftest import VARIABLES

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 240
LEFT_OUT = {name for variable in VARIABLES for name in (variable, f"{variable}_FILE")} | {"FILON_PORT", "FILON_ORIGIN"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """The data of a copy of its own; what still runs in it at the end is ended."""
    path = Path(tempfile.mkdtemp(prefix="filon-copy-", dir="/var/tmp"))
    yield path
    dev(path, "stop")
    shutil.rmtree(path)


def variables(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    return kept | {"FILON_DATA": str(folder), "FILON_DEMONSTRATION": "true", "FILON_SECOND_FACTOR": "false"}


def dev(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "dev"), *words], env=variables(folder), capture_output=True, text=True, check=False, timeout=600
    )


def origin_in(said: str) -> str:
    found = re.search(r"Filon answers at (http://127\.0\.0\.1:\d+)/", said)
    assert found, said
    return found.group(1)


def password_in(said: str) -> str:
    found = re.search(r"Password of all: (\S+)", said)
    assert found, said
    return found.group(1)


def processes_of(folder: Path) -> list[str]:
    """Command lines of whatever names the folder or carries its mark."""
    marked = [Path(f"/proc/{number}/cmdline") for number in processes.running(Installation(folder))]
    named = [path for path in Path("/proc").glob("[0-9]*/cmdline") if str(folder).encode() in content(path)]
    return [content(path).replace(b"\0", b" ").decode() for path in {*marked, *named}]


def content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_in_the_background_it_answers_and_a_person_signs_in(folder: Path) -> None:
    first = dev(folder, "run", "--detach")
    assert first.returncode == 0, first.stdout + first.stderr
    origin, password = origin_in(first.stdout), password_in(first.stdout)
    assert "amina@demo.invalid" in first.stdout
    assert password in (folder / "accounts.txt").read_text()
    assert (folder / "accounts.txt").stat().st_mode & 0o777 == 0o600
    assert sign_in(origin, "daudi@demo.invalid", password)
    with pytest.raises(Trouble):
        sign_in(origin, "celine@demo.invalid", "not the password")

    again = dev(folder, "run", "--detach")
    assert origin_in(again.stdout) == origin, "a copy that runs says where it answers"
    status = dev(folder, "status")
    assert status.returncode == 0
    assert origin in status.stdout

    assert dev(folder, "stop").returncode == 0
    assert processes_of(folder) == []
    assert dev(folder, "status").returncode == 3


def test_a_second_start_takes_seconds_and_ctrl_c_stops_everything(folder: Path) -> None:
    """In the foreground; Ctrl-C reaches the whole group, as from a keyboard."""
    log = folder / "foreground.log"
    begun = time.monotonic()
    with log.open("w") as output:
        running = subprocess.Popen(
            [str(ROOT / "dev"), "run"], env=variables(folder), stdout=output, stderr=output, start_new_session=True
        )
    while "Filon answers at" not in log.read_text():
        assert running.poll() is None, log.read_text()
        assert time.monotonic() - begun < START_SECONDS
        time.sleep(0.2)
    assert time.monotonic() - begun < 60, "the first start took minutes, this one must not"
    os.killpg(running.pid, signal.SIGINT)
    assert running.wait(timeout=60) == 0, log.read_text()
    assert processes_of(folder) == []
