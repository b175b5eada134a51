"""Places that the room speaks of, and which of those on the list it has reached."""

from dataclasses import replace

from sites.codes import LocationPrecision, PlaceKind

from .entries import Book, Entry
from .findings import FindingCode
from .records import Place
from .rings import opened
from .said import Observation, Statement
from .wording import folded

WEST, EAST, SOUTH, NORTH = 12.0, 31.6, -13.6, 5.5
"""The country's box in degrees; a place outside it is abroad or mistyped."""
WITH_NATURE = (PlaceKind.MINE_SITE, PlaceKind.MINE_PIT, PlaceKind.MINING_AREA)


def places(book: Book) -> tuple[Place, ...]:
    """Places in their order; whether each was reached is known only with the statements."""
    said = {it.id: it.text("parent") for it in book.of("places") if it.text("parent")}
    parents, cut = opened(said)
    for place, parent in cut.items():
        book.find(FindingCode.PARENT_RING, book.entries["places"][place], "parent", parent)
    found = tuple(_place(book, it, parents.get(it.id, "")) for it in book.of("places"))
    _twice(book, found)
    return found


def _place(book: Book, entry: Entry, parent: str) -> Place:
    lon, lat = _position(book, entry)
    ref, name, territoire = entry.text("ref"), entry.text("name"), entry.text("territoire")
    kind = entry.text("kind") or str(PlaceKind.MINE_SITE)
    if not ref and not name:
        book.find(FindingCode.PLACE_UNNAMED, entry, "name")
    if not ref and lon is None and not territoire and kind != PlaceKind.ABROAD:
        book.find(FindingCode.PLACE_NOWHERE, entry, "lon")
    return Place(
        id=entry.id,
        ref=ref,
        name=name,
        label=entry.text("label"),
        kind=kind,
        parent=parent,
        lon=lon,
        lat=lat,
        position_said=entry.text("position_said"),
        precision=entry.text("precision") or str(LocationPrecision.MAP_POINTED if lon is not None else ""),
        territoire=territoire,
        minerals=entry.flags("mineral"),
        group=entry.text("group"),
        treat=entry.text("treat"),
        reached=False,
        adopted=entry.text("adopted"),
    )


def _position(book: Book, entry: Entry) -> tuple[float | None, float | None]:
    """Both coordinates or none."""
    lon, lat = entry.get("lon"), entry.get("lat")
    if (lon is None) != (lat is None):
        book.find(FindingCode.HALF_POSITION, entry, "lat" if lat is None else "lon")
    if lon is None or lat is None:
        return None, None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        book.find(FindingCode.UNREADABLE, entry, "lon")
        return None, None
    abroad = entry.text("kind") == PlaceKind.ABROAD
    if not abroad and not (WEST <= lon <= EAST and SOUTH <= lat <= NORTH):
        book.find(FindingCode.POSITION_FAR, entry, "lon")
    return float(lon), float(lat)


def _twice(book: Book, found: tuple[Place, ...]) -> None:
    """The same code twice, or the same name in the same territoire."""
    first: dict[tuple[str, str], str] = {}
    for place in found:
        key = (place.ref, "") if place.ref else (folded(place.name), f"{place.territoire}|{place.kind}")
        if key[0] and first.setdefault(key, place.id) != place.id:
            book.find(FindingCode.PLACE_TWICE, book.entries["places"][place.id], "name", first[key])


def reached(book: Book, found: tuple[Place, ...], statements: tuple[Statement, ...]) -> tuple[Place, ...]:
    """The same places, each with whether something was said of it; what is still missing is told."""
    spoken = {it.place for it in statements}
    natured = {it.place for it in statements if isinstance(it, Observation) and _tells_nature(it)}
    for place in found:
        entry = book.entries["places"][place.id]
        if place.treat and place.id not in spoken:
            book.find(FindingCode.NOT_REACHED, entry)
        if place.id in spoken and place.id not in natured and place.kind in WITH_NATURE and not place.minerals:
            book.find(FindingCode.NATURE_MISSING, entry)
    return tuple(replace(it, reached=it.id in spoken) for it in found)


def _tells_nature(observation: Observation) -> bool:
    return bool(observation.minerals or observation.exploitation or observation.extraction)
