"""A file of flat places through our checked door, beside loaders that check nothing; the layout of IPIS."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench import memory, tools
from bench.databases import CHECKOUT, Bench
from bench.lines import Line, speeds
from bench.load import turned
from bench.servers import PEER_APP, plain

IPIS = Path(os.environ.get("FILON_TEST_DATA", CHECKOUT.parent / "shared" / "data")) / (
    "ipis_visits_tanganyika_maniema.csv"
)
ROW_WISE = 10_000
"""django-import-export is measured on so many rows and scaled up: it takes minutes for all."""

FILE = """COPY (SELECT code AS external_id, name, kind, ST_X(geom) AS longitude, ST_Y(geom) AS latitude,
    declared_province AS province, declared_territoire AS territoire, declared_collectivite AS collectivite,
    declared_groupement AS groupement, declared_village AS village FROM flat_place ORDER BY id) TO STDOUT
    WITH (FORMAT csv, HEADER true)"""
PEER_TABLE = """CREATE TABLE IF NOT EXISTS peer_import (external_id text PRIMARY KEY, name text NOT NULL,
    kind text NOT NULL, province text NOT NULL, territoire text NOT NULL, collectivite text NOT NULL,
    groupement text NOT NULL, village text NOT NULL, geom geometry(Point, 4326));
    CREATE INDEX IF NOT EXISTS peer_import_geom ON peer_import USING gist (geom)"""
EMPTY = """TRUNCATE sites_place, sites_source, sites_actor, imports_importbatch, peer_import CASCADE;
    DROP TABLE IF EXISTS ogr_import"""
Way = Callable[[], tuple[float, float]]


def measure(bench: Bench, rounds: int) -> Iterator[Line]:
    """Whole processes, timed from outside: what each needs to start is part of it."""
    scratch = bench.scratch
    scratch.ensure()
    scratch.query(PEER_TABLE)
    file, part = _files(bench)
    ways: dict[str, Way] = {
        "ours": lambda: _ours(scratch, "import_places", file),
        "ogr2ogr with COPY": lambda: _ogr2ogr(scratch, file),
        "bulk_create": lambda: _peer(scratch, "bulk_create", file),
        "django-import-export": lambda: _peer(scratch, "import_export", part),
    }
    found, peaks = _rounds(scratch, ways, rounds)
    scale = max(bench.places / ROW_WISE, 1)
    found["django-import-export"] = [seconds * scale for seconds in found["django-import-export"]]
    for name in list(ways)[1:]:
        yield speeds(f"import: places, {name}", bench.size, found["ours"], found[name])
    _seconds, idle = _ours(scratch, "import_places", _head(bench, file, 1), dry=True)
    yield Line("import: memory", bench.size, max(peaks["ours"]) - idle, "MB")
    if IPIS.exists():
        visits: dict[str, Way] = {
            "ours": lambda: _ours(scratch, "import_ipis", IPIS),
            "ogr2ogr": lambda: _ogr2ogr(scratch, IPIS),
        }
        found, _peaks = _rounds(scratch, visits, rounds)
        yield speeds("import: IPIS layout, ogr2ogr with COPY", bench.size, found["ours"], found["ogr2ogr"])
    scratch.query(EMPTY)


def _rounds(scratch: Bench, ways: Mapping[str, Way], rounds: int) -> tuple[dict[str, list[float]], ...]:
    """Seconds and greatest memory of each way, round by round, always into empty tables."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    peaks: dict[str, list[float]] = {name: [] for name in ways}
    for at in range(rounds):
        for name in turned(list(ways), at):
            scratch.query(EMPTY)
            took, peak = ways[name]()
            seconds[name].append(took)
            peaks[name].append(peak)
    return seconds, peaks


def _files(bench: Bench) -> tuple[Path, Path]:
    file = bench.folder / "places.csv"
    with bench.connect() as connection, connection.cursor() as cursor, file.open("wb") as out:
        cursor.copy_expert(FILE, out)
    return file, _head(bench, file, min(ROW_WISE, bench.places))


def _head(bench: Bench, file: Path, rows: int) -> Path:
    part = bench.folder / f"places-{rows}.csv"
    with file.open() as whole, part.open("w") as out:
        out.writelines(line for _at, line in zip(range(rows + 1), whole))
    return part


def _ours(scratch: Bench, command: str, file: Path, dry: bool = False) -> tuple[float, float]:
    words = [sys.executable, str(CHECKOUT / "manage.py"), command, str(file), "--json", *(["--dry-run"] if dry else [])]
    return memory.run(words, scratch.environment, scratch.folder)


def _peer(scratch: Bench, way: str, file: Path) -> tuple[float, float]:
    environment = plain(scratch) | {"PYTHONPATH": str(PEER_APP), "DJANGO_SETTINGS_MODULE": "peer.settings"}
    return memory.run([tools.peers_program("python"), "-m", "peer.load", way, str(file)], environment, scratch.folder)


def _ogr2ogr(scratch: Bench, file: Path) -> tuple[float, float]:
    target = "PG:" + " ".join(f"{name}='{value}'" for name, value in scratch.keywords.items())
    words = ["-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude", "-oo", "AUTODETECT_TYPE=YES"]
    words += ["-a_srs", "EPSG:4326", "-lco", "GEOMETRY_NAME=shape", "-nln", "ogr_import", "-overwrite"]
    command = ["/usr/bin/ogr2ogr", "-q", "-f", "PostgreSQL", target, str(file), *words]
    return memory.run([*command, "--config", "PG_USE_COPY", "YES"], {"PATH": "/usr/bin:/bin"}, scratch.folder)
