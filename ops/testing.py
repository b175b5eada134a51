"""./dev test: tools, services, and one pytest run over everything, whose closing line counts it all."""

import subprocess
import sys

from ops import checks, debian, frontend, preparation, services
from ops.installation import Installation

WORKERS = 2


def run(installation: Installation, words: list[str]) -> int:
    """Everything in parallel, or pytest alone with the words; gives pytest's exit code."""
    services.start_and_say(installation)
    debian.ensure(debian.TEST_PACKAGES)
    checks.prepare(installation)
    frontend.build(installation)
    environment = services.environment(installation)
    preparation.compile_messages(installation, environment)
    options = words or ["-n", str(WORKERS), "--dist", "worksteal", "-q"]
    sys.stdout.flush()
    command = [sys.executable, "-m", "pytest", *options]
    return subprocess.run(command, cwd=installation.checkout, env=environment, check=False).returncode
