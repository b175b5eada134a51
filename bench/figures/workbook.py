"""The workbook: laptops that write at once, a late joiner, typing in a large tree, four hours, the projection."""

import statistics
import time
from collections.abc import Iterator
from typing import Any

from pycrdt import Doc, Map, Text, merge_updates

from bench import browsing, hall
from bench.databases import Bench
from bench.lines import Line, shares
from bench.servers import Server, running, worker
from bench.session import signed_in
from claims.codes import ArmedPresence, Mineral, Mode
from workbook.projection import plenary, project, read

NODES, STATEMENTS, SITES, LAPTOPS = 500, 200, 40, 12
EDITS = 500
FOUR_HOURS = 6_000
"""One edit in two and a half seconds, by twelve laptops together."""
WARM = 1_000
STORED = "SELECT count(*) FROM workbook_update WHERE workshop_id = '{}'"


def measure(bench: Bench, rounds: int) -> Iterator[Line]:
    """One web with sockets and the worker, as `./dev run` starts them, and amina's laptops; the projection alone."""
    yield from _projected(bench, rounds)
    with running("room", bench) as server, worker(bench):
        cookie, room = signed_in(server, "amina"), hall.made(bench)
        before = bench.query(STORED.format(room))[0][0]
        taken = hall.done(hall.hall(server, room, cookie, LAPTOPS, EDITS))
        stored = bench.query(STORED.format(room))[0][0] - before
        yield Line("workbook: rows stored, an edit", bench.size, stored / EDITS, "rows")
        yield Line("workbook: received after, p95", bench.size, statistics.quantiles(taken, n=20)[-1], "ms")
        late = hall.done(hall.late_joiner(server, room, cookie))
        yield Line("workbook: messages for a late joiner", bench.size, late, "messages")
        yield from _watched(bench, rounds, server, cookie, room)


def _watched(bench: Bench, rounds: int, server: Server, cookie: str, room: str) -> Iterator[Line]:
    """A page with the tree open, slowed four times, while the hall goes on writing for four hours' worth of edits."""
    with browsing.browser() as chromium:
        page = browsing.Room(chromium, server.origin, cookie, room)
        found = [(page.typing(), browsing.typed_alone(chromium)) for _ in range(max(rounds, 3))]
        yield Line("workbook: typing, p95", bench.size, statistics.median(ours for ours, _bare in found), "ms")
        yield shares("workbook: typing, p95, a bare field", bench.size, "ms", *zip(*found))
        hall.done(hall.hall(server, room, cookie, LAPTOPS, WARM))
        memory, heap = server.memory(), page.heap()
        hall.done(hall.hall(server, room, cookie, LAPTOPS, FOUR_HOURS - WARM))
        yield Line("workbook: server grows in four hours", bench.size, max(server.memory() - memory, 0.0), "MB")
        yield Line("workbook: page grows in four hours", bench.size, max(page.heap() - heap, 0.0), "MB")
        page.close()


def _projected(bench: Bench, rounds: int) -> Iterator[Line]:
    """Seconds from the bytes of the merged document to records, findings and the plenary's part."""
    update = document()
    taken = []
    for _ in range(max(rounds, 3)):
        start = time.perf_counter()
        plenary(project(read(update)).records)
        taken.append(time.perf_counter() - start)
    yield Line("workbook: projected", bench.size, statistics.median(taken), "s")


def document() -> bytes:
    """What twelve laptops have written at once, merged."""
    updates = []
    for laptop in range(LAPTOPS):
        made: Doc[Any] = Doc()
        with made.transaction():
            for root, entries in _entries():
                held: Map[Any] = made.get(root, type=Map)
                for number, (id, entry) in enumerate(entries):
                    if number % LAPTOPS == laptop:
                        held[id] = Map(entry)
        updates.append(made.get_update())
    return merge_updates(*updates)


def _entries() -> Iterator[tuple[str, list[tuple[str, dict[str, Any]]]]]:
    yield "nodes", [(f"n{number}", _node(number)) for number in range(NODES)]
    yield "links", [(f"k{number}", {"from": f"n{number}", "to": f"n{number * 3}"}) for number in range(1, 60)]
    yield "votes", []
    yield (
        "places",
        [
            (f"p{number}", {"name": f"Mwamba {number}", "lon": 28.0, "lat": -5.0, "treat": f"a{number}"})
            for number in range(SITES)
        ],
    )
    share = STATEMENTS // 4
    yield "observations", [(f"o{number}", _said(number) | _seen(number)) for number in range(share)]
    yield "involvements", [(f"i{number}", _said(number) | _acts(number)) for number in range(share)]
    yield (
        "legs",
        [(f"l{number}", _said(number) | {"to_text": "Kalemie", "mineral": "COLTAN"}) for number in range(share)],
    )
    yield "benefits", [(f"b{number}", _said(number) | {"involvement": f"i{number}"}) for number in range(share)]


def _node(number: int) -> dict[str, Any]:
    place, text = f"place:p{number % SITES}", Text(f"Une cause assez longue pour tenir sur deux lignes, {number}")
    side = "core" if not number else "cause" if number % 2 else "effect"
    return {"side": side, "parent": f"n{(number - 1) // 3}", "order": f"a{number}", "text": text, place: True}


def _said(number: int) -> dict[str, Any]:
    note = Text("Dit par plusieurs groupes, à revoir avec la division des mines.")
    return {"place": f"p{number % SITES}", "agreement": "MAJORITY", "from": "2024-08", "note": note}


def _seen(number: int) -> dict[str, Any]:
    minerals = {f"mineral:{code}": rank for rank, code in enumerate(Mineral.values[number % 5 :][:3])}
    return {"armed_presence": ArmedPresence.values[number % 5], "workers_low": 50, "workers_high": 200, **minerals}


def _acts(number: int) -> dict[str, Any]:
    modes = {f"mode:{code}": True for code in Mode.values[number % 9 :][:4]}
    return {"actor_category": "AG_LOCAL", "actor_name": "Groupe armé A", "levy_low": 500, "levy_unit": "CDF", **modes}
