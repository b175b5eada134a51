"""The map of a paper as a picture for Word: the ground, marks and words of the PDF's lines, in one ink."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from math import hypot

from PIL import Image, ImageChops, ImageDraw

from claims.codes import ArmedPresence

from .chart import Chart, Written
from .lettering import font

SCALE, FINER = 3.0, 2
"""Pixels for each unit of the map; it is drawn finer and made smaller, so that its edges are smooth."""
INK, TOWN, LAND, BORDER = 0x22, 0x46, 0x9E, 0x70
PAPER, ABROAD, WATER = 0xFF, 0xF0, 0xD8
DASH_AND_DOT = (7.0, 2.0, 1.4, 2.0)
LEGEND_LINE, LEGEND_SIZE = 24.0, 11.0
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
Point = tuple[float, float]
TRIANGLE: list[Point] = [(0, -7), (7.2, 6.6), (-7.2, 6.6)]
ARROW: list[Point] = [(-20, 10), (-14, 26), (-20, 22), (-26, 26)]


@dataclass(frozen=True)
class Sketch:
    """A picture as PNG, and its height by its width."""

    png: bytes
    shape: float


def sketch_of(chart: Chart, legend: Sequence[tuple[str, str]] = ()) -> Sketch:
    """The map, with what its marks mean below it; the same bytes for the same map."""
    image = _Drawing(chart, _lines_of(legend, chart.width)).drawn()
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return Sketch(out.getvalue(), image.height / image.width)


class _Drawing:
    def __init__(self, chart: Chart, legend: list[list[tuple[float, str, str]]]) -> None:
        self.chart, self.legend, self.scale = chart, legend, SCALE * FINER
        tall = chart.height + len(legend) * LEGEND_LINE
        self.image = Image.new("L", (round(chart.width * self.scale), round(tall * self.scale)), PAPER)
        self.pen = ImageDraw.Draw(self.image)

    def drawn(self) -> Image.Image:
        self.pen.rectangle(self.scaled([(0, 0), (self.chart.width, self.chart.height)]), fill=ABROAD)
        self.draw_ground()
        for x, y, label in self.chart.towns:
            self.pen.rectangle(self.scaled([(x - 2.2, y - 2.2), (x + 2.2, y + 2.2)]), fill=TOWN)
            self.write(label, 10, TOWN)
        for mark in self.chart.marks:
            self.draw_mark(mark.spot.presence, mark.x, mark.y)
        for mark in self.chart.marks:
            told = f"{mark.label.text} ≠" if mark.spot.contradicted else mark.label.text
            self.write(Written(told, mark.label.x, mark.label.y, mark.label.anchor), 11, INK, bold=True)
        self.draw_frame()
        for number, line in enumerate(self.legend):
            middle = self.chart.height + (number + 0.55) * LEGEND_LINE
            for x, presence, words in line:
                self.draw_mark(presence, x, middle)
                self.write(Written(words, x + 13, middle + 4, "start"), LEGEND_SIZE, INK)
        smaller = self.image.width // FINER, self.image.height // FINER
        return self.image.resize(smaller, Image.Resampling.LANCZOS)

    def draw_ground(self) -> None:
        ground = self.chart.ground
        self.fill(ground.home, PAPER)
        self.fill(ground.water, WATER)
        for path, ink, width in ((ground.land, LAND, 0.6), (ground.home, BORDER, 0.9)):
            for ring in _rings(path):
                self.line([*ring, ring[0]], ink, width)
        for ring in _rings(ground.borders):
            self.dash([*ring, ring[0]], BORDER, 0.9, DASH_AND_DOT)

    def draw_mark(self, presence: str, x: float, y: float) -> None:
        """As templates/reports/papers/_shape.html draws it."""

        def here(points: Iterable[Point]) -> list[Point]:
            return [(x + dx, y + dy) for dx, dy in points]

        match presence:
            case ArmedPresence.PRESENT_INT:
                self.pen.polygon(self.scaled(here([(0, -8.2), (8.4, 7.6), (-8.4, 7.6)])), fill=INK)
            case ArmedPresence.PRESENT_NO_INT | ArmedPresence.PRESENT_NO_DATA:
                self.pen.polygon(self.scaled(here(TRIANGLE)), fill=PAPER)
                self.line(here([*TRIANGLE, *TRIANGLE[:2]]), INK, 2)
                if presence == ArmedPresence.PRESENT_NO_DATA:
                    self.pen.polygon(self.scaled(here([(0, -7), (0, 6.6), (-7.2, 6.6)])), fill=INK)
            case ArmedPresence.ABSENT:
                self.ring(x, y, 2.1)
            case ArmedPresence.WITHHELD:
                for corners in (
                    [(-6.5, -6.5), (6.5, -6.5), (6.5, 6.5), (-6.5, 6.5), (-6.5, -6.5)],
                    [(-6.5, 0), (0, -6.5)],
                    [(-6.5, 6.5), (6.5, -6.5)],
                    [(0, 6.5), (6.5, 0)],
                ):
                    self.line(here(corners), INK, 1.5)
            case _:
                self.ring(x, y, 1.8, dashes=12)

    def ring(self, x: float, y: float, width: float, dashes: int = 0) -> None:
        half = 6.6 + width / 2
        box = self.scaled([(x - half, y - half), (x + half, y + half)])
        self.pen.ellipse(box, fill=PAPER)
        part = 360 / dashes if dashes else 360
        for start in range(dashes or 1):
            end = start * part + part * (0.52 if dashes else 1)
            self.pen.arc(box, start * part, end, fill=INK, width=round(width * self.scale))

    def draw_frame(self) -> None:
        """Bar of the scale, arrow to the north, and the edge."""
        chart = self.chart
        left, below = chart.bar_left, chart.height
        self.pen.rectangle(self.scaled([(left - 4, below - 40), (left + chart.bar + 4, below - 5)]), fill=PAPER)
        bar = [(left, below - 20), (left, below - 14), (left + chart.bar, below - 14), (left + chart.bar, below - 20)]
        self.line(bar, INK, 1.4)
        self.write(Written(chart.bar_says, left, below - 24, "start"), 9.5, INK)
        self.pen.polygon(self.scaled((chart.width + x, y) for x, y in ARROW), fill=INK)
        self.write(Written("N", chart.width - 20, 38, "middle"), 9.5, INK)
        whole = [0, 0, self.image.width - 1, round(chart.height * self.scale) - 1]
        self.pen.rectangle(whole, outline=INK, width=round(0.9 * self.scale))

    def fill(self, path: str, grey: int) -> None:
        """By the rule of even and odd."""
        mask = Image.new("1", self.image.size)
        for ring in map(self.scaled, _rings(path)):
            left, top = int(min(x for x, _ in ring)), int(min(y for _, y in ring))
            right, below = int(max(x for x, _ in ring)) + 1, int(max(y for _, y in ring)) + 1
            one = Image.new("1", (right - left, below - top))
            ImageDraw.Draw(one).polygon([(x - left, y - top) for x, y in ring], fill=1)
            box = (left, top, right, below)
            mask.paste(ImageChops.logical_xor(mask.crop(box), one), box)
        self.image.paste(grey, mask=mask)

    def line(self, points: list[Point], grey: int, width: float) -> None:
        self.pen.line(self.scaled(points), fill=grey, width=max(round(width * self.scale), 1), joint="curve")

    def dash(self, points: list[Point], grey: int, width: float, pattern: tuple[float, ...]) -> None:
        for piece in _dashes(points, pattern):
            self.line(list(piece), grey, width)

    def write(self, label: Written, size: float, grey: int, bold: bool = False) -> None:
        place = label.x * self.scale, label.y * self.scale
        self.pen.text(place, label.text, font=font(size * self.scale, bold), fill=grey, anchor=ANCHORS[label.anchor])

    def scaled(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]


def _lines_of(legend: Sequence[tuple[str, str]], width: float) -> list[list[tuple[float, str, str]]]:
    """What the marks mean, as many beside each other as there is room for: where each begins, its mark and words."""
    lines: list[list[tuple[float, str, str]]] = []
    free = width
    letters = font(LEGEND_SIZE)
    for presence, words in legend:
        wide = letters.getlength(words) + 36
        if free + wide > width:
            lines.append([])
            free = 10.0
        lines[-1].append((free, presence, words))
        free += wide
    return lines


def _rings(path: str) -> list[list[Point]]:
    """The rings of a path as `Frame.path` writes it: M, points divided by L, Z."""
    rings = (part.removeprefix("M").split("L") for part in path.split("Z") if part)
    return [[(float(x), float(y)) for x, y in (point.split() for point in ring)] for ring in rings]


def _dashes(points: list[Point], pattern: tuple[float, ...]) -> Iterator[tuple[Point, Point]]:
    """The drawn pieces of a line of dashes: every second length of `pattern` is a gap."""
    lengths = cycle(enumerate(pattern))
    at, left = next(lengths)
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        whole = hypot(x1 - x0, y1 - y0)
        done = 0.0
        while done < whole:
            step = min(left, whole - done)
            first, last = done / whole, (done + step) / whole
            if at % 2 == 0:
                yield (
                    (x0 + (x1 - x0) * first, y0 + (y1 - y0) * first),
                    (
                        x0 + (x1 - x0) * last,
                        y0 + (y1 - y0) * last,
                    ),
                )
            done, left = done + step, left - step
            if left <= 1e-9:
                at, left = next(lengths)
