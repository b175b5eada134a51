"""The problem tree as a drawing that is always the same: causes on the left, the core problem, effects on the right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from workbook.projection.records import Link, Node
from workshops.codes import TreeSide

CARD_WIDTH, LINE_HEIGHT, PADDING = 164, 15, 7
COLUMN_GAP, ROW_GAP, MARGIN = 32, 8, 10
BOLD_IS_WIDER = 0.84
"""Share of a line that the core problem's bold letters may be measured to fill."""
LONGEST_CARD = 6
"""Lines of a card; what is longer ends in an ellipsis, and stands in full in the outline."""
Wrap = Callable[[str, int], list[str]]


@dataclass(frozen=True)
class Box:
    """A card in its place; in pixels from the upper left corner."""

    id: str
    side: str
    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    width: float = CARD_WIDTH

    @property
    def written(self) -> list[tuple[float, float, str]]:
        """Where each of its lines begins, and the line."""
        first = self.y + PADDING + LINE_HEIGHT * 0.75
        return [(self.x + PADDING, round(first + n * LINE_HEIGHT, 1), text) for n, text in enumerate(self.lines)]


@dataclass(frozen=True)
class Line:
    """From cause to consequence; `kind` is branch, link or loop."""

    start: tuple[float, float]
    end: tuple[float, float]
    kind: str

    @property
    def curve(self) -> list[tuple[float, float]]:
        """Control points of its curve: it leaves and arrives level."""
        (x0, y0), (x1, y1) = self.start, self.end
        if x0 == x1:
            return [(x0, y0), (x0 - 28, y0), (x1 - 28, y1), (x1, y1)]
        bend = max(abs(x1 - x0) / 2, 24) * (1 if x1 > x0 else -1)
        return [(x0, y0), (x0 + bend, y0), (x1 - bend, y1), (x1, y1)]

    @property
    def arrow(self) -> str:
        """The head at the consequence, as the path of an SVG."""
        (before, _level), (x, y) = self.curve[2], self.end
        back = -6 if x >= before else 6
        return f"M{round(x, 1)} {round(y, 1)}l{back} -3v6Z"

    @property
    def path(self) -> str:
        """The curve as the path of an SVG."""
        start, *others = (f"{round(x, 1)} {round(y, 1)}" for x, y in self.curve)
        return f"M{start} C{', '.join(others)}"


@dataclass(frozen=True)
class Picture:
    """The whole drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass
class _Side:
    """One side of the trunk: who hangs on whom, and where each card comes to stand."""

    children: dict[str, list[Node]]
    lines: dict[str, tuple[str, ...]]
    tops: dict[str, float] = field(default_factory=dict)
    used: dict[int, float] = field(default_factory=dict)
    below: float = 0.0

    def height(self, id: str) -> float:
        return len(self.lines[id]) * LINE_HEIGHT + 2 * PADDING

    def place(self, node: Node, column: int) -> float:
        """Give `node` and what hangs on it their rows; return the middle of the card."""
        middles = [self.place(child, column + 1) for child in self.children.get(node.id, ())]
        height = self.height(node.id)
        wanted = sum((middles[0], middles[-1])) / 2 - height / 2 if middles else self.below
        top = max(wanted, self.used.get(column, 0.0))
        self.tops[node.id] = top
        self.used[column] = top + height + ROW_GAP
        self.below = max(self.below, top + height + ROW_GAP) if not middles else self.below
        return top + height / 2


def drawn(nodes: Iterable[Node], links: Iterable[Link], wrap: Wrap) -> Picture | None:
    """Return the drawing of a tree; nothing where there is no core problem with a wording."""
    cards = [it for it in nodes if it.text]
    if not cards or cards[0].side != TreeSide.CORE:
        return None
    core = cards[0]
    room = CARD_WIDTH - 2 * PADDING
    lines = {it.id: _short(wrap(it.text, room if it is not core else round(room * BOLD_IS_WIDER))) for it in cards}
    sides = {side: _grown(core, cards, side, lines) for side in (TreeSide.CAUSE, TreeSide.EFFECT)}
    depths = {side: max((it.depth for it in cards if it.side == side), default=0) for side in sides}
    height = max(max((it.below for it in sides.values()), default=0), len(lines[core.id]) * LINE_HEIGHT + 40)
    boxes = {core.id: _core(core, lines[core.id], _column(depths[TreeSide.CAUSE]), height)}
    for side, grown in sides.items():
        shift = (height - grown.below) / 2
        for it in cards:
            if it.id in grown.tops and it is not core:
                away = -it.depth if side == TreeSide.CAUSE else it.depth
                x = _column(depths[TreeSide.CAUSE] + away)
                y = MARGIN + shift + grown.tops[it.id]
                boxes[it.id] = Box(it.id, it.side, x, y, grown.height(it.id), lines[it.id])
    columns = depths[TreeSide.CAUSE] + depths[TreeSide.EFFECT] + 1
    width = 2 * MARGIN + columns * CARD_WIDTH + (columns - 1) * COLUMN_GAP
    return Picture(width, height + 2 * MARGIN, tuple(boxes.values()), tuple(_lines(core, cards, links, boxes)))


def _column(number: int) -> float:
    return MARGIN + number * (CARD_WIDTH + COLUMN_GAP)


def _short(lines: list[str]) -> tuple[str, ...]:
    return tuple(lines) if len(lines) <= LONGEST_CARD else (*lines[: LONGEST_CARD - 1], f"{lines[LONGEST_CARD - 1]} …")


def _grown(core: Node, cards: list[Node], side: str, lines: dict[str, tuple[str, ...]]) -> _Side:
    children: dict[str, list[Node]] = {}
    known = {it.id for it in cards}
    for it in cards:
        if it.side == side:
            children.setdefault(it.parent if it.parent in known else core.id, []).append(it)
    grown = _Side(children, lines)
    for child in children.get(core.id, ()):
        grown.place(child, 1)
    grown.below = max([grown.below, *grown.used.values()]) - ROW_GAP if grown.used else 0.0
    return grown


def _core(core: Node, lines: tuple[str, ...], x: float, height: float) -> Box:
    tall = len(lines) * LINE_HEIGHT + 2 * PADDING
    return Box(core.id, core.side, x, MARGIN + (height - tall) / 2, tall, lines)


def _lines(core: Node, cards: list[Node], links: Iterable[Link], boxes: dict[str, Box]) -> Iterable[Line]:
    """Branches run from cause to consequence, so always from left to right; cross-links wherever they go."""
    for it in cards:
        if it is core or it.id not in boxes:
            continue
        own, above = boxes[it.id], boxes.get(it.parent) or boxes[core.id]
        left, right = (own, above) if it.side == TreeSide.CAUSE else (above, own)
        yield Line(_right(left), _left(right), "branch")
    for link in links:
        if link.source in boxes and link.target in boxes:
            source, target = boxes[link.source], boxes[link.target]
            kind = "loop" if link.loop else "link"
            if source.x < target.x:
                yield Line(_right(source), _left(target), kind)
            else:
                yield Line(_left(source), _right(target) if source.x > target.x else _left(target), kind)


def _right(box: Box) -> tuple[float, float]:
    return box.x + CARD_WIDTH, box.y + box.height / 2


def _left(box: Box) -> tuple[float, float]:
    return box.x, box.y + box.height / 2
