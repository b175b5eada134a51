"""The drawing of the tree as a picture for Word, in one ink."""

import io
from typing import Any

from PIL import Image, ImageDraw

from workshops.codes import TreeSide

from ..paper.lettering import SIZE, font
from .layout import CARD_WIDTH, LINE_HEIGHT, PADDING, Box, Line, Picture

SCALE = 2.5
LARGEST_SIDE = 9000
INK, SOFT, PAPER = "#1b2426", "#7d8889", "#ffffff"
DASH = 6
STEPS = 24


def as_png(picture: Picture) -> bytes:
    """The picture as PNG; the same bytes for the same tree."""
    scale = min(SCALE, LARGEST_SIDE / max(picture.width, picture.height))
    size = (round(picture.width * scale), round(picture.height * scale))
    image = Image.new("L", size, 255)
    pen = ImageDraw.Draw(image)
    for line in picture.lines:
        _draw_line(pen, line, scale)
    for box in picture.boxes:
        _draw_box(pen, box, scale)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw_line(pen: ImageDraw.ImageDraw, line: Line, scale: float) -> None:
    (x0, y0), (x1, y1) = line.start, line.end
    steps = STEPS if line.kind == "branch" else 2 * int((abs(x1 - x0) + abs(y1 - y0)) / (2 * DASH)) + 3
    points = [tuple(value * scale for value in _at(line.curve, step / steps)) for step in range(steps + 1)]
    width = max(round((1.2 if line.kind == "branch" else 1.6) * scale), 1)
    if line.kind == "branch":
        pen.line(points, fill=SOFT, width=width, joint="curve")
    else:
        for start, end in list(zip(points, points[1:], strict=False))[::2]:
            pen.line([start, end], fill=INK, width=width)
    _draw_head(pen, points[-2], points[-1], scale, SOFT if line.kind == "branch" else INK)


def _draw_head(pen: ImageDraw.ImageDraw, before: Any, end: Any, scale: float, ink: str) -> None:
    """An arrow's head at the consequence."""
    away = 6 * scale * (-1 if end[0] >= before[0] else 1)
    pen.polygon([end, (end[0] + away, end[1] - away / 2), (end[0] + away, end[1] + away / 2)], fill=ink)


def _at(points: list[tuple[float, float]], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
    return x, y


def _draw_box(pen: ImageDraw.ImageDraw, box: Box, scale: float) -> None:
    core = box.side == TreeSide.CORE
    corners = [box.x * scale, box.y * scale, (box.x + CARD_WIDTH) * scale, (box.y + box.height) * scale]
    fill = INK if core else PAPER
    pen.rounded_rectangle(corners, radius=5 * scale, fill=fill, outline=INK, width=max(round(1.2 * scale), 1))
    letters = font(SIZE * scale, bold=core)
    for number, text in enumerate(box.lines):
        place = ((box.x + PADDING) * scale, (box.y + PADDING + number * LINE_HEIGHT) * scale)
        pen.text(place, text, font=letters, fill=PAPER if core else INK)
