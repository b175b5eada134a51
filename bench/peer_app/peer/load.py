"""Loads a file of places the two usual ways of Django: `python -m peer.load bulk_create|import_export FILE`."""

import csv
import sys
from collections.abc import Iterator
from itertools import islice

import django

BATCH_ROWS = 2_000


def bulk_create(path: str) -> None:
    """Objects in batches, in one transaction; nothing is checked."""
    from django.contrib.gis.geos import Point
    from django.db import transaction

    from peer.models import ImportedPlace

    def objects() -> Iterator[ImportedPlace]:
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                point = Point(float(row.pop("longitude")), float(row.pop("latitude")), srid=4326)
                yield ImportedPlace(geom=point, **row)

    rows = objects()
    with transaction.atomic():
        while batch := list(islice(rows, BATCH_ROWS)):
            ImportedPlace.objects.bulk_create(batch)


def import_export(path: str) -> None:
    """Row by row through a resource, with its checks."""
    import tablib
    from django.contrib.gis.geos import Point
    from import_export import resources

    from peer.models import ImportedPlace

    class PlaceResource(resources.ModelResource):
        """Every column; the point is put together by hand."""

        class Meta:
            model = ImportedPlace
            exclude = ["geom"]
            import_id_fields = ["external_id"]
            use_transactions = True

        def before_save_instance(self, instance, row, **kwargs):
            instance.geom = Point(float(row["longitude"]), float(row["latitude"]), srid=4326)

    with open(path) as file:
        data = tablib.Dataset().load(file.read(), "csv")
    PlaceResource().import_data(data, dry_run=False, raise_errors=True)


if __name__ == "__main__":
    django.setup()
    {"bulk_create": bulk_create, "import_export": import_export}[sys.argv[1]](sys.argv[2])
