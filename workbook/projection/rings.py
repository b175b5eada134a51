"""Rings of parents, as two moves at once can make them, opened by one rule everywhere."""

from collections.abc import Mapping


def opened(parents: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return `parents` without rings, and what was cut: of each ring the smallest id lets go of its parent."""
    kept, cut = dict(parents), {}
    settled: set[str] = set()
    for start in sorted(parents):
        path: list[str] = []
        on_path: set[str] = set()
        here = start
        while here and here not in settled and here not in on_path:
            path.append(here)
            on_path.add(here)
            here = kept.get(here, "")
        if here in on_path:
            smallest = min(path[path.index(here) :])
            cut[smallest] = kept.pop(smallest)
        settled |= on_path
    return kept, cut
