"""Says which texts have no French, so that nobody reads English by accident."""

import gettext
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ops.trouble import Trouble

COPIED_FOLDERS = (
    "lib", "access", "accounts", "sites", "claims", "imports", "workshops", "workbook", "mapping", "reports", "config",
    "templates",
)  # fmt: skip
NO_PLURAL = "nplurals=INTEGER; plural=EXPRESSION;"
ANY_PLURAL = "nplurals=2; plural=(n != 1);"
CONTEXT_END = "\x04"


def faults(checkout: Path) -> list[str]:
    """One line for each text that is missing, uncertain, or the same as in English, in the French catalogue."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        template = extracted(checkout, scratch)
        wanted = catalogue_of(run("msgen", str(template), output=scratch / "all.po"))
        french = catalogue_of(checkout / "locale" / "fr" / "LC_MESSAGES" / "django.po")
    same = allowed_to_be_same(checkout)
    missing = [f"missing or fuzzy: {shown(key)}" for key in sorted(wanted) if not french.get(key)]
    identical = [
        f"identical to English: {shown(key)}"
        for key in sorted(wanted)
        if french.get(key) == wanted[key] and wanted[key] not in same and any(c.isalpha() for c in wanted[key])
    ]
    return missing + identical


def extracted(checkout: Path, scratch: Path) -> Path:
    """All texts of code and templates, by Django's own makemessages, in a copy of the sources."""
    for folder in COPIED_FOLDERS:
        if (checkout / folder).is_dir():
            shutil.copytree(checkout / folder, scratch / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (scratch / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "-l", "xx", "--keep-pot", "--no-location", "-v", "0"]
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=scratch, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"Texts could not be collected: {done.stderr.strip()}")
    template = scratch / "locale" / "django.pot"
    template.write_text(template.read_text().replace(NO_PLURAL, ANY_PLURAL))
    return template


def run(program: str, source: str, output: Path) -> Path:
    """One of gettext's programs from file to file."""
    done = subprocess.run([program, source, "-o", str(output)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"{program} refused {source}: {done.stderr.strip()}")
    return output


def catalogue_of(source: Path) -> dict[str, str]:
    """Text by message id (with its context); fuzzy and empty ones are left out by msgfmt."""
    if not source.exists():
        return {}
    with tempfile.TemporaryDirectory() as scratch:
        compiled = run("msgfmt", str(source), Path(scratch) / "messages.mo")
        with compiled.open("rb") as file:
            translations = gettext.GNUTranslations(file)
    entries: dict[str | tuple[str, int], str] = vars(translations)["_catalog"]
    singular = {key if isinstance(key, str) else key[0]: text for key, text in entries.items() if _first(key)}
    return {key: text for key, text in singular.items() if key}


def _first(key: str | tuple[str, int]) -> bool:
    return isinstance(key, str) or key[1] == 0


def allowed_to_be_same(checkout: Path) -> set[str]:
    """Words that are the same in both languages: one a line."""
    path = checkout / "locale" / "fr" / "identical.txt"
    return set(path.read_text().splitlines()) if path.exists() else set()


def shown(key: str) -> str:
    context, separator, text = key.rpartition(CONTEXT_END)
    return f"{text!r} ({context})" if separator else repr(text)
