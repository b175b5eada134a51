"""Runs a service as oneself, or, when one is root, as the service's own unprivileged user."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from ops.trouble import Trouble


def own(folder: Path, user: str) -> None:
    """Makes the folder, private to the user of the service."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, user, user)
        check_reachable(folder, user)


def give(path: Path, user: str) -> None:
    """Hands one file to the user of the service."""
    if os.geteuid() == 0:
        shutil.chown(path, user, user)


def check_reachable(folder: Path, user: str) -> None:
    """Refuses a folder that the user cannot enter, such as one below /root."""
    done = run(["test", "-w", str(folder)], user)
    if done.returncode:
        raise Trouble(f"The user {user} cannot reach {folder}; set FILON_DATA to a folder below /var/lib or /srv.")


def run(command: Sequence[str], user: str) -> subprocess.CompletedProcess[str]:
    """The finished command with its output; its environment holds nothing of ours."""
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    if os.geteuid() != 0:
        environment["HOME"] = str(Path.home())
        return subprocess.run(
            command, env=environment, cwd="/", capture_output=True, text=True, check=False, start_new_session=True
        )
    account = pwd.getpwnam(user)
    return subprocess.run(
        command,
        env=environment | {"HOME": account.pw_dir},
        cwd="/",
        user=account.pw_uid,
        group=account.pw_gid,
        extra_groups=[],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
