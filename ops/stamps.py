"""Remembers what a step was made from, so that a second start does only what has changed."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

SKIPPED_FOLDERS = {"node_modules", "dist", "basemap", "__pycache__", ".venv", ".git"}


def files_under(folder: Path, *patterns: str) -> list[Path]:
    """Sorted files below the folder that match a pattern; made and hidden folders are left out."""
    found: set[Path] = set()
    for pattern in patterns:
        for path in folder.rglob(pattern):
            if path.is_file() and not SKIPPED_FOLDERS & set(path.relative_to(folder).parts):
                found.add(path)
    return sorted(found)


def digest_of(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def when_changed(stamp: Path, sources: Iterable[Path], step: Callable[[], None]) -> bool:
    """Runs the step unless the stamp already holds the digest of its sources; says whether it ran."""
    digest = digest_of(sources)
    if stamp.is_file() and stamp.read_text() == digest:
        return False
    step()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest)
    return True
