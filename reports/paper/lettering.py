"""Letters in the drawing: one font of the system, measured the same way for paper and screen."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path("/usr/share/fonts/truetype/dejavu")
REGULAR, BOLD = FOLDER / "DejaVuSans.ttf", FOLDER / "DejaVuSans-Bold.ttf"
"""Of Debian's package fonts-dejavu-core, which the installation brings."""
SIZE = 11.5


@cache
def font(size: float, bold: bool = False) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The font in a size; Pillow's own letters where the package is missing."""
    path = BOLD if bold else REGULAR
    return ImageFont.truetype(str(path), size) if path.exists() else ImageFont.load_default(size)


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` pixels; a word that is longer than a line is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if _length(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while _length(line) > width and len(line) > 1:
            cut = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or _length(line[:n]) <= width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line or not lines else lines


def _length(text: str) -> float:
    return float(font(SIZE).getlength(text))
