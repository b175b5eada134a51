"""Every file of JavaScript tests passes under Node of .venv; each is one test, so that the closing line counts it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ops.installation import installation
from ops.services import tools_environment
from tests.architecture.sources import ROOT

SCRIPTS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "js").rglob("*.test.js"))


def test_node_is_the_one_of_the_virtual_environment() -> None:
    """Debian's is too old."""
    found = shutil.which("node", path=tools_environment(installation())["PATH"])
    assert found is not None
    assert Path(found).parent == ROOT / ".venv" / "bin"


@pytest.mark.tool
@pytest.mark.parametrize("script", SCRIPTS)
def test_script_passes(script: str) -> None:
    done = subprocess.run(
        ["node", "--test", script],
        cwd=ROOT,
        env=tools_environment(installation()),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_scripts_to_test() -> None:
    assert SCRIPTS
