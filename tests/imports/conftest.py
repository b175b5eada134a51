"""The real file where it is at hand, small ones made on the spot, and digests of tables."""

import csv
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection

from access.reach import SYSTEM
from accounts.models import Person
from imports.models import ImportBatch
from imports.services import import_ipis, publish_batch, verify_batch

DATA = Path(os.environ.get("FILON_TEST_DATA", Path(settings.BASE_DIR).parent / "shared" / "data"))
COLUMNS = """
    FID vid source project pcode name visit_date visit_onsite visit_onsite_novisitreason geom longitude latitude
    location_origin province territoire collectivite groupement village workers_numb mineral1 selling_points_mineral1
    final_destination_mineral1 mineral2 mercury presence interference armed_group1 type_armed_group1
    frequency_armed_group1 taxation_armed_group1 digging_armed_group1 state_service1 state_service2 itsci traceability
    qualification childunder15 women
""".split()  # noqa: SIM905
VISIT = {
    "vid": "1",
    "source": "Test survey",
    "project": "Test 2019",
    "pcode": "testmine001",
    "name": "Test site",
    "visit_date": "2019-05-04",
    "visit_onsite": "1",
    "longitude": "28.1",
    "latitude": "-6.2",
    "location_origin": "GPS",
    "province": "Tanganyika",
    "territoire": "Kalemie",
    "mineral1": "Or",
    "presence": "0",
    "interference": "0",
}
LEFT_OUT = ("access_", "django_", "accounts_", "imports_importbatch", "pghistory_", "mapping_")


def shared(name: str) -> Path:
    """A file beside the project; the test is skipped where there is none."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand: set FILON_TEST_DATA to the folder of the data")
    return path


@pytest.fixture
def ipis_file() -> Path:
    """The real visits of two provinces."""
    return shared("ipis_visits_tanganyika_maniema.csv")


@pytest.fixture
def outlines() -> list[str]:
    """The real outlines of provinces and territoires."""
    names = ("cod_adm1_26_simplified.geojson", "cod_adm2_240_simplified.geojson")
    return [str(shared(f"admin/{name}")) for name in names]


@pytest.fixture
def visits_file(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file of invented visits; each row says only what differs from an ordinary visit."""

    def make(*rows: dict[str, str], columns: list[str] | None = None, name: str = "visits.csv") -> Path:
        path = tmp_path / name
        header = columns or [*COLUMNS, *(key for row in rows for key in row if key not in COLUMNS)]
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(header)), extrasaction="ignore")
            writer.writeheader()
            for number, row in enumerate(rows, 1):
                writer.writerow({**VISIT, "vid": str(number), "FID": f"made per download {number}", **row})
        return path

    return make


@pytest.fixture
def brought_in(db: None) -> Callable[[Path], ImportBatch]:
    """Imports a file as the built-in system and returns its batch."""

    def bring(path: Path) -> ImportBatch:
        report = import_ipis(path, by=SYSTEM)
        assert report.batch is not None
        return ImportBatch.objects.get(pk=report.batch)

    return bring


@pytest.fixture
def released(
    brought_in: Callable[[Path], ImportBatch], esther: Person, furaha: Person
) -> Callable[[Path], ImportBatch]:
    """Imports a file and lets two of the secretariat verify and release it."""

    def release(path: Path) -> ImportBatch:
        batch = brought_in(path)
        verify_batch(batch, by=esther)
        publish_batch(batch, by=furaha)
        batch.refresh_from_db()
        return batch

    return release


def digests() -> dict[str, Any]:
    """Rows of every table as one digest each; the trail, history and the batches' own rows left out.

    Keys of computed rows are made anew each time and left out too.
    """
    found: dict[str, Any] = {}
    with connection.cursor() as cursor:
        for table in _tables():
            whole = "to_jsonb(t) - 'id'" if table in ("claims_placestate", "claims_statechange") else "to_jsonb(t)"
            cursor.execute(
                f"SELECT count(*), md5(coalesce(string_agg(d, '' ORDER BY d), ''))"
                f' FROM (SELECT md5(({whole})::text) AS d FROM "{table}" t) q'
            )
            found[table] = cursor.fetchone()
    return found


def _tables() -> Iterator[str]:
    for table in sorted(connection.introspection.table_names()):
        if not table.startswith(LEFT_OUT) and not table.endswith("event") and table != "spatial_ref_sys":
            yield table


def keys(rows: Any) -> set[UUID]:
    """Keys of a queryset."""
    return set(rows.values_list("pk", flat=True))
