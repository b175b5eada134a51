"""A small map around one place, drawn by the server from the same ground as the big one."""

import json
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry, Polygon

from sites.models import Area, Place

WIDTH, HEIGHT = 336, 196
SPAN_DEGREES = 3.0
"""East to west, about 330 km: enough to find the next town."""

TOWNS_SHOWN = 4
GROUND = settings.BASE_DIR / "static" / "basemap"


@dataclass(frozen=True)
class Town:
    """A town with its place on the little map."""

    name: str
    x: float
    y: float
    left: bool


@dataclass(frozen=True)
class Inset:
    """Paths in units of the picture; the place itself is in the middle."""

    land: str
    home: str
    water: str
    borders: str
    towns: list[Town]


class Frame:
    """The rectangle of the earth that the picture shows."""

    def __init__(self, longitude: float, latitude: float) -> None:
        self.scale = WIDTH / SPAN_DEGREES
        self.west, self.middle, self.squeeze = longitude - SPAN_DEGREES / 2, latitude, 1 / cos(radians(latitude))
        half = HEIGHT / self.scale / self.squeeze / 2
        self.box = Polygon.from_bbox((self.west, latitude - half, self.west + SPAN_DEGREES, latitude + half))
        self.box.srid = 4326

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a position stands in the picture."""
        x = (longitude - self.west) * self.scale
        return round(x, 1), round(HEIGHT / 2 - (latitude - self.middle) * self.scale * self.squeeze, 1)

    def path(self, shapes: list[GEOSGeometry]) -> str:
        """Return the parts of shapes inside the frame as one path."""
        parts = []
        for shape in shapes:
            if shape.intersects(self.box):
                parts += [self._ring(ring) for ring in rings_of(shape.intersection(self.box))]
        return "".join(parts)

    def _ring(self, ring: Any) -> str:
        points = [self.at(point[0], point[1]) for point in ring]
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in dict.fromkeys(points)) + "Z"


def rings_of(shape: Any) -> list[Any]:
    """Return every ring of a shape, holes included; lines and points give none."""
    if shape.geom_type == "Polygon":
        return [] if shape.empty else list(shape.coords)
    if shape.geom_type in ("MultiPolygon", "GeometryCollection"):
        return [ring for part in shape for ring in rings_of(part)]
    return []


def inset_of(place: Place) -> Inset | None:
    """Return the little map; None for a place without a position or before the ground was built."""
    if place.geom is None:
        return None
    middle = place.geom if place.geom.geom_type == "Point" else place.geom.point_on_surface
    frame = Frame(middle.x, middle.y)
    ground = _ground()
    outlines = Area.objects.filter(level=1, geom__bboverlaps=frame.box).values_list("geom", flat=True)
    return Inset(
        land=frame.path(ground["land"]),
        home=frame.path(ground["home"]),
        water=frame.path(ground["water"]),
        borders=frame.path([shape.simplify(0.01) for shape in outlines if shape]),
        towns=_towns(frame, ground["towns"]),
    )


def _towns(frame: Frame, towns: list[Any]) -> list[Town]:
    inside = []
    for name, longitude, latitude, rank in towns:
        x, y = frame.at(longitude, latitude)
        if 12 < x < WIDTH - 12 and 14 < y < HEIGHT - 8 and (abs(x - WIDTH / 2) > 60 or abs(y - HEIGHT / 2) > 18):
            inside.append((rank, name, x, y))
    return [Town(name, x, y, left=x > WIDTH - 90) for _rank, name, x, y in sorted(inside)[:TOWNS_SHOWN]]


@lru_cache(maxsize=1)
def _ground() -> dict[str, list[Any]]:
    """Shapes of the ground by what they are; nothing where the ground was not built."""
    if not (GROUND / "index.json").exists():
        return {"land": [], "home": [], "water": [], "towns": []}
    files = json.loads((GROUND / "index.json").read_text())["files"]
    land, water, towns = (_read(GROUND / files[name]) if name in files else None for name in ("land", "water", "towns"))
    return {
        "land": _shapes(land, lambda told: not told.get("home")),
        "home": _shapes(land, lambda told: bool(told.get("home"))),
        "water": _shapes(water, lambda told: True),
        "towns": towns or [],
    }


def _read(path: Path) -> Any:
    return json.loads(path.read_text())


def _shapes(collection: Any, wanted: Any) -> list[GEOSGeometry]:
    found = [one for one in (collection or {"features": []})["features"] if wanted(one["properties"])]
    shapes = [GEOSGeometry(json.dumps(one["geometry"]), srid=4326) for one in found]
    return [shape if shape.valid else shape.make_valid() for shape in shapes]
