"""How large a drawing stands on paper: on A4 across, on A3 where its letters would be too small to be read."""

from dataclasses import dataclass

from ..paper.lettering import SIZE
from .layout import Picture

POINTS_A_MILLIMETRE = 72 / 25.4
LEAST_POINTS, MOST_POINTS = 5.0, 10.5
PAGES = {"wide": (266.0, 152.0), "poster": (389.0, 240.0)}
"""Millimetres that are free on each page, below a heading."""


@dataclass(frozen=True)
class Fitted:
    """A drawing with its page and its size there."""

    picture: Picture
    page: str
    wide: str
    tall: str


def fitted(picture: Picture) -> Fitted:
    """The drawing as large as it fits, letters at their natural size at most."""
    page = "wide" if _scale(picture, "wide") * SIZE * POINTS_A_MILLIMETRE >= LEAST_POINTS else "poster"
    scale = min(_scale(picture, page), MOST_POINTS / SIZE / POINTS_A_MILLIMETRE)
    return Fitted(picture, page, f"{picture.width * scale:.1f}mm", f"{picture.height * scale:.1f}mm")


def _scale(picture: Picture, page: str) -> float:
    """Millimetres a pixel."""
    wide, tall = PAGES[page]
    return min(wide / picture.width, tall / picture.height)
