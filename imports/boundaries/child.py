"""Reads a file of shapes in a process of its own, under limits; one line of JSON per shape goes out.

Run as `python -m imports.boundaries.child FILE`. Libraries that parse foreign formats have had holes; what they may
cost here is bounded, and they have neither settings nor database.
"""

import json
import resource
import sys
import zipfile
from pathlib import Path
from typing import Any

MEMORY_BYTES = 3_000_000_000
CPU_SECONDS = 240
INFLATED_BYTES = 1_500_000_000
MOST_MEMBERS = 2_000
MOST_SHAPES = 200_000
LAYER_ENDINGS = (".shp", ".gpkg", ".geojson", ".json")


class Refused(Exception):
    """Why the file is not read; the text is a code that the parent has words for."""


def limit() -> None:
    """Bound memory, time and what may be written."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (INFLATED_BYTES, INFLATED_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def layer_path(path: Path) -> str:
    """Return what GDAL opens; inside a zip the one layer file, after a look at the zip's directory alone."""
    if not zipfile.is_zipfile(path):
        return str(path)
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > INFLATED_BYTES:
        raise Refused("bomb")
    layers = [member.filename for member in members if member.filename.lower().endswith(LAYER_ENDINGS)]
    if not layers:
        raise Refused("no-layer")
    return (
        f"/vsizip/{path}"
        if len(layers) > 1 and all(n.endswith(".shp") for n in layers)
        else f"/vsizip/{path}/{layers[0]}"
    )


def plain(value: Any) -> Any:
    """Return a field as JSON has it; dates and the like as text."""
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, float):
        return value if value == value else None
    if hasattr(value, "item"):
        return plain(value.item())
    return str(value)


def tell(path: Path) -> None:
    """Write every shape of every polygon layer."""
    import pyogrio

    opened = layer_path(path)
    told = 0
    for layer, _kind in pyogrio.list_layers(opened):
        meta, _keys, shapes, columns = pyogrio.raw.read(opened, layer=layer, force_2d=True, datetime_as_string=True)
        crs = meta["crs"] or ""
        for number, shape in enumerate(shapes):
            told += 1
            if told > MOST_SHAPES:
                raise Refused("too-many")
            fields = {str(name): plain(column[number]) for name, column in zip(meta["fields"], columns)}
            wkb = bytes(shape).hex() if shape is not None else None
            print(json.dumps({"layer": str(layer), "crs": crs, "fields": fields, "wkb": wkb}))
    print(json.dumps({"end": told}))


def main() -> int:
    """Read the file named on the command line."""
    limit()
    try:
        tell(Path(sys.argv[1]))
    except Refused as refused:
        print(json.dumps({"refused": str(refused)}))
        return 3
    except MemoryError:
        print(json.dumps({"refused": "memory"}))
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
