"""The first load of the map: what the server gives, how large it is, how soon it is drawn, how fast filters are."""

import gzip
from collections.abc import Iterator
from contextlib import ExitStack

from bench import browsing, tools
from bench.databases import Bench
from bench.figures.collection import paths
from bench.lines import Line, rates, shares
from bench.load import Target, rounds_of
from bench.servers import Server, running
from bench.session import get, signed_in

GZIP_LEVEL = 6
PEERS = ("DRF-gis", "tipg", "pygeoapi")


def measure(bench: Bench, rounds: int) -> Iterator[Line]:
    """Ours as daudi, with the base layer compressed as it is kept; the peers give all places as GeoJSON."""
    with ExitStack() as stack:
        servers = {name: stack.enter_context(running(name, bench)) for name in ("ours", *PEERS)}
        cookie = signed_in(servers["ours"], "daudi")
        base = browsing.addresses(get(servers["ours"], "/map/", cookie).decode())["base"]
        targets = {"ours": Target(servers["ours"], base, cookie, packed=True)}
        targets |= {name: Target(servers[name], path) for name, path in paths(bench).items()}
        found = rounds_of(targets, rounds)
        whole = get(servers["DRF-gis"], paths(bench)["DRF-gis"])
    for name in PEERS:
        yield rates(f"map: base layer, requests a second, {name}", bench.size, "/s", found["ours"], found[name])
    with running("ours", bench) as ours:
        yield from _seen(bench, ours, rounds, gzip.compress(whole, GZIP_LEVEL))


def _seen(bench: Bench, ours: Server, rounds: int, whole: bytes) -> Iterator[Line]:
    """What a browser with a quarter of this machine's speed gets of it."""
    cookie = signed_in(ours, "daudi")
    base = browsing.addresses(get(ours, "/map/", cookie).decode())["base"]
    yield Line("map: base layer, gzip, a place", bench.size, len(get(ours, base, cookie, True)) / bench.places, "B")
    with browsing.peer_page(tools.npm_peers(), whole) as peer, browsing.browser() as chromium:
        seen = browsing.Watch(chromium, ours.origin, cookie, peer)
        drawn = [(seen.drawn(), seen.peer_drawn()) for _ in range(max(rounds, 3))]
        weight = seen.first_screen()
        changes = seen.filter_changes()
    yield Line("map: first screen, gzip", bench.size, weight / 1000, "kB")
    yield shares("map: drawn, GeoJSON and markercluster", bench.size, "ms", *zip(*drawn))
    yield Line("map: filter to map and counts, p95", bench.size, changes, "ms")
