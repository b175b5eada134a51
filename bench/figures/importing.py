"""Being written."""

from collections.abc import Iterator

from bench.databases import Bench
from bench.lines import Line


def measure(bench: Bench, rounds: int) -> Iterator[Line]:
    """Nothing yet."""
    yield from ()
