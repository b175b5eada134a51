"""A map of numbered places as lines: the ground of the big map, a mark for each, nothing that has to be fetched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from mapping.inset import Frame, Ground, ground_in

SIZE = (702.0, 430.0)
LEAST_SPAN_DEGREES = 0.9
AIR = 1.35
"""How much wider than the places the picture is."""
TOWNS_SHOWN = 9
MARK, LETTER, LINE = 10.0, 6.8, 12.0
BAR_KILOMETRES = (200, 100, 50, 20, 10, 5)
KILOMETRES_A_DEGREE = 111.32
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True)
class Spot:
    """A place to be drawn: number or name, position, what is drawn of it."""

    label: str
    longitude: float
    latitude: float
    presence: str = ""
    contradicted: bool = False


@dataclass(frozen=True)
class Written:
    """Where words stand beside a point, and on which side."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Mark:
    """A place in the picture with its label."""

    spot: Spot
    x: float
    y: float
    label: Written


@dataclass(frozen=True)
class Chart:
    """The whole picture, in units of `width` and `height`."""

    width: float
    height: float
    ground: Ground
    marks: tuple[Mark, ...]
    towns: tuple[tuple[float, float, Written], ...]
    bar: float
    bar_says: str

    @property
    def bar_left(self) -> float:
        """Where the bar of the scale begins."""
        return round(self.width - 14 - self.bar, 1)


def chart_of(
    spots: Sequence[Spot], size: tuple[float, float] = SIZE, least: float = LEAST_SPAN_DEGREES
) -> Chart | None:
    """The map on which every spot stands, at least `least` degrees wide; none without a spot."""
    if not spots:
        return None
    frame = _frame(spots, size, least)
    ground = ground_in(frame)
    taken: list[Rectangle] = [_around(*frame.at(it.longitude, it.latitude), MARK) for it in spots]
    marks = []
    for spot in spots:
        x, y = frame.at(spot.longitude, spot.latitude)
        label = _beside(spot.label, x, y, frame, taken)
        marks.append(Mark(spot, x, y, label or Written(spot.label, x + MARK + 2, y + 4, "start")))
    length, kilometres = _bar(frame)
    taken.append((frame.width - 34 - length, frame.height - 40, frame.width, frame.height))
    taken.append((frame.width - 40, 0, frame.width, 56))
    return Chart(
        frame.width, frame.height, ground, tuple(marks), tuple(_towns(ground, frame, taken)), length, f"{kilometres} km"
    )


def _frame(spots: Sequence[Spot], size: tuple[float, float], least: float) -> Frame:
    longitudes, latitudes = [it.longitude for it in spots], [it.latitude for it in spots]
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    middle = (south + north) / 2
    tall = (north - south) * size[0] / size[1] / cos(radians(middle))
    return Frame((west + east) / 2, middle, max((east - west) * AIR, tall * AIR, least), size)


def _around(x: float, y: float, half: float) -> Rectangle:
    return x - half, y - half, x + half, y + half


def _beside(text: str, x: float, y: float, frame: Frame, taken: list[Rectangle]) -> Written | None:
    """Words on the first side of a point where they cover nothing; what they cover is taken from then on."""
    wide = len(text) * LETTER
    for at, top, anchor in (
        (x + MARK + 2, y - LINE / 2, "start"),
        (x - MARK - 2, y - LINE / 2, "end"),
        (x, y - MARK - LINE - 1, "middle"),
        (x, y + MARK + 1, "middle"),
        (x + MARK, y - MARK - LINE / 2, "start"),
        (x + MARK, y + MARK - LINE / 2, "start"),
    ):
        left = at - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, top, left + wide, top + LINE)
        if _inside(box, frame) and not any(_meet(box, other) for other in taken):
            taken.append(box)
            return Written(text, round(at, 1), round(top + LINE - 2.5, 1), anchor)
    return None


def _inside(box: Rectangle, frame: Frame) -> bool:
    return box[0] > 4 and box[1] > 4 and box[2] < frame.width - 4 and box[3] < frame.height - 4


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _towns(ground: Ground, frame: Frame, taken: list[Rectangle]) -> Iterable[tuple[float, float, Written]]:
    shown = 0
    for name, x, y in ground.towns:
        free = not any(_meet(_around(x, y, 4), other) for other in taken)
        label = _beside(name, x, y, frame, taken) if free and shown < TOWNS_SHOWN else None
        if label is not None:
            shown += 1
            taken.append(_around(x, y, 4))
            yield x, y, label


def _bar(frame: Frame) -> tuple[float, int]:
    """Length of the bar of the scale, and how many kilometres it is."""
    a_kilometre = frame.scale / (KILOMETRES_A_DEGREE * cos(radians(frame.middle)))
    kilometres = next((it for it in BAR_KILOMETRES if it * a_kilometre <= frame.width * 0.22), BAR_KILOMETRES[-1])
    return round(kilometres * a_kilometre, 1), kilometres
