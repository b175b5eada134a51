"""The first command that a person types: small, plain, and clear about what it does not know."""

import os
import subprocess
from pathlib import Path

import pytest

from ops import debian, empty_system

ROOT = Path(__file__).resolve().parents[2]


def dev(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "dev"), *words],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_help_says_what_there_is() -> None:
    done = dev("help")
    assert done.returncode == 0
    assert "run [--detach]" in done.stdout


def test_an_unknown_command_shows_the_help_and_fails() -> None:
    done = dev("walk")
    assert done.returncode == 2
    assert "run [--detach]" in done.stdout


def test_trouble_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    done = dev("restore", str(tmp_path / "nothing.backup"))
    assert done.returncode == 1
    assert done.stderr == "./dev restore: ./dev restore takes the name of one file that exists.\n"


def test_a_folder_below_root_s_home_is_refused_in_a_sentence() -> None:
    done = dev("run", FILON_DATA="/proc/filon")
    assert done.returncode == 1
    assert "set FILON_DATA" in done.stderr


def test_ci_calls_the_whole_test() -> None:
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec ./dev test")


def test_a_file_of_the_system_is_as_it_was_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "as_root", lambda command, text=None: direct(command, text))
    there, absent = tmp_path / "there", tmp_path / "absent"
    there.write_text("before")
    with debian.replaced(there, "while"), debian.replaced(absent, "while", mode="755"):
        assert (there.read_text(), absent.read_text()) == ("while", "while")
        assert absent.stat().st_mode & 0o777 == 0o755
    assert there.read_text() == "before"
    assert not absent.exists()


def direct(command: list[str], text: str | None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def test_what_is_missing_is_told_apart_from_what_is_there() -> None:
    assert debian.missing(["dpkg", "no-such-package-of-filon"]) == ["no-such-package-of-filon"]


@pytest.mark.parametrize("name", ["PIP_CERT", "https_proxy", "NO_PROXY", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"])
def test_what_the_network_needs_goes_into_the_empty_system(name: str) -> None:
    assert empty_system.PASSED_ON.fullmatch(name)


@pytest.mark.parametrize("name", ["FILON_DATA", "PATH", "HOME", "PYTHONPATH"])
def test_nothing_else_of_the_host_does(name: str) -> None:
    assert not empty_system.PASSED_ON.fullmatch(name)
