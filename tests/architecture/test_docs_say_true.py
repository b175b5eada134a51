"""What the documents name exists: commands, files, variables, links."""

import re
from pathlib import Path

from ops.__main__ import COMMANDS, HELP
from tests.architecture.sources import ROOT

DOCUMENTS = sorted(
    path.relative_to(ROOT) for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if path.is_file()
)
CODE_SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")
PLACEHOLDER = re.compile(r"[<>…*{}$ ]|FILE|NAME")
INNER_COMMANDS = {"supervise"}
VARIABLE = re.compile(r"\bFILON_[A-Z_]+\b")


def text(path: Path) -> str:
    return (ROOT / path).read_text()


def code_files() -> list[Path]:
    return [
        *(ROOT / "ops").rglob("*.py"),
        *(ROOT / "config").rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        ROOT / "dev",
    ]


def test_every_dev_command_that_is_named_exists() -> None:
    named = {(str(path), word) for path in DOCUMENTS for word in re.findall(r"\./dev ([a-z]+)", text(path))}
    assert {(path, word) for path, word in named if word not in {*COMMANDS, "help"}} == set()


def test_help_names_every_command() -> None:
    assert {name for name in COMMANDS if not re.search(rf"^{name}\b", HELP, re.MULTILINE)} == INNER_COMMANDS


def test_every_management_command_that_is_named_exists() -> None:
    own = {path.stem for path in ROOT.glob("*/management/commands/*.py")}
    djangos = {"migrate", "createsuperuser", "help", "shell", "check", "dbshell", "makemessages", "compilemessages"}
    named = {(str(path), word) for path in DOCUMENTS for word in re.findall(r"\./dev manage ([a-z_]+)", text(path))}
    assert {(path, word) for path, word in named if word not in own | djangos} == set()


def test_every_file_that_is_named_exists() -> None:
    """A code span with a slash and an ending is a file of ours."""
    wrong = set()
    for path in DOCUMENTS:
        for span in CODE_SPAN.findall(text(path)):
            is_file = re.fullmatch(r"(?:\.?[\w-]+/)+[\w.-]+\.(?:py|md|js|mjs|css|html|yml|toml|txt|conf|sh|po)", span)
            if is_file and not PLACEHOLDER.search(span) and not (ROOT / span).exists():
                wrong.add((str(path), span))
    assert wrong == set()


def test_every_variable_that_is_named_is_read_somewhere() -> None:
    read = {name for path in code_files() for name in VARIABLE.findall(path.read_text())}
    known = read | {f"{name}_FILE" for name in read}
    named = {(str(path), name) for path in DOCUMENTS for name in VARIABLE.findall(text(path))}
    assert {(path, name) for path, name in named if name not in known} == set()


def test_every_link_between_documents_leads_somewhere() -> None:
    wrong = set()
    for path in DOCUMENTS:
        for target in LINK.findall(text(path)):
            if not re.match(r"[a-z]+:", target) and not (ROOT / path.parent / target).exists():
                wrong.add((str(path), target))
    assert wrong == set()
