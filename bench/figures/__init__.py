"""The figures, by the names under which `./dev bench` knows them."""

from collections.abc import Callable, Iterator

from bench.databases import Bench
from bench.figures import collection, exporting, importing, maps, paging, workbook
from bench.lines import Line

Figure = Callable[[Bench, int], Iterator[Line]]

FIGURES: dict[str, tuple[Figure, str]] = {
    "map": (maps.measure, "first load of the map: server, bytes, drawing, filters"),
    "paging": (paging.measure, "page of 100 places from the interface, first and deep"),
    "collection": (collection.measure, "all places as one GeoJSON stream"),
    "import": (importing.measure, "a file of flat places, validated; the layout of IPIS"),
    "export": (exporting.measure, "all places as CSV and GeoJSON, as an analyst"),
    "workbook": (workbook.measure, "twelve laptops in a tree of 500 nodes: rows, messages, typing, memory, projection"),
}
