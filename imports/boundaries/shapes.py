"""Shapes of a foreign file as rows of a temporary table, repaired, in our coordinate system."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..faults import FileFault

SECONDS = 300
LARGEST_FILE_BYTES = 300_000_000
WORDS = {
    "bomb": gettext_lazy(
        "The archive unpacks to far more than a map of the country needs. Unpack it and name the file itself."
    ),
    "no-layer": gettext_lazy("The archive holds no shapefile, GeoPackage or GeoJSON. Name another file."),
    "too-many": gettext_lazy(
        "The file holds more than 200,000 shapes. Choose the layer of provinces, territoires or zones."
    ),
    "memory": gettext_lazy("The file needs more memory than is allowed here. Choose a simplified version of it."),
}
REPAIR = """
CREATE TEMP TABLE shape ON COMMIT DROP AS
SELECT q.number, q.layer, q.fields, q.sound, q.reason, CASE WHEN NOT ST_IsEmpty(q.mended) THEN q.mended END AS geom
FROM (
    SELECT r.number, r.layer, r.fields, ST_IsValid(r.geom) AS sound, ST_IsValidReason(r.geom) AS reason,
        ST_Multi(ST_CollectionExtract(ST_MakeValid(r.geom), 3)) AS mended
    FROM (SELECT number, layer, fields, ST_Transform(ST_SetSRID(ST_GeomFromWKB(decode(wkb, 'hex')), srid), 4326) AS geom
        FROM raw_shape WHERE wkb IS NOT NULL) r) q
"""


@dataclass
class Shapes:
    """How many shapes there were, and which were repaired."""

    read: int
    repaired: list[dict[str, str]]
    without_polygon: int


@contextmanager
def fetched(name: str) -> Iterator[Path]:
    """Give the path of a file named by path or address; what was fetched is removed afterwards."""
    if not name.startswith(("http://", "https://")):
        path = Path(name)
        if not path.is_file():
            raise FileFault(_("“%(name)s” cannot be opened. Check the path.") % {"name": name})
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise FileFault(_("The file is larger than 300 MB. Choose a simplified version of it."))
        yield path.resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(urlsplit(name).path).name or "download")
        _download(name, path)
        yield path


def read_shapes(cursor: CursorWrapper, path: Path) -> Shapes:
    """Fill the temporary table `shape` (number, layer, fields, geom): polygons, valid, two-dimensional, EPSG:4326.

    Raises `FileFault` for what is no such file, takes too long or too much memory.
    """
    cursor.execute(
        "CREATE TEMP TABLE raw_shape (number integer, layer text, fields jsonb, srid integer, wkb text) ON COMMIT DROP"
    )
    told = _told(path)
    for number, line in enumerate(told, 1):
        shape = json.loads(line)
        cursor.execute(
            "INSERT INTO raw_shape VALUES (%s, %s, %s, %s, %s)",
            [number, shape["layer"], json.dumps(shape["fields"]), _srid(shape["crs"]), shape["wkb"]],
        )
    try:
        cursor.execute(REPAIR)
    except Exception as error:
        raise FileFault(_("The shapes of this file cannot be read. Export it again as GeoPackage.")) from error
    cursor.execute("SELECT number, reason FROM shape WHERE NOT sound AND geom IS NOT NULL ORDER BY number")
    repaired = [{"number": str(row[0]), "reason": str(row[1])} for row in cursor.fetchall()]
    cursor.execute("SELECT count(*) FROM raw_shape r LEFT JOIN shape s USING (number) WHERE s.geom IS NULL")
    missing = cursor.fetchone()
    return Shapes(read=len(told), repaired=repaired, without_polygon=int(missing[0]) if missing else 0)


def _told(path: Path) -> list[str]:
    """Lines that the child wrote, the last one, which says that all is told, excepted."""
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(settings.BASE_DIR)}
    with tempfile.TemporaryFile() as out:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "imports.boundaries.child", str(path)],
                stdout=out,
                stderr=subprocess.DEVNULL,
                env=environment,
                cwd=settings.BASE_DIR,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise FileFault(_("Reading took longer than five minutes. Choose a simplified version.")) from error
        out.seek(0)
        lines = [line.decode() for line in out]
    last = json.loads(lines[-1]) if lines else {}
    if "refused" in last:
        raise FileFault(str(WORDS[last["refused"]]))
    if done.returncode or "end" not in last:
        raise FileFault(
            _("“%(name)s” is not a GeoJSON, shapefile or GeoPackage that can be read.") % {"name": path.name}
        )
    return lines[:-1]


def _srid(crs: str) -> int:
    """The number of a coordinate system; a file that says none means longitude and latitude."""
    if not crs or "CRS84" in crs:
        return 4326
    authority, colon, number = crs.partition(":")
    if authority.upper() == "EPSG" and number.isdigit():
        return int(number)
    raise FileFault(_("The coordinate system of this file is not known. Export it in EPSG:4326."))


def _download(address: str, path: Path) -> None:
    size = 0
    try:
        request = Request(address, headers={"User-Agent": "Filon"})
        with urlopen(request, timeout=60) as answer, path.open("wb") as file:
            while piece := answer.read(262_144):
                size += len(piece)
                if size > LARGEST_FILE_BYTES:
                    raise FileFault(_("The file is larger than 300 MB. Choose a simplified version of it."))
                file.write(piece)
    except OSError as error:
        raise FileFault(_("The address does not answer: %(reason)s.") % {"reason": type(error).__name__}) from error
