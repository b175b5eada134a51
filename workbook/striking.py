"""Taking one entry out of a document or of a frozen part, with what only exists because of it."""

import json
from typing import Any
from uuid import UUID

from lib.canonical_json import canonical
from workshops.models import Closing

from .content import ENTRY, key_of
from .document import ROOTS, SEPARATOR, Kind
from .projection import Document

KEPT_ROOTS = ("meta", "agenda", "checks", "counts", "votes")
"""Roots without words of the room, or that everybody needs."""

CORE = "nodes/core"


def take_out(document: Document, root: str, key: str) -> list[str]:
    """Take the entry out of `document` with réserves and acceptances about it; return the names of what is gone.

    What pointed to it points there no more. The core problem, which everybody needs, only loses its words. Nothing is
    returned for an entry that is not there.
    """
    entries = document.get(root)
    if not isinstance(entries, dict) or key not in entries:
        return []
    name = f"{root}/{key}"
    if name == CORE:
        entries[key] = {field: it for field, it in entries[key].items() if field in ("side", "order")}
    else:
        del entries[key]
    gone = [name]
    for about, column in (("reserves", "about"), ("acceptances", "finding")):
        hanging = document.get(about) or {}
        for other in [
            id for id, it in hanging.items() if isinstance(it, dict) and _is_about(it.get(column), root, key)
        ]:
            del hanging[other]
            gone.append(f"{about}/{other}")
    votes = document.get("votes")
    if isinstance(votes, dict):
        for vote in [it for it in votes if key in it.split(SEPARATOR)]:
            del votes[vote]
    if name != CORE:
        _let_go(document, root, key)
    return gone


def _is_about(told: Any, root: str, key: str) -> bool:
    """A réserve's `root/id`, or an acceptance's `code|root|id|key|other`."""
    if not isinstance(told, str):
        return False
    parts = told.split("|")
    return told == f"{root}/{key}" or parts[1:3] == [root, key] or key in parts[3:]


def _let_go(document: Document, root: str, key: str) -> None:
    """References to the entry, wherever they stand."""
    pointing = [(name, column, it) for name, of in ROOTS.items() for column, it in of.keys.items() if it.of == root]
    for name, column, kind in pointing:
        held = document.get(name)
        for entry in held.values() if isinstance(held, dict) else ():
            if not isinstance(entry, dict):
                continue
            if kind.kind in (Kind.FLAGS, Kind.RANKS):
                entry.pop(f"{column}:{key}", None)
            elif entry.get(column) == key:
                del entry[column]


def content_without(text: str, *, root: str, key: str) -> str:
    """A frozen part, as canonical JSON, without the entry and without acceptances and réserves about it."""
    content = json.loads(text)
    before = canonical(content)
    for name, entries in content.items():
        if isinstance(entries, list):
            content[name] = [it for it in entries if not _goes(name, it.get(ENTRY, it), root, key)]
    return text if canonical(content) == before else canonical(content).decode()


def _goes(name: str, entry: dict[str, Any], root: str, key: str) -> bool:
    told = {"reserves": entry.get("about"), "acceptances": entry.get("finding")}.get(name)
    return (name == root and key_of(entry) == key) or _is_about(told, root, key)


def frozen_entries(workshop: UUID) -> set[tuple[str, str]]:
    """Root and id of every entry that stands in a frozen part of a workshop."""
    found: set[tuple[str, str]] = set()
    for row in Closing.objects.filter(workshop=workshop):
        for text in filter(None, (row.plenary, row.group_only)):
            for root, entries in json.loads(text).items():
                rows = (
                    [it.get(ENTRY, it) for it in entries if isinstance(it, dict)] if isinstance(entries, list) else []
                )
                found |= {(root, str(it["id"])) for it in rows if isinstance(it, dict) and "id" in it}
    return found
