"""A small map around one place, drawn by the server from the same ground as the big one."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.gis.geos import Polygon

from sites.models import Area, Place

Ring = list[tuple[float, float]]
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


@dataclass(frozen=True)
class Ground:
    """What lies inside a frame, as paths: all land, the own country, water, borders of provinces; towns by rank."""

    land: str
    home: str
    water: str
    borders: str
    towns: list[tuple[str, float, float]]


class Frame:
    """The rectangle of the earth that a picture shows: its middle, how far it reaches from west to east, its size."""

    def __init__(
        self,
        longitude: float,
        latitude: float,
        span: float = SPAN_DEGREES,
        size: tuple[float, float] = (WIDTH, HEIGHT),
    ) -> None:
        self.width, self.height = size
        self.scale = self.width / span
        self.middle, self.squeeze = latitude, 1 / cos(radians(latitude))
        half = self.height / self.scale / self.squeeze / 2
        self.west, self.east = longitude - span / 2, longitude + span / 2
        self.south, self.north = latitude - half, latitude + half

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a position stands in the picture."""
        x = (longitude - self.west) * self.scale
        return round(x, 1), round(self.height / 2 - (latitude - self.middle) * self.scale * self.squeeze, 1)

    def path(self, rings: Iterable[Ring]) -> str:
        """Return the parts of rings inside the frame as one path, to be filled by the rule of even and odd."""
        return "".join(self._drawn(ring) for ring in map(self.clipped, rings) if len(ring) > 2)

    def clipped(self, ring: Ring) -> Ring:
        """Return the ring cut off at the four edges, one after the other (Sutherland and Hodgman)."""
        for axis, edge, sign in ((0, self.west, 1), (0, self.east, -1), (1, self.south, 1), (1, self.north, -1)):
            ring = _cut(ring, axis, edge, sign)
        return ring

    def _drawn(self, ring: Ring) -> str:
        points = [self.at(*point) for point in ring]
        kept = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"


def _cut(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    kept: Ring = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        inside, was_inside = (sign * (p[axis] - edge) >= 0 for p in (point, before))
        if inside != was_inside:
            part = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if inside:
            kept.append(point)
    return kept


def _rings(shape: Any) -> list[Ring]:
    """Every ring of a GeoJSON polygon or multipolygon, holes included."""
    kind, parts = shape["type"], shape["coordinates"]
    polygons = parts if kind == "MultiPolygon" else [parts] if kind == "Polygon" else []
    return [[(point[0], point[1]) for point in ring] for polygon in polygons for ring in polygon]


def inset_of(place: Place) -> Inset | None:
    """Return the little map; None for a place without a position or before the ground was built."""
    if place.geom is None:
        return None
    middle = place.geom if place.geom.geom_type == "Point" else place.geom.point_on_surface
    ground = ground_in(Frame(middle.x, middle.y))
    return Inset(ground.land, ground.home, ground.water, ground.borders, _towns(ground.towns))


def ground_in(frame: Frame) -> Ground:
    """Return what of the ground lies inside `frame`; nothing before the ground was built."""
    ground = _ground()
    box = Polygon.from_bbox((frame.west, frame.south, frame.east, frame.north))
    box.srid = 4326
    outlines = Area.objects.filter(level=1, geom__bboverlaps=box).order_by("pcode").values_list("geom", flat=True)
    shapes = [json.loads(shape.simplify(0.01).json) for shape in outlines if shape]
    towns = sorted((rank, name, *frame.at(longitude, latitude)) for name, longitude, latitude, rank in ground["towns"])
    return Ground(
        land=frame.path(ground["land"]),
        home=frame.path(ground["home"]),
        water=frame.path(ground["water"]),
        borders=frame.path(ring for told in shapes for ring in _rings(told)),
        towns=[(name, x, y) for _rank, name, x, y in towns if 12 < x < frame.width - 12 and 14 < y < frame.height - 8],
    )


def _towns(towns: list[tuple[str, float, float]]) -> list[Town]:
    free = [it for it in towns if not _under_the_name(*it[1:])]
    return [Town(name, x, y, left=x > WIDTH - 90) for name, x, y in free[:TOWNS_SHOWN]]


def _under_the_name(x: float, y: float) -> bool:
    """Whether a town's name would stand under that of the place."""
    return abs(x - WIDTH / 2) < 110 and HEIGHT / 2 - 38 < y < HEIGHT / 2 + 18


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


def _shapes(collection: Any, wanted: Callable[[dict[str, Any]], bool]) -> list[Ring]:
    found = [one for one in (collection or {"features": []})["features"] if wanted(one["properties"])]
    return [ring for one in found for ring in _rings(one["geometry"])]
