"""The commands of ./dev."""

import os
import subprocess
import sys
from collections.abc import Callable

from ops import frontend, preparation, processes, services
from ops.installation import installation, web_port
from ops.postgres import Cluster
from ops.trouble import Trouble

HELP = """./dev COMMAND

run [--detach]   starts everything: packages, database, Redis, web, worker, beat; Ctrl-C or `stop` ends it
stop             ends every process of this copy
status           says what runs, and where
shell            Python with the models loaded
manage …         Django's commands
test [ARGS]      everything; with ARGS pytest alone
check            the checks alone: style, types, layers, templates, translations, limits
bench …          measurements
backup FILE      one sealed file of everything (passphrase asked, or FILON_PASSPHRASE_FILE)
restore FILE     the opposite, into this copy
fresh [--user]   the whole set-up in an empty Debian 12, as root or as a user with sudo

FILON_DATA       where this copy keeps its data
FILON_PORT       the web's port (else the first free one from 8000)
"""


def run(words: list[str]) -> int:
    if words not in ([], ["--detach"]):
        raise Trouble("./dev run takes --detach or nothing.")
    ours = installation()
    ours.prepare()
    already = processes.web_port_of(ours)
    if already is not None:
        print(processes.announcement(ours, already))
        return 0
    services.start(ours)
    frontend.build(ours)
    port = web_port()
    environment = services.environment(ours, port)
    preparation.prepare(ours, environment)
    if words:
        processes.supervise_detached(ours, environment, port)
        print(processes.announcement(ours, port))
        return 0
    processes.announce_when_ready(ours, port)
    try:
        return processes.supervise(ours, environment, port)
    finally:
        processes.stop(ours)


def supervise(words: list[str]) -> int:
    """What `run --detach` leaves in the background."""
    ours = installation()
    return processes.supervise(ours, services.environment(ours, int(words[0])), int(words[0]))


def stop(words: list[str]) -> int:
    processes.stop(installation())
    return 0


def status(words: list[str]) -> int:
    ours = installation()
    port = processes.web_port_of(ours)
    database = Cluster(ours).running_port() if (ours.data / "postgres").exists() else None
    print(f"web       {f'http://127.0.0.1:{port}/' if port else 'stopped'}")
    print(f"database  {f'127.0.0.1:{database}' if database else 'stopped'}")
    print(f"processes {len(processes.running(ours))}")
    print(f"data      {ours.data}")
    return 0 if port else 3


def manage(words: list[str]) -> int:
    ours = installation()
    services.start_and_say(ours)
    environment = services.environment(ours)
    if words[:1] == ["demo"]:
        environment["FILON_DEMO_PASSWORD"] = preparation.demonstration_password(ours)
    command = [sys.executable, str(ours.checkout / "manage.py"), *words]
    return subprocess.run(command, env=environment, check=False).returncode


def shell(words: list[str]) -> int:
    return manage(["shell", *words])


def bench(words: list[str]) -> int:
    ours = installation()
    services.start_and_say(ours)
    environment = services.environment(ours) | {"PYTHONPATH": str(ours.checkout)}
    return subprocess.run([sys.executable, "-m", "bench", *words], env=environment, check=False).returncode


def test(words: list[str]) -> int:
    from ops import testing

    return testing.run(installation(), words)


def check(words: list[str]) -> int:
    from ops import checks

    return checks.run(installation(), words)


def backup(words: list[str]) -> int:
    from ops import backup as writing

    return writing.write(installation(), words)


def restore(words: list[str]) -> int:
    from ops import restoring

    return restoring.restore(installation(), words)


def fresh(words: list[str]) -> int:
    from ops import fresh as proof

    return proof.run(installation(), words)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command
    for command in (run, supervise, stop, status, shell, manage, test, check, bench, backup, restore, fresh)
}


def main(words: list[str]) -> int:
    if not words or words[0] not in COMMANDS:
        print(HELP)
        return 0 if words in ([], ["help"], ["--help"], ["-h"]) else 2
    try:
        return COMMANDS[words[0]](words[1:])
    except Trouble as trouble:
        print(f"./dev {words[0]}: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(main(sys.argv[1:]))
