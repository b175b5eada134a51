"""An empty Debian 12 in a folder, with the mirror, certificates and resolver of its host."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ops.trouble import Trouble

SUITE = "bookworm"
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
COPIED = (
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/pip.conf",
    "/etc/xdg/pip",
    "/etc/npmrc",
    "/usr/local/share/ca-certificates",
)
COPIED_FROM_HOME = (".config/pip", ".pip", ".npmrc")
BUNDLE = "/etc/ssl/certs/ca-certificates.crt"
PASSED_ON = re.compile(r"(?i)(PIP_.*|NPM_CONFIG_.*|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|.*_CA_BUNDLE|.*_proxy)")
MOUNTED = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$@"'


@dataclass(frozen=True)
class EmptySystem:
    """A root folder, and the person who works in it."""

    root: Path
    person: str
    log: IO[str]

    @property
    def home(self) -> str:
        return "/root" if self.person == "root" else f"/home/{self.person}"

    @property
    def checkout(self) -> str:
        return "/srv/filon" if self.person == "root" else f"{self.home}/filon"

    def run(self, *words: str, person: str | None = None) -> str:
        """Runs a command inside, in the checkout when there is one, and gives its output."""
        who = person or self.person
        home = "/root" if who == "root" else self.home
        passed = [f"{name}={value}" for name, value in os.environ.items() if PASSED_ON.fullmatch(name)]
        variables = [f"HOME={home}", f"USER={who}", f"PATH={PATH}", "LANG=C.UTF-8", "TERM=dumb", *passed]
        inside = ["sh", "-c", 'cd "$0" 2>/dev/null || cd /; exec "$@"', self.checkout, *words]
        options = [f"--userspec={who}:{who}", f"--groups={who}"] if who != "root" else []
        mounts = ["unshare", "--mount", "--propagation", "private", "sh", "-c", MOUNTED, str(self.root)]
        return self.tell([*mounts, *options, str(self.root), "env", "-i", *variables, *inside])

    def tell(self, command: Sequence[str]) -> str:
        """Runs a command of the host; its output goes to the log too."""
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        self.log.write(f"$ {' '.join(command)}\n{done.stdout}\n")
        self.log.flush()
        if done.returncode:
            raise Trouble(f"A step ended with {done.returncode}; the end of its output:\n{done.stdout[-6000:]}")
        return done.stdout

    def make(self) -> None:
        """debootstrap, then what only the host knows."""
        mirror = host_mirror()
        form = ["--variant=minbase", "--include=ca-certificates"]
        self.tell(["debootstrap", *form, SUITE, str(self.root), mirror])
        self.root.chmod(0o755)
        (self.root / "etc/apt/sources.list").write_text(
            f"deb {mirror} {SUITE} main\ndeb {mirror} {SUITE}-updates main\n"
            f"deb {mirror.rstrip('/')}-security {SUITE}-security main\n"
        )
        for name in [*COPIED, *(f"{Path.home()}/{name}" for name in COPIED_FROM_HOME)]:
            self.copy(Path(name))
        for path in sorted(Path("/etc/apt/apt.conf.d").glob("*")):
            if re.search(r"Acquire|Proxy", path.read_text()):
                self.copy(path)
        shutil.copyfile(BUNDLE, f"{self.root}{BUNDLE}")

    def copy(self, path: Path) -> None:
        target = Path(f"{self.root}{path}")
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, target, dirs_exist_ok=True)
        elif path.is_file():
            shutil.copyfile(path, target)

    def make_person(self) -> None:
        """An ordinary person who may use sudo, with the host's settings of pip and npm."""
        self.run("apt-get", "update", "-q", person="root")
        self.run("apt-get", "install", "-q", "-y", "--no-install-recommends", "sudo", person="root")
        self.run("useradd", "--create-home", "--shell", "/bin/sh", "--user-group", self.person, person="root")
        (self.root / "etc/sudoers.d/person").write_text(f"{self.person} ALL=(ALL) NOPASSWD: ALL\n")
        for name in COPIED_FROM_HOME:
            source, target = Path(f"{self.root}{Path.home()}/{name}"), Path(f"{self.root}{self.home}/{name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
            elif source.is_file():
                shutil.copyfile(source, target)

    def processes(self) -> list[int]:
        """Processes that live inside."""
        found = []
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    inside = os.readlink(folder / "root") == str(self.root)
                except OSError:
                    continue
                if inside:
                    found.append(int(folder.name))
        return sorted(found)


def host_mirror() -> str:
    """The mirror from which this host takes Debian."""
    sources = [Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*"))]
    for path in sources:
        if path.is_file():
            found = re.search(r"https?://\S+?/debian/?(?=\s|$)", path.read_text(), re.MULTILINE)
            if found:
                return found.group(0)
    raise Trouble("/etc/apt names no Debian mirror; this command runs on Debian alone.")
