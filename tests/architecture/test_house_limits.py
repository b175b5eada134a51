"""Files, functions and names stay within the limits of the house."""

import ast
import re

from tests.architecture.sources import ROOT, files, functions, lines_of, python_files

PYTHON_FILE_LINES = 300
FUNCTION_LINES = 40
VIEW_LINES = 25
SCRIPT_LINES = 200
TEMPLATE_LINES = 120
DEV_LINES = 80
FORBIDDEN_NAMES = {"utils", "helpers", "misc", "manager", "handler", "util", "helper"}
EXCEPTIONS: dict[str, str] = {}
"""Paths (or path::function) that may be longer, each with its reason."""


def too_long(lengths: dict[str, int], limit: int) -> dict[str, int]:
    return {name: lines for name, lines in lengths.items() if lines > limit and name not in EXCEPTIONS}


def test_python_files_have_at_most_300_lines() -> None:
    assert too_long({str(path): lines_of(path) for path in python_files()}, PYTHON_FILE_LINES) == {}


def test_functions_have_at_most_40_lines() -> None:
    assert too_long({f"{it.path}::{it.name}": it.lines for it in functions()}, FUNCTION_LINES) == {}


def test_views_have_at_most_25_lines() -> None:
    views = [it for it in functions() if it.path.parts[1:2] in (("views.py",), ("views",), ("viewsets.py",))]
    assert too_long({f"{it.path}::{it.name}": it.lines for it in views}, VIEW_LINES) == {}


def test_scripts_have_at_most_200_lines() -> None:
    assert too_long({str(path): lines_of(path) for path in files(".js", ".mjs")}, SCRIPT_LINES) == {}


def test_templates_have_at_most_120_lines() -> None:
    pages = {str(path): lines_of(path) for path in files(".html", ".txt", folders=("templates",))}
    assert too_long(pages, TEMPLATE_LINES) == {}


def test_dev_has_at_most_80_lines() -> None:
    assert lines_of(ROOT / "dev") <= DEV_LINES


def test_every_exception_still_names_something() -> None:
    assert [name for name in EXCEPTIONS if not (ROOT / name.split("::")[0]).exists()] == []


def test_every_module_says_in_a_sentence_what_it_does() -> None:
    """A file without code needs none."""
    wrong = []
    for path in python_files():
        text = (ROOT / path).read_text()
        first = (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
        if text.strip() and not first.endswith("."):
            wrong.append(str(path))
    assert wrong == []


def test_no_module_is_named_after_nothing() -> None:
    assert [str(path) for path in files(".py", ".js", ".mjs") if path.stem in FORBIDDEN_NAMES] == []


def test_no_work_is_left_as_a_note_in_the_code() -> None:
    mark = re.compile(rf"\b(?:{'TO'}DO|{'FIX'}ME|{'XX'}X)\b")
    kinds = files(".py", ".js", ".mjs", ".css", ".html", ".yml", ".toml", ".sh")
    assert [str(path) for path in kinds if mark.search((ROOT / path).read_text())] == []


def test_what_silences_a_checker_says_why_beside_it() -> None:
    """Tests are left out: there the silence is nearly always about a fixture that is imported."""
    silence = re.compile(r"# (?:type: ignore|noqa)\b(?!(?:\[[\w, -]+\]|: [A-Z0-9, ]+)  # \S)")
    ours = (path for path in python_files() if path.parts[0] != "tests")
    assert [
        f"{path}: {line}" for path in ours for line in (ROOT / path).read_text().splitlines() if silence.search(line)
    ] == []
