"""The page on operations describes every variable that the settings read."""

import re

from tests.architecture.sources import ROOT


def test_every_variable_of_the_settings_stands_in_the_table() -> None:
    read = set(re.findall(r'"(FILON_[A-Z_]+)"', (ROOT / "config/env.py").read_text()))
    table = set(re.findall(r"^\| `(FILON_[A-Z_]+)`", (ROOT / "docs/operations.md").read_text(), re.MULTILINE))
    assert read - table == set()
