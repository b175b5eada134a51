"""The goals: what `bench` compares with, and what a test compares with the table in docs/performance.md."""

from dataclasses import dataclass

AT_LEAST, AT_MOST = "≥", "≤"
BOTH = ("3k", "100k")


@dataclass(frozen=True)
class Goal:
    """What a line must reach: a ratio to a peer, or a figure of our own in `unit`."""

    line: str
    sign: str
    limit: float
    unit: str = "×"
    sizes: tuple[str, ...] = BOTH

    def met_by(self, value: float) -> bool:
        return value >= self.limit if self.sign == AT_LEAST else value <= self.limit

    def __str__(self) -> str:
        return f"{self.sign} {self.limit:g} {self.unit}"


GOALS = (
    Goal("map: base layer, requests a second, DRF-gis", AT_LEAST, 60, sizes=("3k",)),
    Goal("map: base layer, requests a second, tipg", AT_LEAST, 15, sizes=("3k",)),
    Goal("map: base layer, requests a second, pygeoapi", AT_LEAST, 15, sizes=("3k",)),
    Goal("map: base layer, gzip, a place", AT_MOST, 20, "B", sizes=("3k",)),
    Goal("map: first screen, gzip", AT_MOST, 250, "kB", sizes=("3k",)),
    Goal("map: drawn, GeoJSON and markercluster", AT_MOST, 0.6, sizes=("3k",)),
    Goal("map: filter to map and counts, p95", AT_MOST, 50, "ms", sizes=("3k",)),
    Goal("paging: first page, pygeoapi", AT_LEAST, 3, sizes=("3k",)),
    Goal("paging: first page, tipg", AT_LEAST, 3, sizes=("3k",)),
    Goal("paging: first page, pygeoapi", AT_LEAST, 6, sizes=("100k",)),
    Goal("paging: first page, tipg", AT_LEAST, 6, sizes=("100k",)),
    Goal("paging: first page, DRF-gis", AT_LEAST, 12),
    Goal("paging: page at 90 % of the depth, the first", AT_MOST, 1.15),
    Goal("collection: whole, DRF-gis", AT_LEAST, 20),
    Goal("collection: whole, tipg", AT_LEAST, 5),
    Goal("collection: whole, pygeoapi", AT_LEAST, 5),
    Goal("collection: worker grows", AT_MOST, 15, "MB"),
    Goal("import: places, ogr2ogr with COPY", AT_LEAST, 0.45, sizes=("100k",)),
    Goal("import: places, bulk_create", AT_LEAST, 8, sizes=("100k",)),
    Goal("import: places, django-import-export", AT_LEAST, 40, sizes=("100k",)),
    Goal("import: memory", AT_MOST, 60, "MB", sizes=("100k",)),
    Goal("export: CSV, ogr2ogr", AT_LEAST, 4, sizes=("100k",)),
    Goal("export: GeoJSON, ogr2ogr", AT_LEAST, 1.5, sizes=("100k",)),
    Goal("export: memory", AT_MOST, 60, "MB", sizes=("100k",)),
    Goal("workbook: projected", AT_MOST, 0.5, "s", sizes=("3k",)),
    Goal("workbook: rows stored, an edit", AT_MOST, 1, "rows", sizes=("3k",)),
    Goal("workbook: messages for a late joiner", AT_MOST, 2, "messages", sizes=("3k",)),
    Goal("workbook: typing, p95", AT_MOST, 50, "ms", sizes=("3k",)),
    Goal("workbook: typing, p95, a bare field", AT_MOST, 2, sizes=("3k",)),
    Goal("workbook: server grows in four hours", AT_MOST, 15, "MB", sizes=("3k",)),
    Goal("workbook: page grows in four hours", AT_MOST, 15, "MB", sizes=("3k",)),
)


def goal_of(line: str, size: str) -> Goal | None:
    """The goal of a line at a size, if it has one."""
    return next((goal for goal in GOALS if goal.line == line and size in goal.sizes), None)
