"""A page of a hundred places from the interface, at the start and at nine tenths of the depth."""

from collections.abc import Iterator
from contextlib import ExitStack

from bench.databases import Bench
from bench.lines import Line, rates, shares
from bench.load import Target, rounds_of
from bench.servers import Server, running
from bench.session import signed_in

PEERS = {
    "DRF-gis": "/paged",
    "tipg": "/collections/public.flat_place/items?f=geojson&limit=100",
    "pygeoapi": "/collections/flat_place/items?f=json&limit=100",
}


def measure(bench: Bench, rounds: int) -> Iterator[Line]:
    """Ours as daudi."""
    with ExitStack() as stack:
        servers = {name: stack.enter_context(running(name, bench)) for name in ("ours", *PEERS)}
        targets = targets_of(bench, servers)
        found = rounds_of(targets, rounds)
    for name in PEERS:
        yield rates(f"paging: first page, {name}", bench.size, "/s", found["first"], found[name])
    times = [[1000 / rate for rate in found[name]] for name in ("deep", "first")]
    yield shares("paging: page at 90 % of the depth, the first", bench.size, "ms", *times)


def targets_of(bench: Bench, servers: dict[str, Server]) -> dict[str, Target]:
    """Ours at both depths and each peer's first page."""
    cookie = signed_in(servers["ours"], "daudi")
    code = bench.query(f"SELECT code FROM flat_place WHERE id = {bench.places * 9 // 10}")[0][0]
    targets = {
        "first": Target(servers["ours"], "/api/places/?limit=100", cookie),
        "deep": Target(servers["ours"], f"/api/places/?limit=100&after={code}", cookie),
    }
    return targets | {name: Target(servers[name], path) for name, path in PEERS.items()}
