"""Outlines and zones from foreign files: read apart, under limits, repaired; told in words when they cannot be."""

import json
import os
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from access.reach import SYSTEM
from imports.boundaries.areas import load_boundaries
from imports.boundaries.zones import load_zones
from imports.faults import FileFault
from sites.models import Area, Place, Zone

pytestmark = pytest.mark.django_db
SQUARE = [[[28.0, -7.0], [29.0, -7.0], [29.0, -3.0], [28.0, -3.0], [28.0, -7.0]]]
BOW_TIE = [[[28.0, -7.0], [29.0, -3.0], [29.0, -7.0], [28.0, -3.0], [28.0, -7.0]]]


def shapes(path: Path, *features: tuple[dict[str, Any], Any]) -> str:
    listed = [
        {"type": "Feature", "properties": fields, "geometry": {"type": "Polygon", "coordinates": rings}}
        for fields, rings in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}))
    return str(path)


def province(**fields: str) -> dict[str, str]:
    return {"ADM1_PCODE": "CD74", "ADM1_FR": "Tanganyika", **fields}


def test_an_outline_finds_its_province_by_code_and_moves_places(tmp_path: Path) -> None:
    place = Place.objects.create(name="Near", declared_province="Maniema", geom="SRID=4326;POINT(28.5 -5)")
    loaded = load_boundaries([shapes(tmp_path / "a.geojson", (province(), SQUARE))], by=SYSTEM, source="Somebody")
    place.refresh_from_db()
    area = Area.objects.get(pcode="CD74")
    assert (loaded.areas_updated, loaded.areas_added, loaded.places_moved) == (1, 0, 1)
    assert (area.name, area.source, place.provinces) == ("Tanganyika", "Somebody", ["CD63", "CD74"])


def test_a_bow_tie_is_repaired_and_reported(tmp_path: Path) -> None:
    loaded = load_boundaries([shapes(tmp_path / "b.geojson", (province(), BOW_TIE))], by=SYSTEM)
    assert [repair["file"] for repair in loaded.repaired] == ["b.geojson"]
    assert "intersection" in loaded.repaired[0]["reason"].lower()
    assert Area.objects.get(pcode="CD74").geom is not None


def test_parts_of_one_area_are_united_and_strangers_left_out(tmp_path: Path) -> None:
    other = [[[x + 2, y] for x, y in SQUARE[0]]]
    path = shapes(tmp_path / "c.geojson", (province(), SQUARE), (province(), other), ({"ADM1_PCODE": "RW01"}, other))
    loaded = load_boundaries([path], by=SYSTEM)
    geom = Area.objects.get(pcode="CD74").geom
    assert geom is not None and len(geom) == 2
    assert (loaded.areas_updated, loaded.skipped) == (1, 1)


def test_territoires_are_added_under_their_province(tmp_path: Path) -> None:
    fields = province(ADM2_PCODE="CD7402", ADM2_FR="Kalemie", ADM0_PCODE="CD")
    loaded = load_boundaries([shapes(tmp_path / "d.geojson", (fields, SQUARE))], by=SYSTEM)
    area = Area.objects.get(pcode="CD7402")
    assert (loaded.areas_added, area.level, area.name) == (1, 2, "Kalemie")
    assert area.parent is not None and area.parent.pcode == "CD74" and area.parent.geom is not None


def test_a_zipped_file_is_read_as_it_is(tmp_path: Path) -> None:
    inside = shapes(tmp_path / "e.geojson", (province(), SQUARE))
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.write(inside, "e.geojson")
    assert load_boundaries([str(tmp_path / "e.zip")], by=SYSTEM).areas_updated == 1


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb.geojson", "w") as member:
        for _ in range(1600):
            member.write(b"\0" * 1_000_000)
    assert path.stat().st_size < 3_000_000
    with pytest.raises(FileFault):
        load_boundaries([str(path)], by=SYSTEM)


@pytest.mark.parametrize("content", [b"", b"words", b'{"type": "FeatureCollection", "features": []}', os.urandom(4000)])
def test_what_is_no_such_file_is_refused_and_nothing_written(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.geojson"
    path.write_bytes(content)
    with pytest.raises(CommandError) as failed:
        call_command("load_boundaries", str(path))
    assert "bad.geojson" in str(failed.value)
    assert not Area.objects.exclude(geom=None).exists()


def test_one_bad_file_among_good_ones_writes_nothing(tmp_path: Path) -> None:
    good = shapes(tmp_path / "good.geojson", (province(), SQUARE))
    with pytest.raises(FileFault):
        load_boundaries([good, str(tmp_path / "absent.geojson")], by=SYSTEM)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server on the loopback that gives the outline of Tanganyika."""
    content = Path(shapes(tmp_path / "served.geojson", (province(), SQUARE))).read_bytes()

    class Giver(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path.endswith("outlines.geojson") else 404)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Giver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched_and_a_dead_one_told_in_words(address: str) -> None:
    assert load_boundaries([f"{address}outlines.geojson"], by=SYSTEM).areas_updated == 1
    with pytest.raises(FileFault):
        load_boundaries([f"{address}absent"], by=SYSTEM)


def test_zones_are_added_then_renewed_by_their_reference(tmp_path: Path) -> None:
    fields = {"Nom": "Zone A", "code": "ZEA-1", "titulaire": "Holder", "date_octroi": "2020/02/03", "type": "ZEA"}
    path = shapes(tmp_path / "z.geojson", (fields, BOW_TIE), ({"Nom": "Zone B"}, SQUARE))
    loaded = load_zones(path, "ARTISANAL", by=SYSTEM, source="Mining cadastre", licence="Open")
    assert (loaded.zones_added, loaded.zones_updated, len(loaded.repaired)) == (2, 0, 1)
    zone = Zone.objects.get(reference="ZEA-1")
    assert (zone.name, zone.holder, str(zone.valid_from), zone.title) == ("Zone A", "Holder", "2020-02-03", "ZEA")
    assert (zone.source.title, zone.source.licence, zone.sensitivity) == ("Mining cadastre", "Open", "MODERATE")
    again = shapes(tmp_path / "z2.geojson", ({**fields, "titulaire": "Other"}, SQUARE))
    loaded = load_zones(again, "ARTISANAL", by=SYSTEM, source="Mining cadastre")
    assert (loaded.zones_added, loaded.zones_updated) == (0, 1)
    zone.refresh_from_db()
    assert zone.holder == "Other"


def test_the_command_of_zones_answers_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = shapes(tmp_path / "z.geojson", ({"name": "Park"}, SQUARE))
    call_command("load_zones", path, "--kind", "PROTECTED", "--source", "Parks", "--json")
    assert json.loads(capsys.readouterr().out)["zones_added"] == 1
