"""Where a copy keeps its data and which port it takes."""

import os
import socket
from pathlib import Path

import pytest

from ops import installation
from ops.trouble import Trouble


def test_two_checkouts_of_one_name_have_two_data_folders() -> None:
    one, two = installation.default_data(Path("/a/filon")), installation.default_data(Path("/b/filon"))
    assert one != two
    assert one.name.startswith("filon-")


def test_root_s_data_is_where_the_database_s_user_can_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert installation.default_data(Path("/a/filon")).parent == Path("/var/lib/filon")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("HOME", "/nobody")
    assert installation.default_data(Path("/a/filon")).parent == Path("/nobody/.local/share/filon")


def test_filon_data_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FILON_DATA", str(tmp_path))
    assert installation.installation().data == tmp_path


def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(Trouble, match="set FILON_DATA"):
        installation.Installation(Path("/proc/filon")).prepare()


def test_a_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    copy = installation.Installation(tmp_path)
    copy.prepare()
    assert copy.secret("word") == copy.secret("word")
    assert len(copy.secret("word")) >= 50
    assert (copy.secrets / "word").stat().st_mode & 0o777 == 0o600


def test_the_next_free_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FILON_PORT", raising=False)
    first = installation.web_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first))
        taken.listen()
        assert installation.web_port() > first


def test_a_named_port_that_is_taken_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv("FILON_PORT", str(taken.getsockname()[1]))
        with pytest.raises(Trouble, match="is taken"):
            installation.web_port()


@pytest.mark.parametrize("value", ["eight", "0", "70000", "-1"])
def test_a_port_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("FILON_PORT", value)
    with pytest.raises(Trouble, match="no port"):
        installation.web_port()
