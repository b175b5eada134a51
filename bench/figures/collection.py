"""All places as one GeoJSON document, from the first byte to the last."""

import time
from collections.abc import Iterator

from bench import memory
from bench.databases import Bench
from bench.lines import Line, speeds
from bench.load import turned
from bench.servers import Server, running
from bench.session import length, signed_in

OURS = "/api/places.geojson"


def paths(bench: Bench) -> dict[str, str]:
    """Where each peer gives all of it in one answer."""
    return {
        "DRF-gis": "/whole",
        "tipg": f"/collections/public.flat_place/items?f=geojson&limit={bench.places}",
        "pygeoapi": f"/collections/flat_place/items?f=json&limit={bench.places}",
    }


def measure(bench: Bench, rounds: int) -> Iterator[Line]:
    """Ours as daudi; each peer runs beside ours while it is measured, so that no memory is short."""
    for name, path in paths(bench).items():
        with running("ours", bench) as ours, running(name, bench) as peer:
            cookie = signed_in(ours, "daudi")
            asked = {"ours": (ours, OURS, cookie), name: (peer, path, "")}
            found = _rounds(asked, rounds)
        yield speeds(f"collection: whole, {name}", bench.size, found["ours"], found[name])
    with running("ours", bench) as ours:
        yield Line("collection: worker grows", bench.size, _grows(ours), "MB")


def _rounds(asked: dict[str, tuple[Server, str, str]], rounds: int) -> dict[str, list[float]]:
    for one in asked.values():
        length(*one)
    found: dict[str, list[float]] = {name: [] for name in asked}
    for at in range(rounds):
        for name in turned(list(asked), at):
            started = time.perf_counter()
            length(*asked[name])
            found[name].append(time.perf_counter() - started)
    return found


def _grows(ours: Server) -> float:
    """Growth of the largest worker during one download, after each has answered small requests."""
    cookie = signed_in(ours, "daudi")
    for _ in range(8):
        length(ours, "/api/places/?limit=5", cookie)
    return memory.growth(ours.memory, lambda: length(ours, OURS, cookie))
