"""Nothing in the repository names a machine, a mirror or a person's folder."""

import json
import re

from tests.architecture.sources import ROOT, files

MACHINE_PATHS = re.compile(r"/(?:work/(?:main|shared|\.library)|tmp/w/|root/\.|home/[a-z]+/|opt/(?:wheels|pypi))")
DOWNLOAD_ADDRESSES = re.compile(
    r"registry\.npmjs\.org|files\.pythonhosted\.org|pypi\.org/simple|--find-links|--index-url"
)
KINDS = (".py", ".js", ".mjs", ".css", ".html", ".yml", ".toml", ".txt", ".in", ".json", ".md", ".po", ".cfg", ".conf")


def test_no_file_names_a_folder_of_a_machine() -> None:
    named = {str(path): MACHINE_PATHS.findall((ROOT / path).read_text()) for path in files(*KINDS) if path != SELF}
    assert {path: found for path, found in named.items() if found} == {}


def test_locks_hold_no_download_address() -> None:
    locks = ("package-lock.json", "requirements.txt", "requirements-dev.txt", ".npmrc")
    assert [name for name in locks if DOWNLOAD_ADDRESSES.search((ROOT / name).read_text())] == []


def test_lock_of_browser_packages_is_that_of_package_json() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert locked.get(kind, {}) == wanted.get(kind, {})


SELF = next(path for path in files(".py") if path.name == "test_no_foreign_traces.py")
