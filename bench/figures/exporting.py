"""All places with their states as a file: ours through the door of exports, the peer straight from a flat table."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import memory
from bench.databases import Bench
from bench.lines import Line, speeds
from bench.load import turned
from bench.servers import Server, running
from bench.session import length, signed_in

FORMATS = {
    "CSV": ("places.csv", ("-f", "CSV", "-lco", "GEOMETRY=AS_XY")),
    "GeoJSON": ("places.geojson", ("-f", "GeoJSON")),
}


def measure(bench: Bench, rounds: int) -> Iterator[Line]:
    """Ours as celine, an analyst; ogr2ogr has nothing to join, to decide or to trace."""
    with running("ours", bench) as ours:
        cookie = signed_in(ours, "celine")
        grown = memory.growth(ours.memory, lambda: length(ours, "/exports/places.csv", cookie))
        for name, (file, words) in FORMATS.items():
            ways = {"ours": _ours(ours, file, cookie), "ogr2ogr": _ogr2ogr(bench, bench.folder / f"out-{file}", words)}
            found: dict[str, list[float]] = {way: [] for way in ways}
            for at in range(rounds):
                for way in turned(list(ways), at):
                    found[way].append(ways[way]())
            yield speeds(f"export: {name}, ogr2ogr", bench.size, found["ours"], found["ogr2ogr"])
    yield Line("export: memory", bench.size, grown, "MB")


def _ours(server: Server, file: str, cookie: str) -> Callable[[], float]:
    def export() -> float:
        started = time.perf_counter()
        length(server, f"/exports/{file}", cookie)
        return time.perf_counter() - started

    return export


def _ogr2ogr(bench: Bench, target: Path, words: tuple[str, ...]) -> Callable[[], float]:
    source = "PG:" + " ".join(f"{name}='{value}'" for name, value in bench.keywords.items())

    def export() -> float:
        target.unlink(missing_ok=True)
        program = shutil.which("ogr2ogr") or "ogr2ogr"
        command = [program, "-q", *words, str(target), source, "flat_export"]
        seconds, _peak = memory.run(command, {"PATH": "/usr/bin:/bin"}, bench.folder)
        return seconds

    return export
