"""The registers as far as a person may read them, for searching while typing; coordinates as everybody gets them."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.gis.db.models.functions import PointOnSurface
from django.db.models import F, FloatField, Func, QuerySet

from access.reach import Reach
from sites.codes import PlaceStatus, Sensitivity
from sites.models import Actor, Area, Place

GROUND = settings.BASE_DIR / "static" / "basemap"
LOWEST_LEVEL = 3
ACTOR = ("name", "acronym", "aliases", "category")
DIGITS = 6
"""Of degrees: a tenth of a metre."""


def register_of(reach: Reach) -> dict[str, Any]:
    """Known places, actors, areas and towns."""
    return {"places": places(reach), "actors": actors(reach), "areas": areas(reach), "towns": towns()}


def places(reach: Reach) -> list[dict[str, Any]]:
    """Places that `reach` may read; `ref` is how a workbook points there. Of an axis, its middle."""
    rows = Place.objects.permitted_to(reach).exclude(status=PlaceStatus.MERGED)
    middle = PointOnSurface("geom")
    lon, lat = (Func(middle, function=name, output_field=FloatField()) for name in ("ST_X", "ST_Y"))
    told = rows.annotate(lon=lon, lat=lat).order_by("name", "pk")
    names = ("pk", "code", "name", "aliases", "kind", "location_precision", "declared_territoire", "provinces")
    return [_place(row) for row in told.values(*names, "lon", "lat", "status")]


def actors(reach: Reach) -> list[dict[str, Any]]:
    """Actors that `reach` may read; one that is known only as a beneficiary stands in no list, whoever asks."""
    rows = Actor.objects.permitted_to(reach).exclude(sensitivity=Sensitivity.SEVERE)
    told: QuerySet[Any] = rows.exclude(status=PlaceStatus.MERGED).order_by("name", "pk")
    return [{"id": str(row["pk"]), **{name: row[name] for name in ACTOR}} for row in told.values("pk", *ACTOR)]


def areas(reach: Reach) -> list[dict[str, Any]]:
    """Provinces, territoires and the level below, by P-code."""
    rows = Area.objects.permitted_to(reach).filter(level__lte=LOWEST_LEVEL).order_by("level", "name", "pcode")
    told = rows.values("pcode", "name", "level", above=F("parent__pcode"))
    return [dict(row) for row in told]


def towns() -> list[dict[str, Any]]:
    """Towns of the ground that everybody's map is drawn on, abroad too; the greater ones first."""
    return _towns(GROUND)


@lru_cache(maxsize=2)
def _towns(folder: Path) -> list[dict[str, Any]]:
    try:
        index = json.loads((folder / "index.json").read_text())
        rows = json.loads((folder / index["files"]["towns"]).read_text())
    except (OSError, ValueError, KeyError):
        return []
    return [{"name": name, "lon": lon, "lat": lat, "rank": rank} for name, lon, lat, rank in rows]


def _place(row: dict[str, Any]) -> dict[str, Any]:
    told = {
        "id": str(row["pk"]),
        "ref": row["code"] or str(row["pk"]),
        "name": row["name"],
        "aliases": row["aliases"],
        "kind": row["kind"],
        "precision": row["location_precision"],
        "territoire": row["declared_territoire"],
        "provinces": row["provinces"],
        "proposed": row["status"] == PlaceStatus.PROPOSED,
    }
    if row["lon"] is not None:
        told |= {"lon": round(row["lon"], DIGITS), "lat": round(row["lat"], DIGITS)}
    return told
