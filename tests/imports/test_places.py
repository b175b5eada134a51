"""Flat lists of places: checked, compared, located as the database itself locates, reviewed like any batch."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.db import connection

from access.reach import SYSTEM
from accounts.models import Person
from imports.models import ImportBatch
from imports.services import import_places, publish_batch, undo_batch, verify_batch
from sites.models import Area, Place

from .conftest import digests

pytestmark = pytest.mark.django_db
HEADER = ["external_id", "name", "kind", "longitude", "latitude", "province", "territoire"]
Make = Callable[..., Path]
KEPT = ("province_declared", "province_located", "territoire_located", "provinces")


@pytest.fixture
def places_file(tmp_path: Path) -> Make:
    def make(*rows: dict[str, str]) -> Path:
        path = tmp_path / "places.csv"
        ordinary = {"name": "Place", "longitude": "28.1", "latitude": "-6.2", "province": "Tanganyika"}
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, HEADER)
            writer.writeheader()
            for number, row in enumerate(rows, 1):
                writer.writerow({**ordinary, "external_id": f"p{number}", **row})
        return path

    return make


@pytest.fixture
def two_squares(db: None) -> None:
    """Tanganyika from 28°, Maniema west of it, both to 28.5°, and one territoire."""
    for pcode, west, east in (("CD74", 28.0, 29.0), ("CD63", 26.0, 28.5)):
        square = MultiPolygon(Polygon.from_bbox((west, -7.0, east, -3.0)), srid=4326)
        Area.objects.filter(pcode=pcode).update(geom=square)
    parent = Area.objects.get(pcode="CD74")
    Area.objects.create(pcode="CD7402", level=2, name="Square", parent=parent, geom=parent.geom)


def kept() -> list[Any]:
    return sorted(map(str, Place.objects.values_list("name", *KEPT)))


def test_many_places_are_located_as_the_database_locates_one(places_file: Make, two_squares: None) -> None:
    spots = [("28.2", "Maniema"), ("28.7", "Tanganyika"), ("26.5", "Nowhere"), ("31.0", "Nowhere"), ("31.0", "maniema")]
    rows = [{"name": f"{x} {province}", "longitude": x, "province": province} for x, province in spots]
    rows.append({"name": "abroad", "kind": "ABROAD"})
    import_places(places_file(*rows), by=SYSTEM)
    set_wise = kept()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL filon.relocate = 'on'")
        cursor.execute("UPDATE sites_place SET geom = geom")
        cursor.execute("SET LOCAL filon.relocate = ''")
    assert kept() == set_wise
    assert len(set(set_wise)) == 6


def test_after_a_list_single_places_are_located_by_the_database_again(places_file: Make) -> None:
    import_places(places_file({}), by=SYSTEM)
    place = Place.objects.create(name="By hand", declared_province="Maniema")
    place.refresh_from_db()
    assert place.provinces == ["CD63"]


def test_a_bad_cell_refuses_its_row_and_says_where(places_file: Make) -> None:
    rows = ({"kind": "CASTLE"}, {"longitude": "x"}, {"latitude": "60"}, {"name": ""}, {"external_id": "p6"}, {})
    report = import_places(places_file(*rows), by=SYSTEM)
    assert [(remark["line"], remark["column"], remark["kind"]) for remark in report.refused] == [
        (2, "kind", "UNKNOWN_KIND"),
        (3, "longitude", "NOT_A_NUMBER"),
        (4, "latitude", "OUTSIDE"),
        (5, "name", "MISSING"),
        (7, "external_id", "REPEATED_KEY"),
    ]
    assert report.counts["rows_added"] == Place.objects.count() == 1


def test_a_list_is_reviewed_changed_and_undone(places_file: Make, esther: Person, furaha: Person) -> None:
    empty = digests()
    first = ImportBatch.objects.get(pk=import_places(places_file({}, {}), by=SYSTEM).batch)
    verify_batch(first, by=esther)
    publish_batch(first, by=furaha)
    before = digests()
    assert Place.objects.accepted().count() == 2
    assert import_places(places_file({}, {}), by=SYSTEM).batch is None
    report = import_places(places_file({"name": "Renamed", "longitude": "28.3"}, {}), by=SYSTEM)
    assert (report.counts["rows_changed"], report.counts["rows_unchanged"]) == (1, 1)
    second = ImportBatch.objects.get(pk=report.batch)
    verify_batch(second, by=esther)
    publish_batch(second, by=furaha)
    assert Place.objects.get(name="Renamed").geom.x == 28.3  # type: ignore[union-attr]
    undo_batch(second, by=esther)
    assert digests() == before
    undo_batch(first, by=esther)
    assert digests() == empty
