"""The forms in which places leave: CSV, CSV in the layout of IPIS, GeoJSON."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from access.reach import Reach
from lib.compiled import Sql
from lib.json_rows import object_text, quoted
from mapping.matching import View

from .copying import CSV, LINES, copied
from .ipis_rows import ipis_rows
from .place_rows import place_names, place_rows
from .stamp import Stamp

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
Writer = Callable[[Reach, View, date, Stamp], Iterator[bytes]]


@dataclass(frozen=True)
class Format:
    """A form: its media type, the end of its file name, how it is written, how many of its lines are no rows."""

    media_type: str
    ending: str
    write: Writer
    lines_besides_rows: int


def _stamped(sql: Sql, stamp: Stamp) -> Sql:
    """The rows of `sql` with the stamp in columns of its own."""
    statement, parameters = sql
    cells = stamp.cells()
    columns = ", ".join(f"%s AS {quoted(name)}" for name in cells)
    return f"SELECT r.*, {columns} FROM ({statement}) AS r", (*cells.values(), *parameters)


def write_table(sql: Sql, stamp: Stamp) -> Iterator[bytes]:
    """Any statement as CSV, UTF-8 with a byte order mark, with the stamp after its columns."""
    yield BYTE_ORDER_MARK
    yield from copied(_stamped(sql, stamp), CSV)


def write_csv(reach: Reach, view: View, today: date, stamp: Stamp) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, as spreadsheets want it; no cell begins like a formula."""
    yield BYTE_ORDER_MARK
    yield from copied(_stamped(place_rows(reach, view, today, guarded=True), stamp), CSV)


def write_ipis(reach: Reach, view: View, today: date, stamp: Stamp) -> Iterator[bytes]:
    """One row a visit, in the columns of IPIS' open data, with the stamp after the last."""
    yield BYTE_ORDER_MARK
    yield from copied(_stamped(ipis_rows(reach, view, today), stamp), CSV)


def write_geojson(reach: Reach, view: View, today: date, stamp: Stamp) -> Iterator[bytes]:
    """A feature a line; the stamp stands in a member of its own at the head."""
    statement, parameters = place_rows(reach, view, today, guarded=False)
    properties = object_text((name, quoted(name)) for name in place_names() if not name.endswith("itude"))
    point = (
        "CASE WHEN longitude IS NULL THEN 'null' ELSE "
        "'{\"type\":\"Point\",\"coordinates\":[' || longitude || ',' || latitude || ']}' END"
    )
    feature = (
        f"CASE WHEN row_number() OVER () > 1 THEN ',' ELSE '' END || "
        f"""'{{"type":"Feature","id":"' || code || '","geometry":' || {point} || ',"properties":' """
        f"|| {properties} || '}}'"
    )
    told = json.dumps(stamp.cells(), ensure_ascii=False)
    yield f'{{"type":"FeatureCollection","filon":{told},"features":[\n'.encode()
    yield from copied((f"SELECT {feature} FROM ({statement}) AS r", parameters), LINES)
    yield b"]}\n"


FORMATS = {
    "places.csv": Format("text/csv; charset=utf-8", "csv", write_csv, 1),
    "places-ipis.csv": Format("text/csv; charset=utf-8", "csv", write_ipis, 1),
    "places.geojson": Format("application/geo+json", "geojson", write_geojson, 2),
}
