"""The project's own files, by kind, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("lib", "access", "accounts", "sites", "claims", "imports", "workshops", "workbook", "mapping", "reports")
FOLDERS = (*APPS, "config", "ops", "bench", "tests", "templates", "static", "docs", "locale")
SKIPPED = {"node_modules", "dist", "basemap", "__pycache__", ".venv"}


def files(*suffixes: str, folders: tuple[str, ...] = FOLDERS) -> list[Path]:
    """Own files with one of the endings, relative to the checkout; migrations are made, not written."""
    found = [path for path in ROOT.iterdir() if path.is_file() and folders == FOLDERS]
    for folder in folders:
        found.extend(path for path in (ROOT / folder).rglob("*") if path.is_file())
    relative = (path.relative_to(ROOT) for path in found if path.suffix in suffixes)
    return sorted(path for path in relative if not SKIPPED & set(path.parts))


def python_files() -> list[Path]:
    return [path for path in files(".py") if "migrations" not in path.parts]


def lines_of(path: Path) -> int:
    return len((ROOT / path).read_text().splitlines())


@dataclass(frozen=True)
class Function:
    """One function and how long it is, its decorators left out."""

    path: Path
    name: str
    lines: int


def functions() -> Iterator[Function]:
    for path in python_files():
        for node in ast.walk(ast.parse((ROOT / path).read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Function(path, node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
