"""./dev test: tools, services, and one pytest run over everything, whose closing line counts it all."""

import subprocess
import sys

from ops import checks, debian, frontend, preparation, processes, services
from ops.installation import Installation

# Whole files to a worker, in the order of tests/conftest.py, which puts the browsers last.
EVERYTHING = ("-q", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")


def run(installation: Installation, words: list[str]) -> int:
    """Everything in parallel, or pytest alone with the words; gives pytest's exit code."""
    started = services.start(installation)
    try:
        debian.ensure(debian.TEST_PACKAGES)
        checks.prepare(installation)
        frontend.build(installation)
        environment = services.environment(installation)
        preparation.compile_messages(installation, environment)
        sys.stdout.flush()
        command = [sys.executable, "-m", "pytest", *(words or EVERYTHING)]
        return subprocess.run(command, cwd=installation.checkout, env=environment, check=False).returncode
    finally:
        if started and not processes.running(installation):
            services.stop(installation)
